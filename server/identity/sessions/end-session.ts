import type { UnitOfWork } from '../../database/unit-of-work';
import { refuse } from '../../kernel/outcome';
import { authorise } from '../authorise';
import { AccountSession, type EndReason } from './account-session.entity';

async function end(
  uow: UnitOfWork,
  act: string,
  session: AccountSession,
  endReason: EndReason,
): Promise<void> {
  await uow.change(AccountSession, session, { endedAt: uow.now().toISOString(), endReason });
  uow.record({ act, objectType: 'AccountSession', objectId: session.id });
}

/** Ends the session that asks: its tokens, of both kinds, count no more. */
export async function signOut(uow: UnitOfWork): Promise<{ accountSession: string }> {
  const session = await uow.require(AccountSession, uow.viewer.sessionId ?? '', ['input']);
  authorise(uow, 'signOut', { accountId: session.accountId });
  await end(uow, 'signOut', session, 'SIGNED_OUT');
  return { accountSession: session.id };
}

/** Which session to end. */
export interface SessionRevokeInput {
  accountSessionId: string;
}

/**
 * Ends a session of one's own, or as an administrator anybody's.
 * @throws Refusal NOT_FOUND, FORBIDDEN, SESSION_ENDED
 */
export async function revokeSession(
  uow: UnitOfWork,
  input: SessionRevokeInput,
): Promise<{ accountSession: string }> {
  const path = ['input', 'accountSessionId'];
  const session = await uow.require(AccountSession, input.accountSessionId, path);
  authorise(uow, 'sessionRevoke', { accountId: session.accountId });
  if (session.endedAt !== null) refuse('SESSION_ENDED', path);
  await end(uow, 'sessionRevoke', session, 'REVOKED');
  return { accountSession: session.id };
}
