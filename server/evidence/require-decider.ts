import { gradersOf, requireThawed, type Audit } from '../audits';
import type { UnitOfWork } from '../database/unit-of-work';
import { refuse } from '../kernel/outcome';

/**
 * The viewer as one of those who ask for evidence and judge it; `authorise` has found that he is on the audit's team.
 * @returns his auditor id
 * @throws Refusal OBSERVER_DOES_NOT_DECIDE, ASSIGNMENT_FROZEN
 */
export async function requireDecider(uow: UnitOfWork, audit: Audit): Promise<string> {
  const { auditorId } = uow.viewer;
  if (!auditorId || !(await gradersOf(uow, audit.id)).includes(auditorId)) refuse('OBSERVER_DOES_NOT_DECIDE');
  await requireThawed(uow, audit.id, auditorId);
  return auditorId;
}
