import type { UnitOfWork } from '../database/unit-of-work';
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

/**
 * `perform` for acts that make the platform speak to somebody outside: as often as `countOutward` lets one, refused ones
 * counted too.
 * @param look what must be asked outside before the act decides; no connection to the database is held meanwhile, since
 *   whoever is asked may take his time
 */
export async function performOutward<I extends WriteInput, F>(
  context: Context,
  info: SelectionInfo,
  input: I,
  look: () => Promise<F>,
  act: (uow: UnitOfWork, input: I, found: F) => Promise<ActResult>,
): Promise<Payload> {
  // Nobody is asked for whoever is not signed in: `perform` turns him away before it acts.
  if (!context.viewer.accountId) return perform(context, info, input, () => Promise.resolve({}));
  context.release();
  try {
    countOutward(context);
  } catch (error) {
    return refusedPayload(context, error);
  }
  const found = await look();
  return perform(context, info, input, (uow) => act(uow, input, found));
}
