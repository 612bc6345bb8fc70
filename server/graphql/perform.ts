import { createHash } from 'node:crypto';
import canonicalize from 'canonicalize';
import { validate, type ValidationError } from 'class-validator';
import { GraphQLError, getNamedType, isObjectType } from 'graphql';
import { rowRule } from '../identity/policy';
import type { DomainError } from '../kernel/outcome';
import { Refusal } from '../kernel/outcome';
import { ShownOnce } from '../kernel/shown-once';
import { BLANK, blankTexts, UNSTORABLE, unstorableTexts } from '../kernel/text';
import { sqlState, withUnitOfWork, type UnitOfWork } from '../database/unit-of-work';
import { trailWriter } from '../trail';
import type { Context } from './context';
import { readModels } from './read-models';
import { selectionOf, type SelectionInfo } from './selection';
import { messageFor, type Words } from '../kernel/messages';
import { renderError, type RenderedError } from './render-error';
import { ruleInWords } from './rules-in-words';

/** What every mutation brings beside its own input. */
export interface WriteInput {
  idempotencyKey: string;
}

/** The raw ids of the nouns that an act answers with, by payload field; other values are given as they are. */
export type ActResult = Readonly<Record<string, unknown>>;

/** A payload as the API answers: its nouns, or the reasons why nothing happened. */
export type Payload = Record<string, unknown> & { userErrors: RenderedError[]; replayed: boolean };

/**
 * Runs an act for a mutation: input checked, one transaction, at most once per idempotency key, expected refusals as
 * `userErrors`, then the nouns of the payload read back for the viewer.
 * @throws GraphQLError UNAUTHENTICATED for anonymous callers; anything unexpected as it is
 */
export async function perform<I extends WriteInput>(
  context: Context,
  info: SelectionInfo,
  input: I,
  act: (uow: UnitOfWork, input: I) => Promise<ActResult>,
): Promise<Payload> {
  const { accountId } = context.viewer;
  if (!accountId || !context.enter) {
    throw new GraphQLError(messageFor('UNAUTHENTICATED', context.viewer.locale), {
      extensions: { code: 'UNAUTHENTICATED' },
    });
  }
  // The connection is needed for the transaction, and what follows must see what it wrote.
  context.release();
  try {
    const invalid = await validationErrors(input);
    if (invalid.length > 0) throw new Refusal(invalid);
    const { result, replayed } = await once(context, accountId, info.fieldName, input, act);
    await context.renew();
    return { ...(await nounsOf(context, info, result)), userErrors: [], replayed };
  } catch (error) {
    const expected = expectedErrors(error, info.fieldName);
    if (!expected) throw error;
    return { userErrors: expected.map((each) => renderError(each, context.viewer.locale)), replayed: false };
  }
}

/** What the client can act on; a unique key that two callers raced for is one of it. */
function expectedErrors(error: unknown, mutation: string): readonly DomainError[] | null {
  if (error instanceof Refusal) return error.errors;
  if (sqlState(error) === '23505')
    return [{ code: 'ALREADY_EXISTS', path: ['input'], params: { what: mutation } }];
  return null;
}

async function once<I extends WriteInput>(
  context: Context,
  accountId: string,
  mutation: string,
  input: I,
  act: (uow: UnitOfWork, input: I) => Promise<ActResult>,
): Promise<{ result: ActResult; replayed: boolean }> {
  const { dataSource, clock, trailSigner, reviewFacts, proposeGrades, leaveOutbox } = context.application;
  const { idempotencyKey, ...whole } = input;
  const content = withoutSecrets(mutation, whole);
  const hash = createHash('sha256')
    .update(String(canonicalize(content)))
    .digest('hex');
  return withUnitOfWork(
    {
      dataSource,
      clock,
      viewer: context.viewer,
      enter: context.enter,
      requestId: context.requestId,
      rules: rowRule,
      writeTrail: trailWriter(trailSigner),
      leaveOutbox,
      reviewFacts,
      proposeGrades,
    },
    async (uow) => {
      // A second caller with the same key waits here until the first has ended, and then reads its answer.
      const claimed = await uow.sql<unknown>(
        `insert into idempotency_key (account_id, mutation, key, content_hash) values ($1, $2, $3, $4)
         on conflict do nothing returning 1`,
        [accountId, mutation, idempotencyKey, hash],
      );
      const where = [accountId, mutation, idempotencyKey];
      if (claimed.length === 0) {
        const [kept] = await uow.sql<{ content_hash: string; result: ActResult }>(
          'select content_hash, result from idempotency_key where account_id = $1 and mutation = $2 and key = $3',
          where,
        );
        if (!kept || kept.content_hash !== hash) {
          throw new Refusal([
            { code: 'IDEMPOTENCY_KEY_REUSED', path: ['input', 'idempotencyKey'], params: {} },
          ]);
        }
        return { result: kept.result, replayed: true };
      }
      const result = await act(uow, input);
      if (!uow.isAuthorised) throw new Error(`${mutation} never asked the policy table`);
      await uow.sql(
        'update idempotency_key set result = $4 where account_id = $1 and mutation = $2 and key = $3',
        [...where, JSON.stringify(result)],
      );
      return { result, replayed: false };
    },
  );
}

