import type { UnitOfWork } from '../database/unit-of-work';
import { uuidOf } from '../kernel/ids';
import { refuse, type ErrorPath } from '../kernel/outcome';
import { Assignment } from './assignment.entity';
import { Audit } from './audit.entity';
import { Recusal } from './recusal.entity';

/**
 * Loads an assignment that the viewer may see, with its audit, both locked, the audit first. An auditor who has not
 * accepted yet does not see the audit: the act gets it, he does not.
 * @throws Refusal NOT_FOUND, STALE_VERSION
 */
export async function requireAssignment(
  uow: UnitOfWork,
  id: string,
  path: ErrorPath,
  expectedVersion?: number,
): Promise<{ assignment: Assignment; audit: Audit }> {
  const audit = await lockAuditOf(uow, 'assignment', uuidOf('Assignment', id), path);
  return { assignment: await uow.require(Assignment, id, path, expectedVersion), audit };
}

/**
 * Loads a recusal that the viewer may see, with its audit and assignment, the audit locked first.
 * @throws Refusal NOT_FOUND, STALE_VERSION
 */
export async function requireRecusal(
  uow: UnitOfWork,
  id: string,
  path: ErrorPath,
  expectedVersion?: number,
): Promise<{ recusal: Recusal; assignment: Assignment; audit: Audit }> {
  const audit = await lockAuditOf(uow, 'recusal', uuidOf('Recusal', id), path);
  const recusal = await uow.require(Recusal, id, path, expectedVersion);
  const assignment = await uow.manager
    .createQueryBuilder(Assignment, 's')
    .setLock('pessimistic_write')
    .where('s.id = :id', { id: recusal.assignmentId })
    .getOneOrFail();
  return { recusal, assignment, audit };
}

async function lockAuditOf(
  uow: UnitOfWork,
  table: 'assignment' | 'recusal',
  uuid: string | null,
  path: ErrorPath,
): Promise<Audit> {
  const audit = uuid
    ? await uow.manager
        .createQueryBuilder(Audit, 'a')
        .setLock('pessimistic_write')
        .where(`a.id = (select x.audit_id from ${table} x where x.id = :uuid)`, { uuid })
        .getOne()
    : null;
  if (!audit) refuse('NOT_FOUND', path);
  return audit;
}
