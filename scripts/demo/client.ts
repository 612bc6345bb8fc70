import { randomUUID } from 'node:crypto';
import { ClientError, GraphQLClient } from 'graphql-request';
import { SignInDocument, type TypedDocumentString } from './generated/operations';

/** A reason that the API gives for having done nothing. */
export interface Refusal {
  __typename: string;
  code: string;
  message: string;
  path?: readonly string[] | null;
}

type Write = { input: { idempotencyKey: string } };
type InputOf<V extends Write> = Omit<V['input'], 'idempotencyKey'>;

/** What a mutation's operation answers: its only field is the payload. */
type PayloadOf<R> = R[keyof R];
/** The same when the act was done: its nouns are there. */
type Done<P> = { [K in keyof P]: NonNullable<P[K]> };

/** One signed-in person. */
export interface Client {
  email: string;
  query<R, V>(document: TypedDocumentString<R, V>, variables: V): Promise<R>;
  /**
   * Does one act; it must succeed.
   * @returns its payload, whose nouns are there
   * @throws RequestFailed with the userErrors
   */
  act<R, V extends Write>(
    document: TypedDocumentString<R, V>,
    input: InputOf<V>,
  ): Promise<Done<PayloadOf<R>>>;
  /** Does one act that may be refused; gives its payload, userErrors and all. */
  attempt<R, V extends Write>(document: TypedDocumentString<R, V>, input: InputOf<V>): Promise<PayloadOf<R>>;
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
  /** Nothing more is asked once it says stop. */
  signal?: AbortSignal | undefined;
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

  async function query<R, V>(document: TypedDocumentString<R, V>, variables: V): Promise<R> {
    if (expiresAt - Date.now() < RENEW_BEFORE) await renew();
    return send(server, graphql, document, variables);
  }

  async function attempt<R, V extends Write>(
    document: TypedDocumentString<R, V>,
    input: InputOf<V>,
  ): Promise<PayloadOf<R>> {
    const variables = { input: { idempotencyKey: randomUUID(), ...input } } as unknown as V;
    const [payload] = Object.values((await query(document, variables)) as object) as PayloadOf<R>[];
    if (!payload) throw new RequestFailed(`${nameOf(document)}: no payload`);
    return payload;
  }

  async function act<R, V extends Write>(
    document: TypedDocumentString<R, V>,
    input: InputOf<V>,
  ): Promise<Done<PayloadOf<R>>> {
    const payload = await attempt(document, input);
    const refusals = refusalsOf(payload);
    const missing = Object.entries(payload as object).find(([, noun]) => noun === null);
    const what = `${nameOf(document)} as ${email}`;
    if (refusals.length > 0) throw new RequestFailed(`${what}: ${refusals.map(sentence).join('; ')}`);
    if (missing) throw new RequestFailed(`${what}: the answer has no ${missing[0]}`);
    return payload as Done<PayloadOf<R>>;
  }

  return (await renew()) ? { email, query, act, attempt } : null;
}

/** The reasons in a payload why nothing was done. */
export function refusalsOf(payload: unknown): readonly Refusal[] {
  return (payload as { userErrors?: readonly Refusal[] }).userErrors ?? [];
}

/** A refusal in one line. */
export function sentence({ code, message, path }: Refusal): string {
  return `${code}: ${message}${path ? ` (${path.join('.')})` : ''}`;
}

async function send<R, V>(
  server: Server,
  graphql: GraphQLClient,
  document: TypedDocumentString<R, V>,
  variables: V,
): Promise<R> {
  server.signal?.throwIfAborted();
  const name = nameOf(document);
  const start = performance.now();
  try {
    return await graphql.request<R>(document.toString(), variables as object);
  } catch (error) {
    if (!(error instanceof ClientError)) throw new ServerUnreachable(`${name}: ${String(error)}`);
    const [first] = error.response.errors ?? [];
    throw new RequestFailed(`${name}: ${first?.message ?? `HTTP ${error.response.status}`}`);
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

function nameOf(document: { toString(): string }): string {
  return /(?:query|mutation) (\w+)/.exec(document.toString())?.[1] ?? 'request';
}
