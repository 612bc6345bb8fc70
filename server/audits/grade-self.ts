import type { UnitOfWork } from '../database/unit-of-work';
import { authorise } from '../identity';
import { writeGrades, type GradeBatchResult } from './grade-batch';
import { requireAudit, requireState, subjectOf } from './require-audit';
import { noteGrades, type GradeRecordInput, type GradesRecordInput } from './record-grade';
import { openGrading, writeGrade, type Grading, type GradeStatement } from './write-grade';

/**
 * Records the service's own judgement of one criterion, until it submits its self-assessment.
 * @throws Refusal NOT_FOUND, FORBIDDEN, ILLEGAL_TRANSITION, and those of `writeGrade`
 */
export async function gradeSelf(uow: UnitOfWork, input: GradeRecordInput): Promise<{ grade: string }> {
  const grading = await openSelfGrading(uow, 'gradeSelf', input.auditId, [input]);
  const grade = await writeGrade(uow, grading, input, ['input']);
  noteGrades(uow, 'gradeSelf', grading, 'Grade', grade);
  return { grade };
}

/** Records many of the service's own judgements at once, with one result for each; see `gradeSelf`. */
export async function gradesSelf(uow: UnitOfWork, input: GradesRecordInput): Promise<GradeBatchResult> {
  const grading = await openSelfGrading(uow, 'gradesSelf', input.auditId, input.grades);
  const result = await writeGrades(uow, grading, input.grades, input.errorPolicy);
  noteGrades(uow, 'gradesSelf', grading, 'Audit', grading.audit.id, result);
  return result;
}

async function openSelfGrading(
  uow: UnitOfWork,
  act: string,
  auditId: string,
  statements: readonly GradeStatement[],
): Promise<Grading> {
  const audit = await requireAudit(uow, auditId, ['input', 'auditId']);
  authorise(uow, act, subjectOf(audit));
  requireState(audit, ['SELF_ASSESSMENT']);
  return openGrading(
    uow,
    { audit, stage: 'SELF', auditorId: null, closed: () => null },
    statements.map(({ criterionId }) => criterionId),
  );
}
