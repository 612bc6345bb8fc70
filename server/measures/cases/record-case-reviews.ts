import { randomUUID } from 'node:crypto';
import { requireGrader, requireState, subjectOf, type ErrorPolicy } from '../../audits';
import type { UnitOfWork } from '../../database/unit-of-work';
import { authorise } from '../../identity';
import { isUuid } from '../../kernel/ids';
import { Refusal, refuse, type DomainError } from '../../kernel/outcome';
import { requireStateOf } from '../../kernel/require-state';
import { caseSampleStates, REVIEWING_STATES } from './case-sample.states';
import { judgeStatement, isSame, type CaseReviewStatement, type JudgedStatement } from './judge-statement';
import { openReviewing, type Reviewing } from './open-reviewing';
import { factsOfSample, noteOnSample, requireCaseSample } from './require-case-sample';

/** One row of a batch: a statement, and the name that the client knows it by. */
export interface CaseReviewRow extends CaseReviewStatement {
  clientReference?: string | null;
}

/** Many reviews of one auditor, as a device that was offline hands them in. */
export interface CaseReviewsRecordInput {
  caseSampleId: string;
  reviews: readonly CaseReviewRow[];
  errorPolicy: ErrorPolicy;
}

/** What became of one row. */
export interface CaseReviewRowResult {
  index: number;
  clientReference: string | null;
  /** Null when the row was refused. */
  caseReviewId: string | null;
  errors: readonly DomainError[];
}

/**
 * Records many of the viewer's own reviews at once, blind to all others, until he submits them. Every full member may judge,
 * whatever his profession: the template asks for two auditors, and a team is a radiologist and a radiographer.
 * @throws Refusal NOT_FOUND, FORBIDDEN, ILLEGAL_TRANSITION, OBSERVER_DOES_NOT_GRADE, ASSIGNMENT_FROZEN,
 *   CASE_REVIEWS_SUBMITTED; under ALL_OR_NOTHING those of `judgeStatement`, CASE_REVIEW_TWICE and ID_TAKEN of every row, each
 *   with its path
 */
export async function recordCaseReviews(
  uow: UnitOfWork,
  input: CaseReviewsRecordInput,
): Promise<{ caseReviews: string[]; rows: CaseReviewRowResult[] }> {
  const reviewing = await openOwnReviewing(uow, input);
  const taken = await takenIds(uow, input.reviews);
  const fitting = new Map<string, JudgedStatement & { id: string }>();
  const rows = input.reviews.map((row, index): CaseReviewRowResult => {
    const named = { index, clientReference: row.clientReference ?? null };
    const path = ['input', 'reviews', String(index)];
    try {
      const judged = judgeStatement(reviewing, row, path);
      if (fitting.has(judged.key)) refuse('CASE_REVIEW_TWICE', path);
      const id = judged.present?.id ?? row.id?.toLowerCase() ?? randomUUID();
      if (!judged.present && !isUuid(id)) refuse('VALIDATION', [...path, 'id'], { rule: 'UUID' });
      if (!judged.present && taken.has(id)) refuse('ID_TAKEN', [...path, 'id']);
      taken.add(id);
      fitting.set(judged.key, { ...judged, id });
      return { ...named, caseReviewId: id, errors: [] };
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      return { ...named, caseReviewId: null, errors: error.errors };
    }
  });
  const errors = rows.flatMap((row) => row.errors);
  if (input.errorPolicy === 'ALL_OR_NOTHING' && errors.length > 0) throw new Refusal(errors);
  await writeReviews(uow, reviewing, [...fitting.values()]);
  noteOnSample(uow, 'caseReviewsRecord', reviewing.sample, { written: fitting.size, rows: rows.length });
  return { caseReviews: [...fitting.values()].map(({ id }) => id), rows };
}

async function openOwnReviewing(uow: UnitOfWork, input: CaseReviewsRecordInput): Promise<Reviewing> {
  const { audit, sample } = await requireCaseSample(uow, input.caseSampleId, ['input', 'caseSampleId']);
  authorise(uow, 'caseReviewsRecord', subjectOf(audit));
  const auditorId = await requireGrader(uow, audit);
  requireState(audit, REVIEWING_STATES);
  requireStateOf(caseSampleStates, sample, ['DRAWN', 'REVIEWING']);
  const { hasSubmitted } = await factsOfSample(uow, sample);
  if (hasSubmitted) refuse('CASE_REVIEWS_SUBMITTED');
  return openReviewing(uow, { audit, sample, auditorId }, input.reviews);
}

/** Which of the ids that a client chose are somebody's already. */
async function takenIds(uow: UnitOfWork, rows: readonly CaseReviewRow[]): Promise<Set<string>> {
  const chosen = rows.flatMap(({ id }) => (id && isUuid(id) ? [id] : []));
  const taken = await uow.sql<{ id: string }>('select id from case_review where id = any($1::uuid[])', [
    chosen,
  ]);
  return new Set(taken.map(({ id }) => id));
}

/** Writes what is new or another than before, in two statements. */
async function writeReviews(
  uow: UnitOfWork,
  { audit, sample, auditorId }: Reviewing,
  statements: readonly (JudgedStatement & { id: string })[],
): Promise<void> {
  const rows = (of: readonly (JudgedStatement & { id: string })[]): string => JSON.stringify(of);
  const said = `jsonb_to_recordset($1::jsonb) as r (id uuid, "sampledCaseId" uuid, "criterionId" uuid, "fieldCode" text,
    value text, remark text, minutes integer, "capturedAt" timestamptz)`;
  await uow.sql(
    `insert into case_review (id, case_sample_id, audit_id, auditor_id, sampled_case_id, criterion_id, field_code, value,
       remark, minutes, captured_at)
     select r.id, $2, $3, $4, r."sampledCaseId", r."criterionId", r."fieldCode", r.value, r.remark, r.minutes, r."capturedAt"
     from ${said}`,
    [rows(statements.filter(({ present }) => !present)), sample.id, audit.id, auditorId],
  );
  await uow.sql(
    `update case_review v set value = r.value, remark = r.remark, minutes = r.minutes, captured_at = r."capturedAt",
       version = version + 1, updated_at = now()
     from ${said} where v.id = r.id`,
    [rows(statements.filter(({ present, ...rest }) => present && !isSame(present, rest)))],
  );
}
