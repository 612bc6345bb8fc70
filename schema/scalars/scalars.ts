import { GraphQLError, GraphQLScalarType, Kind, type ValueNode } from 'graphql';
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
  parseValue: (value) => parseDate(value),
  parseLiteral: (node) => parseDate(node.kind === Kind.STRING ? node.value : null, node),
});

/** An instant; the database already writes it as RFC 3339 in UTC. */
export const InstantScalar = new GraphQLScalarType<string, string>({
  name: 'DateTime',
  description: 'Instant, RFC 3339 en UTC. An instant, RFC 3339 in UTC.',
  specifiedByURL: 'https://www.rfc-editor.org/rfc/rfc3339#section-5.6',
  serialize: (value) => (value instanceof Date ? value.toISOString() : String(value)),
  parseValue: (value) => parseInstant(value),
  parseLiteral: (node) => parseInstant(node.kind === Kind.STRING ? node.value : null, node),
});

/** A UUID of any version. */
export const UuidScalar = new GraphQLScalarType<string, string>({
  name: 'UUID',
  description: 'UUID choisi par le client. A UUID chosen by the client.',
  specifiedByURL: 'https://www.rfc-editor.org/rfc/rfc9562',
  serialize: String,
  parseValue: (value) => parseUuid(value),
  parseLiteral: (node) => parseUuid(node.kind === Kind.STRING ? node.value : null, node),
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

function parseDate(value: unknown, node?: ValueNode): string {
  if (typeof value !== 'string' || !isCalendarDay(value) || value < FIRST_DAY || value > LAST_DAY) {
    throw refused(`A Date is a day that exists, written YYYY-MM-DD, from ${FIRST_DAY} to ${LAST_DAY}.`, node);
  }
  return value;
}

function parseInstant(value: unknown, node?: ValueNode): string {
  if (typeof value !== 'string' || !isInstant(value)) {
    throw refused('A DateTime is RFC 3339 with a time zone: 2026-11-23T09:00:00Z.', node);
  }
  return new Date(value).toISOString();
}

function parseUuid(value: unknown, node?: ValueNode): string {
  if (typeof value !== 'string' || !isUuid(value))
    throw refused('A UUID is expected: 8-4-4-4-12 hexadecimal digits.', node);
  return value.toLowerCase();
}

/** A value that is none of the scalar; written in the document, with its place there. */
function refused(message: string, node?: ValueNode): GraphQLError {
  return new GraphQLError(message, node ? { nodes: node } : {});
}
