import type { Audit } from '../../audits';
import type { UnitOfWork } from '../../database/unit-of-work';
import { uuidOf } from '../../kernel/ids';
import type { CaseSample } from './case-sample.entity';
import type { CaseReviewStatement } from './judge-statement';
import { ratedCriteria, type RatedCriterion } from './rated-criteria';

/** A review as it stands now. */
export interface PresentReview {
  id: string;
  sampledCaseId: string;
  criterionId: string | null;
  fieldCode: string | null;
  value: string;
  remark: string | null;
  minutes: number | null;
  version: number;
}

/** What one auditor's statements on a sample are held against; loaded once for a whole batch. */
export interface Reviewing {
  audit: Audit;
  sample: CaseSample;
  auditorId: string;
  /** Ids of the records named that count. */
  cases: ReadonlySet<string>;
  criteria: ReadonlyMap<string, RatedCriterion>;
  /** Codes of the fields that the template has noted of each record. */
  fields: ReadonlySet<string>;
  /** The auditor's own reviews of the records named, by {@link subjectKey}. */
  present: ReadonlyMap<string, PresentReview>;
}

/** What tells the reviews of one auditor apart: the record, and the criterion or field. */
export function subjectKey(review: {
  sampledCaseId: string;
  criterionId: string | null;
  fieldCode: string | null;
}): string {
  return `${review.sampledCaseId} ${review.criterionId ?? ''} ${review.fieldCode ?? ''}`;
}

/** Loads what statements are held against, in four SQL statements whatever their number. The audit must be locked. */
export async function openReviewing(
  uow: UnitOfWork,
  rater: Pick<Reviewing, 'audit' | 'sample' | 'auditorId'>,
  statements: readonly CaseReviewStatement[],
): Promise<Reviewing> {
  const { audit, sample, auditorId } = rater;
  const named = statements.flatMap(({ sampledCaseId }) => uuidOf('SampledCase', sampledCaseId) ?? []);
  const cases = await uow.sql<{ id: string }>(
    `select id from sampled_case
     where case_sample_id = $1 and id = any($2::uuid[]) and unavailable_reason is null`,
    [sample.id, named],
  );
  const criteria = await ratedCriteria(uow.sql, audit.templateVersionId, sample.evidenceKindCode);
  const [template] = await uow.sql<{ fields: string[] }>(
    `select array(select f ->> 'code' from jsonb_array_elements(record_grid) f) as fields
     from template_version where id = $1`,
    [audit.templateVersionId],
  );
  const present = await uow.sql<PresentReview>(
    `select id, sampled_case_id as "sampledCaseId", criterion_id as "criterionId", field_code as "fieldCode", value, remark,
       minutes, version
     from case_review where case_sample_id = $1 and auditor_id = $2 and sampled_case_id = any($3::uuid[])`,
    [sample.id, auditorId, named],
  );
  return {
    ...rater,
    cases: new Set(cases.map(({ id }) => id)),
    criteria: new Map(criteria.map((criterion) => [criterion.id, criterion])),
    fields: new Set(template?.fields),
    present: new Map(present.map((review) => [subjectKey(review), review])),
  };
}
