import type { CriterionFacts } from '../../measures';
import type { CriterionRow } from './body-statements';
import type { MeasureInReport } from './report-document';

/** The measured criteria of an audit as its report shows them, in their order. @param criteria with their targets */
export function measuresInReport(
  facts: readonly CriterionFacts[],
  criteria: readonly CriterionRow[],
): MeasureInReport[] {
  return facts.map((fact) => {
    const criterion = criteria.find(({ id }) => id === fact.criterionId);
    if (!criterion) throw new Error('a measure of a criterion that is not in the template');
    const { source, x, n, estimate, low, high, notAssessable, decision, dosePosition } = fact;
    return {
      criterion: criterion.code,
      source,
      x,
      n,
      estimate,
      low,
      high,
      // Where they are what the criterion counts, they are not beside the rate.
      notAssessable: criterion.target?.counted ? null : notAssessable,
      target: targetOf(criterion),
      decision,
      dosePosition,
    };
  });
}

/** Doses are held against levels, which stand beside each median; all other targets are numbers. */
function targetOf({ target }: CriterionRow): MeasureInReport['target'] {
  return target && target.metric !== 'MEDIAN' ? { operator: target.op, value: Number(target.value) } : null;
}
