import type { UnitOfWork } from '../database/unit-of-work';
import { refuse, type ErrorPath } from '../kernel/outcome';
import type { GradeStage, GradeValue } from './grade.entity';
import { needsReason } from './needs-reason';

/** What measures propose to a rater, by criterion; nothing to the service, which judges itself. */
export function proposalsFor(
  uow: UnitOfWork,
  rater: { auditId: string; stage: GradeStage; auditorId: string | null },
  criterionIds: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const { auditId, stage, auditorId } = rater;
  if (stage === 'SELF' || criterionIds.length === 0) return Promise.resolve(new Map());
  const of = stage === 'AUDITOR' ? auditorId : null;
  return uow.proposedGrades({ auditId, stage, auditorId: of }, criterionIds);
}

/**
 * Why a grade is another one than its measure proposes; null when it is the same, or nothing is proposed. A grade that is
 * explained anyway needs no second reason.
 * @throws Refusal MEASURE_DIFFERENCE_UNEXPLAINED
 */
export function requireDifferenceReason(
  said: { value: GradeValue; reason: string | null; differenceReason?: string | null },
  proposed: string | undefined,
  criterion: string,
  path: ErrorPath,
): string | null {
  if (proposed === undefined || proposed === said.value) return null;
  const reason = said.differenceReason?.trim() || (needsReason(said.value) ? said.reason : null);
  if (!reason) refuse('MEASURE_DIFFERENCE_UNEXPLAINED', path, { criterion, proposed });
  return reason;
}

/** Which of some grades have it kept with them why they differ. */
export async function explainedAmong(uow: UnitOfWork, gradeIds: readonly string[]): Promise<Set<string>> {
  if (gradeIds.length === 0) return new Set();
  const explained = await uow.sql<{ id: string }>(
    'select id from grade_difference where id = any($1::uuid[])',
    [gradeIds],
  );
  return new Set(explained.map(({ id }) => id));
}

/** Keeps with a grade why it differs, or that it does not. */
export async function keepDifference(
  uow: UnitOfWork,
  gradeId: string,
  proposed: string | undefined,
  reason: string | null,
): Promise<void> {
  if (proposed === undefined || reason === null) {
    await uow.sql('delete from grade_difference where id = $1', [gradeId]);
    return;
  }
  await uow.sql(
    `insert into grade_difference (id, proposed_value, reason) values ($1, $2, $3)
     on conflict (id) do update set proposed_value = excluded.proposed_value, reason = excluded.reason, updated_at = now()`,
    [gradeId, proposed, reason],
  );
}

interface StoredGrade {
  id: string;
  criterionId: string;
  code: string;
  value: GradeValue;
  reason: string | null;
  differenceReason: string | null;
}

/**
 * Grades that stand already, held against what is measured now: facts may have come in since. Facts are computed once,
 * whatever the number of grades.
 * @param where condition on the grades `g`
 * @returns for each of them, in the order of their criteria, what refuses one that differs and that nobody explained
 */
export async function differencesOf(
  uow: UnitOfWork,
  rater: { auditId: string; stage: GradeStage; auditorId: string | null },
  where: string,
  values: readonly unknown[],
): Promise<ReadonlyMap<string, (path: ErrorPath) => void>> {
  const grades = await uow.sql<StoredGrade>(
    `select g.id, g.criterion_id as "criterionId", c.code, g.value, g.reason, d.reason as "differenceReason"
     from grade g join criterion c on c.id = g.criterion_id left join grade_difference d on d.id = g.id
     where ${where} order by c.position`,
    values,
  );
  const proposals = await proposalsFor(
    uow,
    rater,
    grades.map(({ criterionId }) => criterionId),
  );
  return new Map(
    grades.map((grade) => [
      grade.id,
      (path) => void requireDifferenceReason(grade, proposals.get(grade.criterionId), grade.code, path),
    ]),
  );
}
