import type { UnitOfWork } from '../database/unit-of-work';
import { uuidOf } from '../kernel/ids';
import type { ErrorCode } from '../kernel/messages';
import { refuse, type ErrorPath } from '../kernel/outcome';
import type { Audit } from './audit.entity';
import { Grade, type GradeStage, type GradeValue } from './grade.entity';
import { explainedAmong, keepDifference, proposalsFor, requireDifferenceReason } from './measure-difference';
import { needsReason } from './needs-reason';

/** What a rater says of one criterion. It is said whole: what is left out is cleared. */
export interface GradeStatement {
  /** UUID of a first grade, chosen by the client. */
  id?: string | null;
  criterionId: string;
  /** The version that was read; null or 0 for a first grade. */
  expectedVersion?: number | null;
  value: GradeValue;
  /** Compulsory when the criterion is not applicable or not evaluated. */
  reason?: string | null;
  comment?: string | null;
  /** Why it is another one than the measure proposes; compulsory then. */
  differenceReason?: string | null;
  /** Time spent. */
  minutes?: number | null;
  /** When it was noted, which may be before it reached the platform. */
  capturedAt?: string | null;
}

/** What the statements of one rater on one audit are held against; loaded once for a whole batch. */
export interface Grading {
  audit: Audit;
  stage: GradeStage;
  /** The rater; for a consensus, the proposer; null for the self-assessment. */
  auditorId: string | null;
  /** Each criterion named that belongs to the audit's template version. */
  criteria: ReadonlyMap<string, { sectionId: string; code: string }>;
  /** What measures propose for them. */
  proposals: ReadonlyMap<string, string>;
  /** Present grade of each criterion named. */
  present: Map<string, Grade>;
  /** Those with which it is kept why they differ from what was proposed. */
  explained: Set<string>;
  /** Why a section takes no grade now; null when it does. */
  closed: (sectionId: string) => ErrorCode | null;
}

/**
 * Loads what statements are held against, in as many SQL statements whatever their number. The audit must be locked.
 * @param criterionIds as the client wrote them
 */
export async function openGrading(
  uow: UnitOfWork,
  rater: Pick<Grading, 'audit' | 'stage' | 'auditorId' | 'closed'>,
  criterionIds: readonly string[],
): Promise<Grading> {
  const { audit, stage, auditorId } = rater;
  const named = criterionIds.flatMap((id) => uuidOf('Criterion', id) ?? []);
  const criteria = await uow.sql<{ id: string; sectionId: string; code: string }>(
    `select id, section_id as "sectionId", code from criterion
     where id = any($1::uuid[]) and template_version_id = $2`,
    [named, audit.templateVersionId],
  );
  const present = await uow.manager
    .createQueryBuilder(Grade, 'g')
    .where('g.audit_id = :auditId and g.stage = :stage and g.criterion_id = any(:named::uuid[])', {
      auditId: audit.id,
      stage,
      named,
    })
    .andWhere(stage === 'AUDITOR' ? 'g.auditor_id = :auditorId' : 'true', { auditorId })
    .getMany();
  return {
    ...rater,
    criteria: new Map(criteria.map(({ id, ...criterion }) => [id, criterion])),
    proposals: await proposalsFor(uow, { auditId: audit.id, stage, auditorId }, named),
    present: new Map(present.map((grade) => [grade.criterionId, grade])),
    explained: await explainedAmong(
      uow,
      present.map(({ id }) => id),
    ),
  };
}

/**
 * Writes one statement: a first grade, or another version of the present one.
 * @param path where the statement stands in the input
 * @returns id of the grade
 * @throws Refusal CRITERION_NOT_IN_TEMPLATE, SECTION_SUBMITTED, SECTION_NOT_SUBMITTED, REASON_MISSING,
 *   MEASURE_DIFFERENCE_UNEXPLAINED, STALE_VERSION,
 *   NOT_FOUND (a version of a grade that does not exist), ID_TAKEN
 */
export async function writeGrade(
  uow: UnitOfWork,
  grading: Grading,
  statement: GradeStatement,
  path: ErrorPath,
): Promise<string> {
  const { audit, stage, auditorId } = grading;
  const criterionId = uuidOf('Criterion', statement.criterionId);
  const criterion = criterionId && grading.criteria.get(criterionId);
  if (!criterionId || !criterion) refuse('CRITERION_NOT_IN_TEMPLATE', [...path, 'criterionId']);
  const closed = grading.closed(criterion.sectionId);
  if (closed) refuse(closed, [...path, 'criterionId']);
  const reason = statement.reason?.trim() || null;
  if (needsReason(statement.value) && !reason) refuse('REASON_MISSING', [...path, 'reason']);
  const proposed = grading.proposals.get(criterionId);
  const difference = requireDifferenceReason({ ...statement, reason }, proposed, criterion.code, [
    ...path,
    'differenceReason',
  ]);
  const keep = async (gradeId: string): Promise<void> => {
    if (!difference && !grading.explained.has(gradeId)) return;
    // A later row of the batch may restate it.
    grading.explained.add(gradeId);
    await keepDifference(uow, gradeId, proposed, difference);
  };
  const said = {
    value: statement.value,
    reason,
    comment: statement.comment ?? null,
    minutes: statement.minutes ?? null,
    capturedAt: statement.capturedAt ?? null,
    auditorId,
    agreedByAuditorId: null,
  };
  const expected = statement.expectedVersion ?? 0;
  const present = grading.present.get(criterionId);
  if (present) {
    if (present.version !== expected) {
      refuse(
        'STALE_VERSION',
        [...path, 'expectedVersion'],
        { expected, actual: present.version },
        { kind: 'STALE_VERSION', type: 'Grade', id: present.id },
      );
    }
    await uow.change(Grade, present, said);
    await keep(present.id);
    return present.id;
  }
  if (expected !== 0) refuse('NOT_FOUND', [...path, 'criterionId']);
  const first = { ...said, auditId: audit.id, campaignId: audit.campaignId, criterionId, stage };
  const id = await uow.insert(Grade, { ...first, ...(statement.id ? { id: statement.id } : {}) });
  await keep(id);
  grading.present.set(criterionId, Object.assign(new Grade(), first, { id, version: 1 }));
  return id;
}
