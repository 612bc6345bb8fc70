import { GraphQLError, type GraphQLErrorExtensions, type GraphQLFormattedError } from 'graphql';
import type { Logger } from 'pino';
import { messageFor } from '../kernel/messages';
import { Refusal } from '../kernel/outcome';
import type { Context } from './context';

/**
 * An error of execution as the client may read it: an expected one in his language with its stable code, anything
 * else as an internal error with the number that stands in the log. No stack, no SQL, no path of the server.
 */
export function publicError(error: GraphQLError, context: Context): GraphQLError {
  const cause = error.originalError;
  if (cause instanceof Refusal && cause.errors[0]) {
    const { code, params, path: inputPath } = cause.errors[0];
    const message = messageFor(code, context.viewer.locale, params);
    return inPlaceOf(error, message, { code, inputPath });
  }
  // What GraphQL itself says while executing (a variable that does not fit) has no cause of ours.
  if (!cause || cause instanceof GraphQLError) {
    const extensions = {
      code: 'BAD_USER_INPUT',
      ...cause?.extensions,
      ...error.extensions,
    };
    return inPlaceOf(error, error.message, extensions);
  }
  const { requestId } = context;
  context.application.log.error({ err: cause, requestId }, 'unexpected error');
  const message = messageFor('INTERNAL', context.viewer.locale, { requestId });
  return inPlaceOf(error, message, { code: 'INTERNAL', requestId });
}

function inPlaceOf(error: GraphQLError, message: string, extensions: GraphQLErrorExtensions): GraphQLError {
  const { nodes, path, locations } = error;
  const made = new GraphQLError(message, { nodes, path, extensions });
  // graphql-jit knows the places in the document, not the nodes that they are computed from.
  if (!nodes && locations) Object.defineProperty(made, 'locations', { value: locations, enumerable: true });
  return made;
}

/** The last look at any top-level error: what is not known to speak for itself says nothing. */
export function formatError(
  formatted: GraphQLFormattedError,
  error: unknown,
  log: Logger,
): GraphQLFormattedError {
  const code = formatted.extensions?.['code'] ?? 'INTERNAL_SERVER_ERROR';
  if (code !== 'INTERNAL_SERVER_ERROR') return formatted;
  log.error({ err: error }, 'unexpected error before execution');
  return { message: messageFor('INTERNAL', 'fr', { requestId: '—' }), extensions: { code: 'INTERNAL' } };
}
