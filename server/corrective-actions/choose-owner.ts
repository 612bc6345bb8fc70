import type { UnitOfWork } from '../database/unit-of-work';
import { uuidOf } from '../kernel/ids';
import { refuse } from '../kernel/outcome';
import { parisDate } from '../kernel/working-days';
import { CorrectiveActionOwner } from './corrective-action-owner.entity';

const OF_SERVICE = `
  select o.id from account o join role_grant r on r.account_id = o.id
  where o.id = $1 and o.disabled_at is null and r.audited_service_id = $2 and r.revoked_at is null
    and r.from_date <= $3::date and coalesce(r.to_date, 'infinity') >= $3::date limit 1`;

/**
 * The account of the service that is to own an action.
 * @param id a global id, or null for an owner who has no account
 * @throws Refusal OWNER_NOT_OF_SERVICE, also for an account that does not exist
 */
export async function chosenOwner(
  uow: UnitOfWork,
  auditedServiceId: string,
  id: string | null,
): Promise<string | null> {
  if (id === null) return null;
  const values = [uuidOf('Account', id), auditedServiceId, parisDate(uow.now())];
  const [account] = await uow.sql<{ id: string }>(OF_SERVICE, values);
  return account?.id ?? refuse('OWNER_NOT_OF_SERVICE', ['input', 'ownerAccountId']);
}

/** Writes who owns an action in place of whoever did. */
export async function writeOwner(uow: UnitOfWork, actionId: string, accountId: string | null): Promise<void> {
  await uow.sql('delete from corrective_action_owner where id = $1', [actionId]);
  if (accountId !== null) await uow.insert(CorrectiveActionOwner, { id: actionId, accountId });
}
