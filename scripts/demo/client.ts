import { randomUUID } from 'node:crypto';
import type { TypedDocumentNode } from '@graphql-typed-document-node/core';
import { Kind } from 'graphql';
import { ClientError, GraphQLClient } from 'graphql-request';
import { SignInDocument } from './generated/operations';

/** A reason that the API gives for having done nothing. */
export interface Refusal {
  __typename: string;
  code: string;
  message: string;
  path?: readonly string[] | null;
}

/** What a mutation's operation answers: its only field is the payload. */
type PayloadOf<R> = Extract<R[keyof R], { userErrors: readonly Refusal[] }>;
type Done<P> = { [K in keyof P]: NonNullable<P[K]> };
type InputOf<V> = V extends { input: infer I } ? Omit<I, 'idempotencyKey'> : never;

/** One signed-in person. */
export interface Client {
  email: string;
  query<R, V extends Record<string, unknown>>(document: TypedDocumentNode<R, V>, variables: V): Promise<R>;
  /**
   * Does one act; it must succeed.
   * @returns its payload, whose nouns are there
   * @throws RequestFailed with the first userError
   */
  act<R, V extends { input: { idempotencyKey: string } }>(
    document: TypedDocumentNode<R, V>,
    input: InputOf<V>,
  ): Promise<Done<PayloadOf<R>>>;
  /** Does one act that may be refused; gives its payload, userErrors and all. */
  attempt<R, V extends { input: { idempotencyKey: string } }>(
    document: TypedDocumentNode<R, V>,
    input: InputOf<V>,
  ): Promise<PayloadOf<R>>;
}

/** A request that did not go as it had to. */
export class RequestFailed extends Error {}

/** The server does not answer at all. */
export class ServerUnreachable extends Error {}

/** How often each operation was asked, and for how many milliseconds in all and at most. */
export type Timings = Map<string, { count: number; total: number; longest: number }>;

/** Where the clients ask, and where they note how long it took. */
export interface Server {
  baseUrl: string;
  timings: Timings;
}

/** A token is renewed when it has less than this left, in milliseconds. */
const RENEW_BEFORE = 60_000;

/**
 * Signs a person in with an ordinary GraphQL client; the token is renewed when it is about to expire.
 * @returns null when the address or the password is refused
 * @throws ServerUnreachable when nothing answers at the address
 */
export async function signIn(server: Server, email: string, password: string): Promise<Client | null> {
  const graphql = new GraphQLClient(`${server.baseUrl}/graphql`, { headers: { 'accept-language': 'en' } });
  let expiresAt = 0;

  async function renew(): Promise<boolean> {
    const { session } = (await send(server, graphql, SignInDocument, { input: { email, password } })).signIn;
    if (!session) return false;
    graphql.setHeader('authorization', `Bearer ${session.accessToken}`);
    expiresAt = Date.parse(session.expiresAt);
    return true;
  }

  const query: Client['query'] = async (document, variables) => {
    if (expiresAt - Date.now() < RENEW_BEFORE) await renew();
    return send(server, graphql, document, variables);
  };

  const attempt: Client['attempt'] = async (document, input) => {
    const variables = { input: { idempotencyKey: randomUUID(), ...input } };
    const answer = await query(document as TypedDocumentNode<Record<string, unknown>>, variables);
    return Object.values(answer)[0] as PayloadOf<never>;
  };

  const act: Client['act'] = async (document, input) => {
    const payload: { userErrors: readonly Refusal[] } = await attempt(document, input);
    const [refusal] = payload.userErrors;
    const missing = Object.entries(payload).find(([, noun]) => noun === null);
    if (refusal) throw new RequestFailed(`${nameOf(document)} for ${email}: ${sentence(refusal)}`);
    if (missing) throw new RequestFailed(`${nameOf(document)} for ${email}: the answer has no ${missing[0]}`);
    return payload as Done<PayloadOf<never>>;
  };

  return (await renew()) ? { email, query, act, attempt } : null;
}

/** A refusal in one line. */
export function sentence({ code, message, path }: Refusal): string {
  return `${code} ${message}${path ? ` (${path.join('.')})` : ''}`;
}

async function send<R, V extends Record<string, unknown>>(
  server: Server,
  graphql: GraphQLClient,
  document: TypedDocumentNode<R, V>,
  variables: V,
): Promise<R> {
  const name = nameOf(document);
  const start = performance.now();
  try {
    return await graphql.request<R>({ document, variables });
  } catch (error) {
    if (error instanceof ClientError) {
      const [first] = error.response.errors ?? [];
      throw new RequestFailed(`${name}: ${first?.message ?? `HTTP ${error.response.status}`}`);
    }
    throw new ServerUnreachable(`${name}: ${String(error)}`);
  } finally {
    const took = performance.now() - start;
    const known = server.timings.get(name) ?? { count: 0, total: 0, longest: 0 };
    server.timings.set(name, {
      count: known.count + 1,
      total: known.total + took,
      longest: Math.max(known.longest, took),
    });
  }
}

function nameOf(document: TypedDocumentNode<unknown, never>): string {
  const operation = document.definitions.find(({ kind }) => kind === Kind.OPERATION_DEFINITION);
  return (operation && 'name' in operation && operation.name?.value) || 'request';
}
