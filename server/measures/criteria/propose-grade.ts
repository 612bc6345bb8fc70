import type { GradeValue } from '../../audits';
import type { TargetDecision } from '../statistics';

/** What a rate proposes: where the sample leaves it open, half of it is granted. */
export const PROPOSED_BY_RATE: Readonly<Record<TargetDecision, GradeValue>> = {
  MET: 'CONFORM',
  INCONCLUSIVE: 'PARTIAL',
  NOT_MET: 'NON_CONFORM',
};

/** What the position of doses proposes; an examination without a position says nothing. */
export const PROPOSED_BY_DOSE = {
  AT_OR_BELOW_VGD: 'CONFORM',
  BETWEEN: 'CONFORM',
  ABOVE_NRD: 'NON_CONFORM',
  INSUFFICIENT: 'NOT_EVALUATED',
  NO_LEVEL: 'NOT_EVALUATED',
} as const satisfies Readonly<Record<string, GradeValue>>;

/**
 * The grade that a rate proposes.
 * @param decision of the whole interval against the target; null where no record could be assessed
 */
export function gradeOfRate(decision: TargetDecision | null): GradeValue {
  return decision ? PROPOSED_BY_RATE[decision] : 'NOT_EVALUATED';
}

/** A number held against its target: met or not, without anything between. */
export interface NumberTarget {
  op: '>=' | '<=';
  value: number;
}

/** Whether a number meets its target; null while there is none. */
export function numberDecision(value: number | null, target: NumberTarget): 'MET' | 'NOT_MET' | null {
  if (value === null) return null;
  const isMet = target.op === '>=' ? value >= target.value : value <= target.value;
  return isMet ? 'MET' : 'NOT_MET';
}
