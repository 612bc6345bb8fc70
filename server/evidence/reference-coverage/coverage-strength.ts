import type { GradeValue } from '../../audits';
import type { CalendarDate } from '../../kernel/working-days';

/** How far a clause, or a criterion that answers to it, is covered; from the strongest to what says nothing. */
export const COVERAGE_STRENGTHS = [
  'COVERED',
  'PARTLY',
  'SELF_DECLARED',
  'NOT_COVERED',
  'NOT_APPLICABLE',
  'NOT_ASKED',
] as const;
export type CoverageStrength = (typeof COVERAGE_STRENGTHS)[number];

/** What a coverage rests on. */
export const COVERAGE_BASES = ['CONSENSUS', 'EVIDENCE', 'SELF_ASSESSMENT'] as const;
export type CoverageBasis = (typeof COVERAGE_BASES)[number];

/** What is known of one criterion on the day that is asked about; what no longer holds then is left out. */
export interface CriterionFacts {
  /** The latest agreed grade of a team, and the last day of the cycle of its audit. */
  consensus: { value: GradeValue; until: CalendarDate } | null;
  /** The last day on which some accepted evidence holds. */
  evidenceUntil: CalendarDate | null;
  /** The service's own latest grade. */
  self: { value: GradeValue; until: CalendarDate } | null;
}

/** How far a criterion is covered, by what, and until when (its last day). */
export interface CriterionStrength {
  strength: Exclude<CoverageStrength, 'NOT_ASKED'>;
  basis: CoverageBasis | null;
  until: CalendarDate | null;
}

/** What a team's grade makes of a criterion; a criterion that it did not evaluate is as good as not graded. */
const BY_CONSENSUS: Readonly<Record<GradeValue, CriterionStrength['strength'] | null>> = {
  CONFORM: 'COVERED',
  PARTIAL: 'PARTLY',
  NON_CONFORM: 'NOT_COVERED',
  NOT_APPLICABLE: 'NOT_APPLICABLE',
  NOT_EVALUATED: null,
};

const NOTHING: CriterionStrength = { strength: 'NOT_COVERED', basis: null, until: null };

/**
 * How far one criterion is covered. A team's grade goes before evidence, since it was given with the evidence at hand;
 * accepted evidence goes before what the service says of itself, of which only CONFORM counts: nobody takes a criterion
 * out of the count by himself.
 */
export function criterionStrength({ consensus, evidenceUntil, self }: CriterionFacts): CriterionStrength {
  const graded = consensus && BY_CONSENSUS[consensus.value];
  if (graded) {
    const holds = graded === 'COVERED' || graded === 'PARTLY';
    return { strength: graded, basis: 'CONSENSUS', until: holds ? consensus.until : null };
  }
  if (evidenceUntil) return { strength: 'COVERED', basis: 'EVIDENCE', until: evidenceUntil };
  if (self?.value === 'CONFORM')
    return { strength: 'SELF_DECLARED', basis: 'SELF_ASSESSMENT', until: self.until };
  return NOTHING;
}

/** How far a clause is covered. */
export interface ClauseStrength {
  strength: CoverageStrength;
  /** Criteria that answer to it and apply to the service. */
  applicableCount: number;
  /** Those that are covered. */
  coveredCount: number;
  /** `coveredCount / applicableCount`, 0 to 1; null when no criterion applies. */
  share: number | null;
  /** Last day on which it stays so: the earliest among what it rests on; null when it rests on nothing. */
  until: CalendarDate | null;
}

/**
 * How far a clause is covered by the criteria that answer to it, over the templates that the service was audited with.
 *
 * | strength | criteria that apply |
 * | --- | --- |
 * | COVERED | all covered |
 * | PARTLY | some covered, or found partly conform |
 * | SELF_DECLARED | none of these, all said to be conform by the service itself |
 * | NOT_COVERED | none of these: found not conform, or nothing known |
 * | NOT_APPLICABLE | none, since the team found that all do not apply |
 * | NOT_ASKED | no audit used a template that touches the clause |
 */
export function clauseStrength(criteria: readonly CriterionStrength[]): ClauseStrength {
  const applicable = criteria.filter(({ strength }) => strength !== 'NOT_APPLICABLE');
  const coveredCount = applicable.filter(({ strength }) => strength === 'COVERED').length;
  const days = applicable.flatMap(({ until }) => until ?? []).sort();
  const strength = strengthOf(criteria.length, applicable, coveredCount);
  return {
    strength,
    applicableCount: applicable.length,
    coveredCount,
    share: applicable.length === 0 ? null : coveredCount / applicable.length,
    until: strength === 'NOT_COVERED' ? null : (days[0] ?? null),
  };
}

function strengthOf(
  linkedCount: number,
  applicable: readonly CriterionStrength[],
  coveredCount: number,
): CoverageStrength {
  if (linkedCount === 0) return 'NOT_ASKED';
  if (applicable.length === 0) return 'NOT_APPLICABLE';
  if (coveredCount === applicable.length) return 'COVERED';
  if (applicable.some(({ strength }) => strength === 'COVERED' || strength === 'PARTLY')) return 'PARTLY';
  return applicable.every(({ strength }) => strength === 'SELF_DECLARED') ? 'SELF_DECLARED' : 'NOT_COVERED';
}

/**
 * Levels of verification (`reference-texts.yaml`) at which the text itself was read, at least in part or in a reliable
 * summary. What is said of a clause at any other level is still to be checked against the text.
 */
export const LEVELS_READ: readonly string[] = ['READ', 'PARTLY_READ', 'READ_SECONDARY'];
