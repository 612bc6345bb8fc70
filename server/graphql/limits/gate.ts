import { getVariableValues, Kind, type GraphQLSchema } from 'graphql';
import type { Clock } from '../../kernel/clock';
import { localeOf, messageFor, type ErrorCode } from '../../kernel/messages';
import { SIGN_IN, signInTypes } from '../open-fields';
import { numberOf } from './cost';
import type { Documents, KnownDocument } from './documents';
import { Excess, within } from './excess';
import { LIMITS, OBJECTS_PER_POINT, type RateLimits } from './limits';
import type { OperationOutline } from './outline';
import { callerOfAddress, rateLimiter, secondsUntil, type RateStanding } from './rate-limiter';
import { checkVariables } from './variables';

/** A request as it came, before anything is read for it. */
export interface Arrival {
  body: unknown;
  address: string;
  /** The account that its token names; null without a good token. */
  accountId: string | null;
  acceptLanguage: string | undefined;
}

/** What a request costs, and that it may go on. */
export interface Admission {
  cost: { requested: number; limit: number };
  rate: RateStanding;
  /** It has an operation that is fit to run: for any other, nobody needs to know who asks. */
  isRunnable: boolean;
  /** It asks for what a caller without an account may not have: an account that was closed since must be held back. */
  needsAccount: boolean;
  /** Names of the types that it asks something of. */
  types: readonly string[];
}

/** A request that is answered here and now. */
export interface TurnedAway {
  status: number;
  headers: Readonly<Record<string, string>>;
  body: {
    errors: [{ message: string; extensions: { code: ErrorCode } }];
    extensions: { cost: Admission['cost'] };
  };
}

/** Lets a request in or turns it away. Synchronous, and without a statement to the database. */
export type Gate = (arrival: Arrival) => Admission | TurnedAway;

/** How a gate is set. */
export interface GateOptions {
  schema: GraphQLSchema;
  documents: Documents;
  clock: Clock;
  rateLimits: RateLimits;
  /** Whoever has no token learns nothing of the schema: only signing in is open, all else has one answer. */
  hidesSchema: boolean;
  anonymousIntrospection: boolean;
}

/** The part of a request that the limits look at. */
interface Asked {
  query: string;
  operationName: unknown;
  variables: unknown;
}

/**
 * The gate before the API. It counts what a request asks for, with its variables, against the limits; holds the caller
 * to his points per minute; and keeps the schema from who has no account. What is malformed in other ways goes on, at
 * the price of one point: Apollo has the words for it.
 */
export function gateOf(options: GateOptions): Gate {
  const { schema, documents, clock, rateLimits, hidesSchema, anonymousIntrospection } = options;
  const limiter = rateLimiter(clock);
  const openTypes = signInTypes(schema);

  function isOpenToAll(known: KnownDocument, operation: OperationOutline, variables: unknown): boolean {
    if (operation.introspects) return anonymousIntrospection;
    if (!hidesSchema) return true;
    if (!known.isValid || !operation.rootFields.every((name) => SIGN_IN.has(name) || name === '__typename'))
      return false;
    return operation.types.every((name) => openTypes.has(name)) && fits(known, variables);
  }

  /** Whether the variables are of their types: what GraphQL says of those that are not names the schema's parts. */
  function fits({ document }: KnownDocument, variables: unknown): boolean {
    return document.definitions.every((definition) => {
      if (definition.kind !== Kind.OPERATION_DEFINITION) return true;
      const given = (variables ?? {}) as Record<string, unknown>;
      return !getVariableValues(schema, definition.variableDefinitions ?? [], given, { maxErrors: 1 }).errors;
    });
  }

  return (arrival) => {
    const { accountId, address, acceptLanguage } = arrival;
    const caller = accountId === null ? callerOfAddress(address) : `account:${accountId}`;
    const perMinute = accountId === null ? rateLimits.perAddress : rateLimits.perAccount;
    const price = { requested: 0, limit: LIMITS.QUERY_TOO_LARGE.most };

    function turnAway(
      code: ErrorCode,
      params: Readonly<Record<string, string | number>> = {},
      status = 400,
      headers: TurnedAway['headers'] = {},
    ): TurnedAway {
      const message = messageFor(code, localeOf(acceptLanguage), params);
      return {
        status,
        headers,
        body: { errors: [{ message, extensions: { code } }], extensions: { cost: price } },
      };
    }

    function letIn(operation: OperationOutline | null): Admission | TurnedAway {
      const points = Math.max(1, Math.ceil(price.requested / OBJECTS_PER_POINT));
      const { isEnough, ...rate } = limiter.spend(caller, perMinute, points);
      if (!isEnough) return tooOften(rate.resetAt);
      const needsAccount = operation !== null && operation.introspects && !anonymousIntrospection;
      return {
        cost: price,
        rate,
        isRunnable: operation !== null,
        needsAccount,
        types: operation?.types ?? [],
      };
    }

    function tooOften(resetAt: Date): TurnedAway {
      const seconds = secondsUntil(resetAt, clock);
      return turnAway('RATE_LIMITED', { seconds }, 429, { 'retry-after': String(seconds) });
    }

    // Who has nothing left is turned away before his document costs anything.
    const { remaining, resetAt } = limiter.spend(caller, perMinute, 0);
    if (remaining === 0) return tooOften(resetAt);
    const asked = askedBy(arrival.body);
    if (!asked) return letIn(null);
    try {
      within('DOCUMENT_TOO_LONG', asked.query.length);
      checkVariables(asked.variables, accountId !== null);
      const known = documents.read(asked.query);
      if (!known) return letIn(null);
      const operation = operationOf(known, asked.operationName);
      if (
        accountId === null &&
        !(operation ? isOpenToAll(known, operation, asked.variables) : !hidesSchema)
      ) {
        limiter.spend(caller, perMinute, 1);
        return turnAway('UNAUTHENTICATED');
      }
      if (!operation || !known.isValid) return letIn(null);
      const given = (asked.variables ?? {}) as Record<string, unknown>;
      const variables = operation.defaults ? { ...operation.defaults, ...given } : given;
      price.requested = Math.round(numberOf(operation.cost, variables));
      within('QUERY_TOO_LARGE', price.requested);
      return letIn(operation);
    } catch (error) {
      if (!(error instanceof Excess)) throw error;
      limiter.spend(caller, perMinute, 1);
      return turnAway(error.code, { asked: error.asked, most: LIMITS[error.code].most });
    }
  };
}

/** What a body asks; null when it is no GraphQL request. */
function askedBy(body: unknown): Asked | null {
  if (typeof body !== 'object' || body === null) return null;
  const { query, operationName, variables } = body as Partial<Asked>;
  return typeof query === 'string' ? { query, operationName, variables } : null;
}

function operationOf({ outline }: KnownDocument, name: unknown): OperationOutline | undefined {
  if (typeof name === 'string' && name !== '') return outline.get(name);
  const [only, ...others] = outline.values();
  return others.length === 0 ? only : undefined;
}
