import type { UnitOfWork } from '../database/unit-of-work';
import { authorise, createAccount, grantRole } from '../identity';
import { refuse } from '../kernel/outcome';
import type { ServiceRole } from '../kernel/viewer';
import { AuditedService } from './audited-service.entity';

/** A person of a service, and as what they sign in. */
export interface ServiceAccountCreateInput {
  id?: string | null;
  auditedServiceId: string;
  familyName: string;
  givenName: string;
  email: string;
  password: string;
  role: ServiceRole;
}

/**
 * Opens an account for a person of a service, with a role in that service from today on.
 * @throws Refusal NOT_FOUND, FORBIDDEN, SERVICE_ARCHIVED, ALREADY_EXISTS (the e-mail)
 */
export async function createServiceAccount(
  uow: UnitOfWork,
  input: ServiceAccountCreateInput,
): Promise<{ account: string }> {
  const path = ['input', 'auditedServiceId'];
  const service = await uow.require(AuditedService, input.auditedServiceId, path);
  authorise(uow, 'serviceAccountCreate', { auditedServiceId: service.id });
  if (service.archivedAt !== null) refuse('SERVICE_ARCHIVED', path);
  const { id, familyName, givenName, email, password, role } = input;
  const { account } = await createAccount(uow, { id: id ?? null, familyName, givenName, email, password });
  await grantRole(uow, { accountId: account, role, auditedServiceId: service.id });
  return { account };
}
