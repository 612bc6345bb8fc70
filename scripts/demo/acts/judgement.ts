import type { Chance } from '../chance';
import type { GradeValue } from '../generated/operations';
import type { Template } from '../stage';

/** All criteria of a template, in their order. */
export function criteriaOf(template: Template) {
  return template.sections.flatMap(({ criteria }) => criteria);
}

/**
 * A judgement by chance.
 * @param conformity share of criteria that conform; of the others two thirds are partial, and a few cannot be judged
 */
export function judged(chance: Chance, conformity: number): GradeValue {
  if (chance() < conformity) return 'CONFORM';
  const rest = chance();
  if (rest < 0.62) return 'PARTIAL';
  if (rest < 0.9) return 'NON_CONFORM';
  return rest < 0.96 ? 'NOT_APPLICABLE' : 'NOT_EVALUATED';
}

/** A second rater's judgement: another one than the first in about one case of eight. */
export function judgedAgain(chance: Chance, first: GradeValue): GradeValue {
  if (chance() >= 0.125) return first;
  return first === 'CONFORM' || first === 'NON_CONFORM' ? 'PARTIAL' : 'CONFORM';
}

const REASONS: Partial<Record<GradeValue, string>> = {
  NOT_APPLICABLE: 'Le service ne pratique pas cette activité.',
  NOT_EVALUATED: 'Non observé, faute de temps pendant la visite.',
};

/**
 * One row of a batch of grades.
 * @param differenceReason why it is another grade than the measure of the criterion proposes
 */
export function gradeRow(criterionId: string, value: GradeValue, differenceReason?: string) {
  const reason = REASONS[value];
  return {
    criterionId,
    value,
    ...(reason ? { reason } : {}),
    ...(differenceReason ? { differenceReason } : {}),
  };
}
