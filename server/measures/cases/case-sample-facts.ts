import type { Ask } from '../../database/read-model';
import type { CaseSampleFacts } from './case-sample.states';
import { ratedOn } from './rated-criteria';

/** The facts of one sample among many. */
export interface CaseSampleFactsRow extends CaseSampleFacts {
  id: string;
}

/**
 * What the guards of samples look at, for many samples at once.
 * @param auditorId the viewer; null for who is no auditor
 */
export function caseSampleFacts(
  sql: Ask,
  ids: readonly string[],
  auditorId: string | null,
): Promise<CaseSampleFactsRow[]> {
  return sql<CaseSampleFactsRow>(FACTS, [ids, auditorId]);
}

/** Full members of the team of the sample `s`, one row `m` each. */
const MEMBERS = `assignment m where m.audit_id = s.audit_id and m.seat <> 'OBSERVER'
  and m.state in ('ACCEPTED', 'CONFIRMED', 'COMPLETED')`;

const FACTS = `
  select s.id, a.state as "auditState",
    exists (select 1 from case_review_submission u where u.case_sample_id = s.id and u.auditor_id = $2)
      as "hasSubmitted",
    exists (select 1 from case_review_submission u where u.case_sample_id = s.id and u.auditor_id = $2 and u.is_counted)
      as "isRater",
    (select count(*)::int from ${MEMBERS} and m.auditor_id is distinct from $2::uuid and exists (
      select 1 from case_review_submission u where u.case_sample_id = s.id and u.auditor_id = m.auditor_id))
      as "othersSubmitted",
    exists (select 1 from ${MEMBERS} and not exists (
      select 1 from case_review_submission u where u.case_sample_id = s.id and u.auditor_id = m.auditor_id
        and u.is_counted)) as "hasArbitrator",
    (select count(*)::int from sampled_case k join criterion c on c.template_version_id = a.template_version_id
      where k.case_sample_id = s.id and k.unavailable_reason is null and ${ratedOn('s.evidence_kind_code')}
        and not exists (select 1 from case_review r where r.sampled_case_id = k.id and r.criterion_id = c.id
          and r.auditor_id = $2)) as missing
  from case_sample s join audit a on a.id = s.audit_id
  where s.id = any($1::uuid[])`;
