import type { UnitOfWork } from '../database/unit-of-work';
import { authorise } from '../identity';
import type { AuditState } from './audit.states';
import { writeGrades, type ErrorPolicy, type GradeBatchResult, type GradeRow } from './grade-batch';
import { requireGrader, submittedSections } from './graders';
import { requireAudit, requireState, subjectOf } from './require-audit';
import { openGrading, writeGrade, type Grading, type GradeStatement } from './write-grade';

/** When auditors judge: from the documents to the end of the visit. */
export const GRADING_STATES: readonly AuditState[] = ['DOCUMENT_REVIEW', 'ON_SITE'];

/** One auditor's grade. */
export interface GradeRecordInput extends GradeStatement {
  auditId: string;
}

/** Many grades of one auditor, as a device that was offline hands them in. */
export interface GradesRecordInput {
  auditId: string;
  grades: readonly GradeRow[];
  errorPolicy: ErrorPolicy;
}

/**
 * Records the viewer's own grade of one criterion, blind to his team mates, until he has submitted its section.
 * @throws Refusal NOT_FOUND, FORBIDDEN, ILLEGAL_TRANSITION, OBSERVER_DOES_NOT_GRADE, and those of `writeGrade`
 */
export async function recordGrade(uow: UnitOfWork, input: GradeRecordInput): Promise<{ grade: string }> {
  const grading = await openOwnGrading(uow, 'gradeRecord', input.auditId, [input]);
  const grade = await writeGrade(uow, grading, input, ['input']);
  noteGrades(uow, 'gradeRecord', grading, 'Grade', grade);
  return { grade };
}

/** Records many of the viewer's own grades at once, with one result for each; see `recordGrade`. */
export async function recordGrades(uow: UnitOfWork, input: GradesRecordInput): Promise<GradeBatchResult> {
  const grading = await openOwnGrading(uow, 'gradesRecord', input.auditId, input.grades);
  const result = await writeGrades(uow, grading, input.grades, input.errorPolicy);
  noteGrades(uow, 'gradesRecord', grading, 'Audit', grading.audit.id, result);
  return result;
}

async function openOwnGrading(
  uow: UnitOfWork,
  act: string,
  auditId: string,
  statements: readonly GradeStatement[],
): Promise<Grading> {
  const audit = await requireAudit(uow, auditId, ['input', 'auditId']);
  authorise(uow, act, subjectOf(audit));
  requireState(audit, GRADING_STATES);
  const auditorId = await requireGrader(uow, audit);
  const submitted = await submittedSections(uow, audit.id, auditorId);
  return openGrading(
    uow,
    {
      audit,
      stage: 'AUDITOR',
      auditorId,
      closed: (sectionId) => (submitted.has(sectionId) ? 'SECTION_SUBMITTED' : null),
    },
    statements.map(({ criterionId }) => criterionId),
  );
}

/** Notes for the trail that grades were written; never what they say, since others may read the trail. */
export function noteGrades(
  uow: UnitOfWork,
  act: string,
  { audit }: Pick<Grading, 'audit'>,
  objectType: 'Grade' | 'Audit' | 'SectionSubmission',
  objectId: string,
  batch?: GradeBatchResult,
): void {
  const detail = batch ? { written: batch.grades.length, rows: batch.rows.length } : {};
  uow.record({ act, objectType, objectId, campaignId: audit.campaignId, detail });
}
