import type { Ask } from '../../database/read-model';
import type { TargetDecision } from '../statistics';
import { agreementOf, type CaseCoefficient } from './case-results';
import { caseRate, type Share } from './case-rate';
import { countsOf, judgedCriteria } from './case-tallies';
import { ratedOn } from './rated-criteria';

/** What an audit's sample says of one of its criteria, for whoever proposes its grade. */
export interface CaseResultOf {
  auditId: string;
  sampleId: string;
  criterionId: string;
  /** Every record has been judged and settled; figures are null until then. */
  isComplete: boolean;
  rate: Share | null;
  decision: TargetDecision | null;
  total: number | null;
  notApplicable: number | null;
  notAssessable: number | null;
  /** Agreement of the two raters before arbitration. */
  ac1: CaseCoefficient | null;
}

/** Results of the criteria of one audit; see `caseResultsOfAudits`. */
export function caseResultsOf(sql: Ask, auditId: string): Promise<CaseResultOf[]> {
  return caseResultsOfAudits(sql, [auditId]);
}

/**
 * Results of the criteria of audits that their samples are judged on, in the order of the criteria: of all of their samples,
 * those that are not complete included. Two statements for all of them.
 * @param sql of an act, or in the eyes of whoever may read the results
 */
export async function caseResultsOfAudits(sql: Ask, auditIds: readonly string[]): Promise<CaseResultOf[]> {
  const judged = await judgedCriteria(sql, (bind) => `t.audit_id = any(${bind(auditIds)}::uuid[])`);
  const samples = await sql<SampledCriterion>(SAMPLED, [auditIds]);
  return samples.map(({ auditId, sampleId, criterionId }) => {
    const found = judged.find((each) => each.sampleId === sampleId && each.criterion.id === criterionId);
    if (!found) return { auditId, sampleId, criterionId, ...UNKNOWN };
    const counts = countsOf(found.tallies);
    const { scale, target } = found.criterion;
    const { rate, total, shortfall, decision } = caseRate(scale, counts, target);
    return {
      auditId,
      sampleId,
      criterionId,
      isComplete: true,
      rate,
      decision,
      total,
      notApplicable: counts.get('NOT_APPLICABLE') ?? 0,
      notAssessable: shortfall.x,
      ac1: agreementOf(scale, found.tallies).ac1,
    };
  });
}

/** The result of one criterion; null where no sample is judged on it. */
export async function caseResultOf(
  sql: Ask,
  auditId: string,
  criterionId: string,
): Promise<CaseResultOf | null> {
  const results = await caseResultsOf(sql, auditId);
  return results.find((result) => result.criterionId === criterionId) ?? null;
}

interface SampledCriterion {
  auditId: string;
  sampleId: string;
  criterionId: string;
}

const SAMPLED = `
  select s.audit_id as "auditId", s.id as "sampleId", c.id as "criterionId"
  from case_sample s join audit a on a.id = s.audit_id
  join criterion c on c.template_version_id = a.template_version_id and ${ratedOn('s.evidence_kind_code')}
  where s.audit_id = any($1::uuid[]) order by c.position`;

const UNKNOWN = {
  isComplete: false,
  rate: null,
  decision: null,
  total: null,
  notApplicable: null,
  notAssessable: null,
  ac1: null,
};
