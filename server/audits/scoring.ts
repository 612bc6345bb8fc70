import type { GradeValue } from './grade.entity';

/** What each judgement counts for, from 0 to 1; null leaves the criterion out of the score. */
export const GRADE_SCORES: Readonly<Record<GradeValue, number | null>> = {
  CONFORM: 1,
  PARTIAL: 0.5,
  NON_CONFORM: 0,
  NOT_APPLICABLE: null,
  NOT_EVALUATED: null,
};

/** A criterion as far as scoring needs it. */
export interface ScoredCriterion {
  id: string;
  sectionId: string;
  /** Relative importance within the section, above 0. */
  weight: number;
}

/** A judgement as far as scoring needs it. */
export interface ScoredGrade {
  criterionId: string;
  value: GradeValue;
}

/** How far a section conforms; never a pass mark, never a rank. */
export interface SectionScore {
  sectionId: string;
  /** From 0 to 1; null while no graded criterion counts. */
  score: number | null;
  /** Criteria with a judgement of any kind. */
  gradedCount: number;
  /** Those of them that count: neither not applicable nor not evaluated. */
  applicableCount: number;
}

/**
 * Scores by section: Σ(weight × score) / Σ(weight × 1) over the criteria judged applicable and evaluated. Averages are
 * taken within a section only, since audits are no contest.
 * @param grades at most one for each criterion; grades of other criteria are ignored
 * @param criteria every criterion of the template version; sections come out in the order they appear in here
 */
export function sectionScores(
  grades: readonly ScoredGrade[],
  criteria: readonly ScoredCriterion[],
): SectionScore[] {
  const values = new Map(grades.map(({ criterionId, value }) => [criterionId, value]));
  const sections = new Map<string, { reached: number; possible: number; graded: number; counted: number }>();
  for (const { id, sectionId, weight } of criteria) {
    const sum = sections.get(sectionId) ?? { reached: 0, possible: 0, graded: 0, counted: 0 };
    sections.set(sectionId, sum);
    const value = values.get(id);
    if (!value) continue;
    sum.graded += 1;
    const score = GRADE_SCORES[value];
    if (score === null) continue;
    sum.counted += 1;
    sum.reached += weight * score;
    sum.possible += weight;
  }
  return [...sections].map(([sectionId, { reached, possible, graded, counted }]) => ({
    sectionId,
    score: possible > 0 ? reached / possible : null,
    gradedCount: graded,
    applicableCount: counted,
  }));
}
