import type { UnitOfWork } from '../database/unit-of-work';
import { refuse } from '../kernel/outcome';
import type { Audit } from './audit.entity';
import { requireThawed } from './frozen-assignments';

interface Grader {
  auditorId: string;
  seat: string;
}

/** The auditors who judge an audit now: on the team for good, observers left out; longest on the team first. */
export async function gradersOf(uow: UnitOfWork, auditId: string): Promise<string[]> {
  return (await teamOf(uow, auditId))
    .filter(({ seat }) => seat !== 'OBSERVER')
    .map(({ auditorId }) => auditorId);
}

/**
 * The viewer as one of the audit's graders; `authorise` has found that he is on its team.
 * @returns his auditor id
 * @throws Refusal OBSERVER_DOES_NOT_GRADE, ASSIGNMENT_FROZEN
 */
export async function requireGrader(uow: UnitOfWork, audit: Audit): Promise<string> {
  const graders = await gradersOf(uow, audit.id);
  const { auditorId } = uow.viewer;
  if (!auditorId || !graders.includes(auditorId)) refuse('OBSERVER_DOES_NOT_GRADE');
  await requireThawed(uow, audit.id, auditorId);
  return auditorId;
}

/** The sections that an auditor has submitted. */
export async function submittedSections(
  uow: UnitOfWork,
  auditId: string,
  auditorId: string,
): Promise<ReadonlySet<string>> {
  const rows = await uow.sql<{ sectionId: string }>(
    'select section_id as "sectionId" from section_submission where audit_id = $1 and auditor_id = $2',
    [auditId, auditorId],
  );
  return new Set(rows.map(({ sectionId }) => sectionId));
}

/** The sections that every present grader has submitted: the only ones in which the team may compare. */
export async function comparableSections(uow: UnitOfWork, auditId: string): Promise<ReadonlySet<string>> {
  const graders = await gradersOf(uow, auditId);
  const rows = await uow.sql<{ sectionId: string }>(
    `select section_id as "sectionId" from section_submission
     where audit_id = $1 and auditor_id = any($2::uuid[])
     group by section_id having count(*) = $3`,
    [auditId, graders, graders.length],
  );
  // One rater alone has nobody to compare with, for as long as the other seat is empty.
  return new Set(graders.length > 1 ? rows.map(({ sectionId }) => sectionId) : []);
}

function teamOf(uow: UnitOfWork, auditId: string): Promise<Grader[]> {
  return uow.sql<Grader>(
    `select auditor_id as "auditorId", seat from assignment
     where audit_id = $1 and state in ('ACCEPTED', 'CONFIRMED', 'COMPLETED') order by created_at, id`,
    [auditId],
  );
}
