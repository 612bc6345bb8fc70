import { createHash } from 'node:crypto';
import { GraphQLError, parse, validate, type DocumentNode, type GraphQLSchema } from 'graphql';
import { Excess } from './excess';
import { TOKENS_AT_MOST } from './limits';
import { outlineOf, type Outline } from './outline';

/** What is kept, in characters of documents: a parsed one takes about a hundred times its text. */
const KEPT_AT_MOST = 400_000;

/** A document that can be parsed. */
export interface KnownDocument {
  document: DocumentNode;
  outline: Outline;
  isValid: boolean;
}

/** Reads each document once, and hands to Apollo those that are fit to run. */
export interface Documents {
  /**
   * The document of a text; null when it cannot be parsed, for which Apollo finds the words.
   * @throws Excess when it exceeds a limit
   */
  read(query: string): KnownDocument | null;
  /** Apollo's door to the documents: what it finds here it neither parses nor validates again. */
  store: {
    get(key: string): Promise<DocumentNode | undefined>;
    set(): Promise<void>;
    delete(): Promise<boolean>;
  };
}

interface Kept extends KnownDocument {
  hash: string;
}

/** Documents of a schema, none known yet. Those that are invalid or too large are forgotten at once. */
export function documentsOf(schema: GraphQLSchema): Documents {
  const byText = new Map<string, Kept>();
  const byHash = new Map<string, DocumentNode>();
  let characters = 0;

  function keep(query: string, known: KnownDocument): void {
    const hash = createHash('sha256').update(query).digest('hex');
    byText.set(query, { ...known, hash });
    byHash.set(hash, known.document);
    characters += query.length;
    for (const [oldest, kept] of byText) {
      if (characters <= KEPT_AT_MOST) break;
      byText.delete(oldest);
      byHash.delete(kept.hash);
      characters -= oldest.length;
    }
  }

  return {
    read(query) {
      const seen = byText.get(query);
      if (seen) {
        // Put last again: the map's order is the order of use.
        byText.delete(query);
        byText.set(query, seen);
        return seen;
      }
      const document = parsed(query);
      if (!document) return null;
      const outline = outlineOf(schema, document);
      const isValid = validate(schema, document, undefined, { maxErrors: 1 }).length === 0;
      const known = { document, outline, isValid };
      if (isValid) keep(query, known);
      return known;
    },
    store: {
      get: (key) => Promise.resolve(byHash.get(key.slice(key.lastIndexOf(':') + 1))),
      set: () => Promise.resolve(),
      delete: () => Promise.resolve(false),
    },
  };
}

function parsed(query: string): DocumentNode | null {
  try {
    return parse(query, { maxTokens: TOKENS_AT_MOST });
  } catch (error) {
    if (error instanceof GraphQLError) return null;
    // The parser calls itself for what nests, and has no limit but the stack's.
    if (error instanceof RangeError) throw new Excess('QUERY_TOO_DEEP', TOKENS_AT_MOST);
    throw error;
  }
}
