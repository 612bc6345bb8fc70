import type { UnitOfWork } from '../database/unit-of-work';
import { authorise, createAccount, grantRole } from '../identity';
import { refuse } from '../kernel/outcome';
import { Auditor } from './auditor.entity';

/** How an auditor signs in. */
export interface AuditorAccountCreateInput {
  id?: string | null;
  auditorId: string;
  email: string;
  password: string;
}

/**
 * Opens an account for the person that the auditor is, with the role AUDITOR from today on.
 * @throws Refusal NOT_FOUND, FORBIDDEN, ALREADY_EXISTS (an account of the auditor, or the e-mail)
 */
export async function createAuditorAccount(
  uow: UnitOfWork,
  input: AuditorAccountCreateInput,
): Promise<{ account: string }> {
  const { id, personId } = await uow.require(Auditor, input.auditorId, ['input', 'auditorId']);
  authorise(uow, 'auditorAccountCreate', { auditorId: id, personId });
  const accounts = await uow.sql('select 1 from account where person_id = $1', [personId]);
  if (accounts.length > 0) refuse('ALREADY_EXISTS', ['input', 'auditorId'], { what: 'Account' });
  const { email, password } = input;
  const { account } = await createAccount(uow, { id: input.id ?? null, personId, email, password });
  await grantRole(uow, { accountId: account, role: 'AUDITOR' });
  return { account };
}
