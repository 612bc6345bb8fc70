import type { UnitOfWork } from '../database/unit-of-work';
import { uuidOf } from '../kernel/ids';
import { refuse } from '../kernel/outcome';
import { parisDate } from '../kernel/working-days';
import { Account } from './account.entity';
import { authorise } from './authorise';
import { PROGRAMME_ROLES, RoleGrant, SERVICE_ROLES, type Role } from './role-grant.entity';

/** Which role for whom, and from when to when. */
export interface RoleGrantInput {
  id?: string | null;
  accountId: string;
  role: Role;
  /** The service of a service role; null for a role of the programme. */
  auditedServiceId?: string | null;
  /** First day; today when left out. */
  fromDate?: string | null;
  /** Last day; open when left out. */
  toDate?: string | null;
}

/** Which grant to take back. */
export interface RoleRevokeInput {
  roleGrantId: string;
  expectedVersion: number;
}

const serviceRoles: readonly string[] = SERVICE_ROLES;

/** Roles that each granting role hands out: administrators staff the programme, the coordination its audits. */
const GRANTED_BY: Readonly<Record<'ADMIN' | 'COORDINATOR', readonly Role[]>> = {
  ADMIN: PROGRAMME_ROLES,
  COORDINATOR: [...SERVICE_ROLES, 'AUDITOR'],
};

/** @throws Refusal FORBIDDEN naming who may hand the role out */
function mustHandOut(uow: UnitOfWork, role: Role): void {
  const granting = (['ADMIN', 'COORDINATOR'] as const).filter((by) => GRANTED_BY[by].includes(role));
  if (!granting.some((by) => uow.viewer.roles.has(by)))
    refuse('FORBIDDEN', null, { allowed: granting.join(', ') });
}

/**
 * Checks that the viewer might have granted every role that these accounts hold or are to hold: whoever can become an
 * account, or end it, has power over its roles.
 * @throws Refusal FORBIDDEN naming who may hand the role out
 */
export async function mustHandOutAll(uow: UnitOfWork, accountIds: readonly string[]): Promise<void> {
  const grants = await uow.sql<{ role: Role; auditedServiceId: string | null }>(
    `select role, audited_service_id as "auditedServiceId" from role_grant
     where account_id = any($1::uuid[]) and revoked_at is null order by id`,
    [[...accountIds]],
  );
  for (const { role, auditedServiceId } of grants) {
    // Walled off from a service, a coordinator has no say in who belongs to it.
    authorise(uow, 'roleGrant', { auditedServiceId });
    mustHandOut(uow, role);
  }
}

/**
 * Grants a role to somebody else's account.
 * @throws Refusal NOT_FOUND, FORBIDDEN, NOT_FOR_ONESELF, ROLE_SERVICE_MISMATCH, SERVICE_ARCHIVED, DATES_REVERSED,
 * ALREADY_EXISTS when the account holds the role in part of that time already
 */
export async function grantRole(uow: UnitOfWork, input: RoleGrantInput): Promise<{ roleGrant: string }> {
  const account = await uow.require(Account, input.accountId, ['input', 'accountId']);
  const auditedServiceId = await serviceOf(uow, input);
  authorise(uow, 'roleGrant', { auditedServiceId });
  mustHandOut(uow, input.role);
  if (account.id === uow.viewer.accountId) refuse('NOT_FOR_ONESELF', ['input', 'accountId']);
  const fromDate = input.fromDate ?? parisDate(uow.now());
  const toDate = input.toDate ?? null;
  if (toDate !== null && toDate < fromDate) refuse('DATES_REVERSED', ['input', 'toDate']);
  const held = await uow.sql(
    `select 1 from role_grant
     where account_id = $1 and role = $2 and audited_service_id is not distinct from $3::uuid and revoked_at is null
       and daterange(from_date, to_date, '[]') && daterange($4::date, $5::date, '[]')`,
    [account.id, input.role, auditedServiceId, fromDate, toDate],
  );
  if (held.length > 0) refuse('ALREADY_EXISTS', ['input', 'role'], { what: input.role });
  const roleGrant = await uow.insert(RoleGrant, {
    ...(input.id ? { id: input.id } : {}),
    accountId: account.id,
    role: input.role,
    auditedServiceId,
    fromDate,
    toDate,
    grantedById: uow.viewer.accountId,
  });
  await reviewManager(uow, 'roleGrant', input.role, account.personId);
  uow.record({
    act: 'roleGrant',
    objectType: 'RoleGrant',
    objectId: roleGrant,
    detail: { role: input.role },
  });
  return { roleGrant };
}

/** Whoever answers for a service counts among its people, for those who have a personal tie with him. */
async function reviewManager(
  uow: UnitOfWork,
  cause: string,
  role: Role,
  personId: string | null,
): Promise<void> {
  if (role === 'SERVICE_MANAGER' && personId) await uow.reviewFacts({ cause, personIds: [personId] });
}

/** UUID of the service that a service role is for. This room stands before that of the services, hence the SQL. */
async function serviceOf(
  uow: UnitOfWork,
  { role, auditedServiceId }: RoleGrantInput,
): Promise<string | null> {
  if (serviceRoles.includes(role) !== !!auditedServiceId)
    refuse('ROLE_SERVICE_MISMATCH', ['input', 'auditedServiceId']);
  if (!auditedServiceId) return null;
  const [service] = await uow.sql<{ id: string; isArchived: boolean }>(
    `select id, archived_at is not null as "isArchived" from audited_service where id = $1`,
    [uuidOf('AuditedService', auditedServiceId)],
  );
  if (!service) return refuse('NOT_FOUND', ['input', 'auditedServiceId']);
  if (service.isArchived) refuse('SERVICE_ARCHIVED', ['input', 'auditedServiceId']);
  return service.id;
}

/**
 * Takes a role back at once: it does not count on the next request of its account.
 * @throws Refusal NOT_FOUND, FORBIDDEN, STALE_VERSION, NOT_FOR_ONESELF, ROLE_REVOKED
 */
export async function revokeRole(uow: UnitOfWork, input: RoleRevokeInput): Promise<{ roleGrant: string }> {
  const grant = await uow.require(
    RoleGrant,
    input.roleGrantId,
    ['input', 'roleGrantId'],
    input.expectedVersion,
  );
  authorise(uow, 'roleRevoke', { auditedServiceId: grant.auditedServiceId });
  mustHandOut(uow, grant.role);
  if (grant.accountId === uow.viewer.accountId) refuse('NOT_FOR_ONESELF', ['input', 'roleGrantId']);
  if (grant.revokedAt !== null) refuse('ROLE_REVOKED', ['input', 'roleGrantId']);
  await uow.change(RoleGrant, grant, { revokedAt: uow.now().toISOString() });
  const { personId } = await uow.manager.findOneByOrFail(Account, { id: grant.accountId });
  await reviewManager(uow, 'roleRevoke', grant.role, personId);
  uow.record({
    act: 'roleRevoke',
    objectType: 'RoleGrant',
    objectId: grant.id,
    detail: { role: grant.role },
  });
  return { roleGrant: grant.id };
}
