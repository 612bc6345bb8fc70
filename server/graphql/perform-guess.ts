import { countGuess, type CountedGuess } from '../identity/guesses/count-guess';
import type { UnitOfWork } from '../database/unit-of-work';
import type { ErrorCode } from '../kernel/messages';
import type { Context } from './context';
import { perform, type ActResult, type Payload, type WriteInput } from './perform';
import { signInPartsOf } from './perform-sign-in';
import { refusedPayload } from './render-error';
import type { SelectionInfo } from './selection';

/** What a wrong guess of a secret comes back as. */
const WRONG: ReadonlySet<ErrorCode> = new Set(['PASSWORD_WRONG', 'SECOND_FACTOR_CODE_WRONG']);

/**
 * `perform` for acts that ask for a password or a code: whoever holds a session by theft must not be able to try them
 * out. A guess is counted outside the act's transaction, which a wrong one rolls back.
 */
export async function performGuess<I extends WriteInput>(
  context: Context,
  info: SelectionInfo,
  input: I,
  act: (uow: UnitOfWork, input: I) => Promise<ActResult>,
): Promise<Payload> {
  context.release();
  let guess: CountedGuess;
  try {
    guess = await countGuess(signInPartsOf(context), { account: context.viewer.accountId ?? '' });
  } catch (error) {
    return refusedPayload(context, error);
  }
  const payload = await perform(context, info, input, act);
  if (!payload.userErrors.some(({ code }) => WRONG.has(code))) await guess.giveBack();
  return payload;
}
