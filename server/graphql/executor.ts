import type { ApolloServerOptionsWithGateway } from '@apollo/server';
import {
  execute,
  GraphQLError,
  OperationTypeNode,
  type DocumentNode,
  type ExecutionResult,
  type GraphQLSchema,
} from 'graphql';
import { compileQuery, isCompiledQuery, type CompiledQuery } from 'graphql-jit';
import { messageFor } from '../kernel/messages';
import type { Context } from './context';
import { publicError } from './public-error';

type GatewayInterface = ApolloServerOptionsWithGateway<Context>['gateway'];
type GatewayExecutor = NonNullable<Awaited<ReturnType<GatewayInterface['load']>>['executor']>;

/** An operation is compiled when it comes this often: compiling costs more than running it a few times. */
const COMPILE_AFTER = 3;
const COMPILED_AT_MOST = 500;

interface Known {
  seen: number;
  compiled: CompiledQuery | null;
}

/**
 * The executor behind Apollo, given to it as a gateway: graphql-js for what is rare, graphql-jit for queries seen
 * often; both give the same answers. The request's snapshot ends when the answer stands.
 */
export function gatewayOf(schema: GraphQLSchema): GatewayInterface {
  const known = new Map<string, Known>();

  function compiledFor(
    key: string,
    document: DocumentNode,
    operationName: string | null,
  ): CompiledQuery | null {
    const entry = known.get(key) ?? { seen: 0, compiled: null };
    // Put last again: the map's order is the order of use.
    known.delete(key);
    known.set(key, entry);
    const [oldest] = known.keys();
    if (known.size > COMPILED_AT_MOST && oldest) known.delete(oldest);
    entry.seen += 1;
    if (entry.seen === COMPILE_AFTER) {
      const compiled = compileQuery(schema, document, operationName ?? undefined);
      entry.compiled = isCompiledQuery(compiled) ? compiled : null;
    }
    return entry.compiled;
  }

  const executor: GatewayExecutor = async ({
    context,
    document,
    operation,
    operationName,
    queryHash,
    request,
  }) => {
    const requestContext = context as unknown as Context;
    const variableValues = request.variables ?? {};
    // Apollo hands on what names no operation of the document, whatever its types say: graphql-js says so best.
    const isQuery = (operation as typeof operation | undefined)?.operation === OperationTypeNode.QUERY;
    const compiled = isQuery
      ? compiledFor(`${queryHash}:${operationName ?? ''}`, document, operationName)
      : null;

    async function answer(): Promise<ExecutionResult> {
      if (compiled) {
        const result = (await compiled.query(undefined, requestContext, variableValues)) as ExecutionResult;
        // Variables that do not fit leave no data: graphql-js says better what is wrong with them.
        if (!result.errors || result.data !== undefined) return result;
      }
      return execute({
        schema,
        document,
        variableValues,
        contextValue: requestContext,
        operationName: request.operationName,
      });
    }

    try {
      // A query may be answered twice, a mutation only for who is known to ask.
      if (!isQuery) await requestContext.confirm();
      let result = await answer();
      if (!(await requestContext.confirm())) result = await answer();
      return forClients(hasAccount(requestContext) ? result : refused(requestContext), requestContext);
    } finally {
      requestContext.end();
    }
  };

  return {
    load: () => Promise.resolve({ executor }),
    stop: () => Promise.resolve(),
    onSchemaLoadOrUpdate(callback) {
      callback({ apiSchema: schema, coreSupergraphSdl: '' });
      return () => undefined;
    },
  };
}

/** Whether who asks has the account that the operation takes; its token may name one that was closed since. */
function hasAccount({ admission, viewer }: Context): boolean {
  return !admission.needsAccount || viewer.accountId !== null;
}

function refused({ viewer }: Context): ExecutionResult {
  const message = messageFor('UNAUTHENTICATED', viewer.locale);
  return { errors: [new GraphQLError(message, { extensions: { code: 'UNAUTHENTICATED' } })] };
}

/** The same result with its errors as clients may read them. graphql-jit's lack what Apollo looks at, so all are made anew. */
function forClients(
  { data, errors }: ExecutionResult,
  context: Context,
): ExecutionResult<Record<string, unknown>> {
  return {
    ...(data === undefined ? {} : { data }),
    ...(errors ? { errors: errors.map((error) => publicError(error, context)) } : {}),
    extensions: { cost: context.admission.cost },
  };
}
