import type { Ask, Bind } from '../../database/read-model';
import { ratedCriterion, type RatedCriterion } from './rated-criteria';

/** Records of a completed sample that two raters, and then the team, judged alike on a criterion. */
export interface CaseTally {
  strata: readonly string[];
  value: string;
  basis: string;
  firstValue: string;
  secondValue: string;
  cases: number;
}

/** All tallies of one criterion in one sample. */
export interface JudgedCriterion {
  sampleId: string;
  auditId: string;
  auditedServiceId: string;
  strataNames: readonly string[];
  criterion: RatedCriterion;
  tallies: CaseTally[];
}

interface TallyRow extends CaseTally {
  sampleId: string;
  auditId: string;
  auditedServiceId: string;
  strataNames: string[];
  id: string;
  definition: Parameters<typeof ratedCriterion>[0]['definition'];
  target: Parameters<typeof ratedCriterion>[0]['target'];
  evidence: Parameters<typeof ratedCriterion>[0]['evidence'];
}

/**
 * What was judged in completed samples, in one statement; criteria in their order.
 * @param sql in the eyes of whoever asks: what he may not read is not there
 * @param where condition on the samples `t` and their audits `a`, whose values go through the binder
 */
export async function judgedCriteria(sql: Ask, where: (bind: Bind) => string): Promise<JudgedCriterion[]> {
  const values: unknown[] = [];
  const condition = where((value) => `$${values.push(value)}`);
  const rows = await sql<TallyRow>(
    `with asked as (
       select t.id, t.audit_id, t.audited_service_id, t.strata_names
       from case_sample t join audit a on a.id = t.audit_id where ${condition}
     )
     select s.id as "sampleId", s.audit_id as "auditId", s.audited_service_id as "auditedServiceId",
       s.strata_names as "strataNames", y.strata, y.value, y.basis, y.first_value as "firstValue",
       y.second_value as "secondValue", y.cases, c.id, l.definition, c.target, c.evidence
     from app.case_tallies(array(select id from asked)) y
     join asked s on s.id = y.case_sample_id
     join criterion c on c.id = y.criterion_id
     join scale l on l.code = c.scale_code
     order by c.position, s.id, y.strata, y.first_value, y.second_value, y.value`,
    values,
  );
  const found = new Map<string, JudgedCriterion>();
  for (const { sampleId, auditId, auditedServiceId, strataNames, id, ...row } of rows) {
    const { definition, target, evidence, ...tally } = row;
    const key = `${sampleId} ${id}`;
    const known = found.get(key);
    const criterion = known?.criterion ?? ratedCriterion({ id, definition, target, evidence });
    if (!criterion) continue;
    const judged = known ?? { sampleId, auditId, auditedServiceId, strataNames, criterion, tallies: [] };
    found.set(key, judged);
    judged.tallies.push(tally);
  }
  return [...found.values()];
}

/** Records of each final value. */
export function countsOf(tallies: readonly CaseTally[]): Map<string, number> {
  return countBy(tallies, ({ value }) => value);
}

/** Records by what `keyOf` makes of their tally. */
export function countBy(
  tallies: readonly CaseTally[],
  keyOf: (tally: CaseTally) => string,
): Map<string, number> {
  const counts = new Map<string, number>();
  for (const tally of tallies) {
    const key = keyOf(tally);
    counts.set(key, (counts.get(key) ?? 0) + tally.cases);
  }
  return counts;
}