/** Names of secrets, whichever the mutation. */
const SECRET = /password|secret|codeVerifier|secondFactorCode/i;
/** Mutations whose `code` is a secret, and no code of a campaign or a criterion. */
const TAKES_SECRET_CODE = /^(secondFactor|identity|draftReportSign|reportSign|reportAmendmentSign)/;

/** What somebody answers without his name must not be hashed beside it: a few ratings are guessed at once. */
const ANONYMOUS: Readonly<Record<string, ReadonlySet<string>>> = {
  surveyAnswer: new Set(['ratings', 'remark']),
};

/**
 * What of an input is hashed and kept with its key. A fast hash over a password beside values that are known would
 * undo its slow one.
 */
function withoutSecrets(mutation: string, input: object): Record<string, unknown> {
  const isSecret = (name: string): boolean =>
    SECRET.test(name) ||
    (name === 'code' && TAKES_SECRET_CODE.test(mutation)) ||
    (ANONYMOUS[mutation]?.has(name) ?? false);
  return Object.fromEntries(Object.entries(input).filter(([name]) => !isSecret(name)));
}

/** Reads the nouns of the payload, each as far as the client asked. */
async function nounsOf(context: Context, info: SelectionInfo, result: ActResult): Promise<ActResult> {
  const payload = getNamedType(info.returnType);
  if (!isObjectType(payload)) throw new Error(`${info.fieldName} has no payload type`);
  const entries = await Promise.all(
    Object.entries(result).map(async ([field, value]) => {
      const type = payload.getFields()[field]?.type;
      if (!type) throw new Error(`${payload.name} has no field ${field}`);
      const named = getNamedType(type);
      if (!readModels.has(named.name))
        return [field, value instanceof ShownOnce ? (value.value as unknown) : value] as const;
      const selection = selectionOf(info, [field]);
      if (Array.isArray(value)) {
        const rows = await context.reader.byIds(selection, value as string[]);
        return [field, rows.filter((row) => row !== null)] as const;
      }
      const [row] = await context.reader.byIds(selection, value ? [value as string] : []);
      return [field, row ?? null] as const;
    }),
  );
  return Object.fromEntries(entries);
}

async function validationErrors(input: object): Promise<DomainError[]> {
  const refusedTexts = (paths: readonly (readonly string[])[], rule: Words): DomainError[] =>
    paths.map((path) => ({ code: 'VALIDATION', path, params: { rule } }));
  const unstorable = refusedTexts(unstorableTexts(input, ['input']), UNSTORABLE);
  // The validators take well-formed text for granted: that of e-mail addresses throws at half a character.
  if (unstorable.length > 0) return unstorable;
  // And they count spaces as characters: a reason of spaces alone is none.
  const blank = refusedTexts(blankTexts(input, ['input']), BLANK);
  if (blank.length > 0) return blank;
  const errors = await validate(input, {
    forbidUnknownValues: false,
    skipMissingProperties: true,
    validationError: { target: false, value: false },
  });
  const flatten = (list: readonly ValidationError[], path: readonly string[]): DomainError[] =>
    list.flatMap((error) => {
      const here = [...path, error.property];
      const own = Object.entries(error.constraints ?? {}).map(([name, sentence]): DomainError => ({
        code: 'VALIDATION',
        path: here,
        params: { rule: ruleInWords(name, sentence) },
      }));
      return [...own, ...flatten(error.children ?? [], here)];
    });
  return flatten(errors, ['input']);
}
