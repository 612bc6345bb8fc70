import { GraphQLError, GraphQLScalarType, Kind } from 'graphql';
import { isCalendarDay, isInstant } from '../../server/kernel/calendar';
import { isUuid } from '../../server/kernel/ids';

/** Delays are counted from these days; beyond them a slip of the keyboard is likelier than a plan. */
const FIRST_DAY = '1900-01-01';
const LAST_DAY = '2199-12-31';

/** A legal day, as the calendar in Paris has it. */
export const CalendarDateScalar = new GraphQLScalarType<string, string>({
  name: 'Date',
  description: 'Jour légal, Europe/Paris, écrit AAAA-MM-JJ. A legal day in Europe/Paris, written YYYY-MM-DD.',
  specifiedByURL: 'https://www.rfc-editor.org/rfc/rfc3339#section-5.6',
  serialize: String,
  parseValue: parseDate,
  parseLiteral: (node) => parseDate(node.kind === Kind.STRING ? node.value : null),
});

/** An instant; the database already writes it as RFC 3339 in UTC. */
export const InstantScalar = new GraphQLScalarType<string, string>({
  name: 'DateTime',
  description: 'Instant, RFC 3339 en UTC. An instant, RFC 3339 in UTC.',
  specifiedByURL: 'https://www.rfc-editor.org/rfc/rfc3339#section-5.6',
  serialize: (value) => (value instanceof Date ? value.toISOString() : String(value)),
  parseValue: parseInstant,
  parseLiteral: (node) => parseInstant(node.kind === Kind.STRING ? node.value : null),
});

/** A UUID of any version. */
export const UuidScalar = new GraphQLScalarType<string, string>({
  name: 'UUID',
  description: 'UUID choisi par le client. A UUID chosen by the client.',
  specifiedByURL: 'https://www.rfc-editor.org/rfc/rfc9562',
  serialize: String,
  parseValue: parseUuid,
  parseLiteral: (node) => parseUuid(node.kind === Kind.STRING ? node.value : null),
});

/** Structured data whose shape its field documents. */
export const JsonScalar = new GraphQLScalarType<unknown, unknown>({
  name: 'JSON',
  description: 'Donnée structurée, en lecture seule. Structured data, for reading only.',
  serialize: (value) => value,
  parseValue: () => {
    throw new GraphQLError('JSON is for reading only');
  },
});

function parseDate(value: unknown): string {
  if (typeof value !== 'string' || !isCalendarDay(value) || value < FIRST_DAY || value > LAST_DAY) {
    throw new GraphQLError(
      `A Date is a day that exists, written YYYY-MM-DD, from ${FIRST_DAY} to ${LAST_DAY}.`,
    );
  }
  return value;
}

function parseInstant(value: unknown): string {
  if (typeof value !== 'string' || !isInstant(value)) {
    throw new GraphQLError('A DateTime is RFC 3339 with a time zone: 2026-11-23T09:00:00Z.');
  }
  return new Date(value).toISOString();
}

function parseUuid(value: unknown): string {
  if (typeof value !== 'string' || !isUuid(value)) throw new GraphQLError('A UUID is expected.');
  return value.toLowerCase();
}
