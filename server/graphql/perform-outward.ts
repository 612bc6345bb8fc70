import { asPlatform } from '../database/as-platform';
import type { UnitOfWork } from '../database/unit-of-work';
import { mightDo } from '../identity';
import { Refusal } from '../kernel/outcome';
import type { Context } from './context';
import { perform, type ActResult, type Payload, type WriteInput } from './perform';
import { refusedPayload } from './render-error';
import type { SelectionInfo } from './selection';

/**
 * Counts a request that makes the platform speak to somebody outside, or sign what could be sent there.
 * @throws Refusal WEBHOOK_REQUESTS_TOO_MANY with the time at which the window ends
 */
export function countOutward({ application, viewer }: Context): void {
  const { limiter, most } = application.outward;
  const { isEnough, resetAt } = limiter.spend(viewer.accountId ?? '', most, 1);
  if (isEnough) return;
  const params = { until: resetAt.toISOString() };
  throw new Refusal([{ code: 'WEBHOOK_REQUESTS_TOO_MANY', path: null, params }]);
}

/** Its row names all who may have an endpoint; those of the other acts say SELF, which everybody is of something. */
const OPENING = 'webhookEndpointCreate';

/**
 * `perform` for acts that make the platform speak to somebody outside: as often as `countOutward` lets one, refused ones
 * counted too. Whoever is answered anyhow (not signed in, without a part in it, a key that is kept) is neither counted nor
 * has anybody asked.
 * @param look what must be asked outside before the act decides; no connection to the database is held meanwhile, since
 *   whoever is asked may take his time
 * @param act decides whether the viewer may do it before it looks at what was found
 */
export async function performOutward<I extends WriteInput, F>(
  context: Context,
  info: SelectionInfo,
  input: I,
  look: () => Promise<F | null>,
  act: (uow: UnitOfWork, input: I, found: F | null) => Promise<ActResult>,
): Promise<Payload> {
  context.release();
  if (!mightDo(context.viewer, OPENING) || (await isKept(context, info.fieldName, input)))
    return perform(context, info, input, (uow) => refusedUnasked(act(uow, input, null), info));
  try {
    countOutward(context);
  } catch (error) {
    return refusedPayload(context, error);
  }
  const found = await look();
  return perform(context, info, input, (uow) => act(uow, input, found));
}

/** An act for which nobody was asked refuses, with its own words; one that would happen is undone. */
async function refusedUnasked(acted: Promise<ActResult>, { fieldName }: SelectionInfo): Promise<never> {
  await acted;
  throw new Error(`${fieldName} would have happened without anybody asked`);
}

/** Whether `perform` answers from what it kept. */
async function isKept(
  { application, viewer }: Context,
  mutation: string,
  { idempotencyKey }: WriteInput,
): Promise<boolean> {
  const kept = await asPlatform(application.dataSource, (manager) =>
    manager.query<unknown[]>(
      'select 1 from idempotency_key where account_id = $1 and mutation = $2 and key = $3',
      [viewer.accountId, mutation, idempotencyKey],
    ),
  );
  return kept.length > 0;
}
