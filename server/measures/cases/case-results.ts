import { cohenKappa, gwetAC, percentAgreement, type Agreement, type TargetDecision } from '../statistics';
import { OUTCOME_BASES, type OutcomeBasis } from './case-outcome.entity';
import { caseRate, shareOf, type Share } from './case-rate';
import { countBy, countsOf, type CaseTally, type JudgedCriterion } from './case-tallies';
import { DISAGREEMENTS, disagreementOf, type Disagreement } from './disagreement';
import type { RatedScale, RateTarget } from './rated-scale';

/** A coefficient of agreement with its 95 % interval. */
export interface CaseCoefficient {
  estimate: number | null;
  low: number | null;
  high: number | null;
}

/** What a sample says of one criterion. */
export interface CaseResult {
  id: string;
  criterionId: string;
  sampleId: string;
  rate: Share;
  total: number;
  shortfall: Share;
  target: RateTarget | null;
  decision: TargetDecision | null;
  /** Records of each value of the scale, over all records. */
  values: { code: string; share: Share }[];
  /** How the values came about. */
  bases: { basis: OutcomeBasis; count: number }[];
  /** How the two raters differed before it was settled, over all records. */
  disagreements: { kind: Disagreement; share: Share }[];
  /** Share of records that the two raters judged alike. */
  rawAgreement: number | null;
  /** Gwet's AC1, the headline: one value mostly dominates, and kappa collapses then. */
  ac1: CaseCoefficient;
  /** Cohen's kappa, unweighted. */
  kappa: CaseCoefficient;
  /** The rate within each value of each stratum. */
  strata: { name: string; value: string; total: number; rate: Share }[];
}

/** The result of one criterion of a sample. */
export function caseResult(judged: JudgedCriterion): CaseResult {
  const { criterion, tallies, sampleId } = judged;
  const { scale, target } = criterion;
  const counts = countsOf(tallies);
  const rated = caseRate(scale, counts, target);
  const bases = countBy(tallies, ({ basis }) => basis);
  const disagreements = countBy(
    tallies,
    ({ firstValue, secondValue }) => disagreementOf(scale, firstValue, secondValue) ?? '',
  );
  return {
    id: criterion.id,
    criterionId: criterion.id,
    sampleId,
    ...rated,
    target,
    values: scale.values.map((code) => ({ code, share: shareOf(counts.get(code) ?? 0, rated.total) })),
    bases: OUTCOME_BASES.map((basis) => ({ basis, count: bases.get(basis) ?? 0 })),
    disagreements: DISAGREEMENTS.map((kind) => ({
      kind,
      share: shareOf(disagreements.get(kind) ?? 0, rated.total),
    })),
    ...agreementOf(scale, tallies),
    strata: strataOf(judged),
  };
}

/**
 * How far two raters agreed before anything was settled, on all values of the scale: what says that a record cannot be judged
 * is a value like any other.
 */
export function agreementOf(
  { values }: RatedScale,
  tallies: readonly CaseTally[],
): Pick<CaseResult, 'rawAgreement' | 'ac1' | 'kappa'> {
  const ratings = {
    categories: values,
    units: tallies.map(({ firstValue, secondValue }) => [firstValue, secondValue]),
    times: tallies.map(({ cases }) => cases),
  };
  return {
    rawAgreement: percentAgreement(ratings).estimate,
    ac1: coefficientOf(gwetAC(ratings)),
    kappa: coefficientOf(cohenKappa(ratings)),
  };
}

function coefficientOf({ estimate, interval }: Agreement): CaseCoefficient {
  return { estimate, low: interval?.low ?? null, high: interval?.high ?? null };
}

function strataOf({ criterion, strataNames, tallies }: JudgedCriterion): CaseResult['strata'] {
  return strataNames.flatMap((name, place) => {
    const values = [...new Set(tallies.map(({ strata }) => strata[place] ?? ''))].sort();
    return values.map((value) => {
      const own = tallies.filter(({ strata }) => (strata[place] ?? '') === value);
      const { rate, total } = caseRate(criterion.scale, countsOf(own), criterion.target);
      return { name, value, total, rate };
    });
  });
}
