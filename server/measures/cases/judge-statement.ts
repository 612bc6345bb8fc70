import { uuidOf } from '../../kernel/ids';
import { refuse, type ErrorPath } from '../../kernel/outcome';
import { identifyingRemark } from './identifying-text';
import { subjectKey, type PresentReview, type Reviewing } from './open-reviewing';

/** What an auditor says of one record. It is said whole: what is left out is cleared. */
export interface CaseReviewStatement {
  /** UUID of a first review, chosen by the client. */
  id?: string | null;
  sampledCaseId: string;
  /** One of the two: a rating, or a note in the record grid. */
  criterionId?: string | null;
  fieldCode?: string | null;
  /** The version that was read; null or 0 for a first review. */
  expectedVersion?: number | null;
  value: string;
  remark?: string | null;
  /** Time spent. */
  minutes?: number | null;
  /** When it was noted, which may be before it reached the platform. */
  capturedAt?: string | null;
}

/** A statement that fits: what is to be written, and what stands there now. */
export interface JudgedStatement {
  key: string;
  sampledCaseId: string;
  criterionId: string | null;
  fieldCode: string | null;
  value: string;
  remark: string | null;
  minutes: number | null;
  capturedAt: string | null;
  present: PresentReview | null;
}

/**
 * Holds one statement against the sample.
 * @param path where the statement stands in the input
 * @throws Refusal CASE_NOT_IN_SAMPLE, CASE_REVIEW_SUBJECT, CASE_VALUE_NOT_ON_SCALE, CASE_TEXT_IDENTIFIES, STALE_VERSION (unless
 *   it says what is there already), NOT_FOUND (a version of a review that does not exist)
 */
export function judgeStatement(
  reviewing: Reviewing,
  statement: CaseReviewStatement,
  path: ErrorPath,
): JudgedStatement {
  const sampledCaseId = uuidOf('SampledCase', statement.sampledCaseId);
  if (!sampledCaseId || !reviewing.cases.has(sampledCaseId))
    refuse('CASE_NOT_IN_SAMPLE', [...path, 'sampledCaseId']);
  const subject = subjectOfStatement(reviewing, statement, path);
  const value = statement.value.trim();
  const remark = statement.remark?.trim() || null;
  if (identifyingRemark(value)) refuse('CASE_TEXT_IDENTIFIES', [...path, 'value']);
  if (remark && identifyingRemark(remark)) refuse('CASE_TEXT_IDENTIFIES', [...path, 'remark']);
  const said = { sampledCaseId, ...subject, value, remark, minutes: statement.minutes ?? null };
  const key = subjectKey(said);
  const present = reviewing.present.get(key) ?? null;
  const expected = statement.expectedVersion ?? 0;
  if (!present && expected !== 0) refuse('NOT_FOUND', [...path, 'sampledCaseId']);
  if (present && present.version !== expected && !isSame(present, said)) {
    refuse(
      'STALE_VERSION',
      [...path, 'expectedVersion'],
      { expected, actual: present.version },
      { kind: 'STALE_VERSION', type: 'CaseReview', id: present.id },
    );
  }
  return { ...said, key, capturedAt: statement.capturedAt ?? null, present };
}

/** Whether a statement says what is there already: a device that heard no answer may say it again. */
export function isSame(
  present: PresentReview,
  said: Pick<JudgedStatement, 'value' | 'remark' | 'minutes'>,
): boolean {
  return present.value === said.value && present.remark === said.remark && present.minutes === said.minutes;
}

function subjectOfStatement(
  { criteria, fields }: Reviewing,
  { criterionId, fieldCode, value }: CaseReviewStatement,
  path: ErrorPath,
): Pick<JudgedStatement, 'criterionId' | 'fieldCode'> {
  if (fieldCode && !criterionId) {
    if (!fields.has(fieldCode)) refuse('CASE_REVIEW_SUBJECT', [...path, 'fieldCode']);
    return { criterionId: null, fieldCode };
  }
  const id = criterionId && !fieldCode ? uuidOf('Criterion', criterionId) : null;
  const criterion = id ? criteria.get(id) : undefined;
  if (!criterion) refuse('CASE_REVIEW_SUBJECT', [...path, 'criterionId']);
  const { values } = criterion.scale;
  if (!values.includes(value.trim()))
    refuse('CASE_VALUE_NOT_ON_SCALE', [...path, 'value'], { allowed: values.join(', ') });
  return { criterionId: criterion.id, fieldCode: null };
}
