import fc from 'fast-check';
import { GRADE_VALUES, type GradeValue } from '../../../server/audits/grade.entity';
import { sectionScores, type ScoredCriterion, type ScoredGrade } from '../../../server/audits/scoring';

const criterion = (id: string, weight: number, sectionId = 'A'): ScoredCriterion => ({
  id,
  sectionId,
  weight,
});
const grade = (criterionId: string, value: GradeValue): ScoredGrade => ({ criterionId, value });

describe('the score of a section', () => {
  test('weighs each criterion: conform counts whole, partial half, non-conform nothing', () => {
    const criteria = [criterion('c1', 3), criterion('c2', 2), criterion('c3', 1)];
    const grades = [grade('c1', 'CONFORM'), grade('c2', 'PARTIAL'), grade('c3', 'NON_CONFORM')];

    expect(sectionScores(grades, criteria)).toEqual([
      { sectionId: 'A', score: 4 / 6, gradedCount: 3, applicableCount: 3 },
    ]);
  });

  test('leaves out what is not applicable, not evaluated or not graded', () => {
    const criteria = [criterion('c1', 1), criterion('c2', 5), criterion('c3', 5), criterion('c4', 5)];
    const grades = [grade('c1', 'PARTIAL'), grade('c2', 'NOT_APPLICABLE'), grade('c3', 'NOT_EVALUATED')];

    expect(sectionScores(grades, criteria)).toEqual([
      { sectionId: 'A', score: 0.5, gradedCount: 3, applicableCount: 1 },
    ]);
  });

  test('is null, not zero, while nothing counts', () => {
    expect(sectionScores([grade('c1', 'NOT_APPLICABLE')], [criterion('c1', 2), criterion('c2', 1)])).toEqual([
      { sectionId: 'A', score: null, gradedCount: 1, applicableCount: 0 },
    ]);
    expect(sectionScores([], [criterion('c1', 2)])).toEqual([
      { sectionId: 'A', score: null, gradedCount: 0, applicableCount: 0 },
    ]);
  });

  test('stays within its section, in the order of the template', () => {
    const criteria = [criterion('c1', 1, 'B'), criterion('c2', 1, 'A'), criterion('c3', 1, 'B')];
    const grades = [grade('c2', 'NON_CONFORM'), grade('c3', 'CONFORM'), grade('stranger', 'CONFORM')];

    expect(sectionScores(grades, criteria)).toEqual([
      { sectionId: 'B', score: 1, gradedCount: 1, applicableCount: 1 },
      { sectionId: 'A', score: 0, gradedCount: 1, applicableCount: 1 },
    ]);
  });
});

describe('whatever the grades', () => {
  const graded = fc
    .array(
      fc.record({
        sectionId: fc.constantFrom('A', 'B', 'C'),
        weight: fc.double({ min: 0.01, max: 9999.99, noNaN: true }),
        value: fc.option(fc.constantFrom(...GRADE_VALUES), { nil: null }),
      }),
      { maxLength: 60 },
    )
    .map((rows) => ({
      criteria: rows.map(({ sectionId, weight }, index) => ({ id: String(index), sectionId, weight })),
      grades: rows.flatMap(({ value }, index) => (value ? [grade(String(index), value)] : [])),
    }));

  test('a score lies between 0 and 1 and exists exactly when something counts', () => {
    fc.assert(
      fc.property(graded, ({ criteria, grades }) => {
        for (const { score, gradedCount, applicableCount } of sectionScores(grades, criteria)) {
          expect(applicableCount).toBeLessThanOrEqual(gradedCount);
          expect(score === null).toBe(applicableCount === 0);
          if (score === null) continue;
          expect(score).toBeGreaterThanOrEqual(0);
          expect(score).toBeLessThanOrEqual(1);
        }
      }),
    );
  });

  test('each section comes out once, and each grade is counted once', () => {
    fc.assert(
      fc.property(graded, ({ criteria, grades }) => {
        const scores = sectionScores(grades, criteria);
        expect(scores.map(({ sectionId }) => sectionId)).toEqual([
          ...new Set(criteria.map(({ sectionId }) => sectionId)),
        ]);
        expect(scores.reduce((sum, { gradedCount }) => sum + gradedCount, 0)).toBe(grades.length);
      }),
    );
  });

  test('grades that do not count change no score', () => {
    fc.assert(
      fc.property(graded, ({ criteria, grades }) => {
        const counting = grades.filter(({ value }) => !value.startsWith('NOT_'));
        const scoresOf = (some: ScoredGrade[]) => sectionScores(some, criteria).map(({ score }) => score);
        expect(scoresOf(counting)).toEqual(scoresOf(grades));
      }),
    );
  });

  test('only the proportion of weights matters', () => {
    fc.assert(
      fc.property(graded, ({ criteria, grades }) => {
        const doubled = criteria.map((one) => ({ ...one, weight: one.weight * 2 }));
        expect(sectionScores(grades, doubled)).toEqual(sectionScores(grades, criteria));
      }),
    );
  });

  test('a better grade never lowers the score', () => {
    fc.assert(
      fc.property(graded, fc.nat(), ({ criteria, grades }, at) => {
        const worst = grades.filter(({ value }) => value === 'NON_CONFORM');
        const raised = worst[at % Math.max(1, worst.length)];
        fc.pre(raised !== undefined);
        const better = grades.map((one) => (one === raised ? { ...one, value: 'CONFORM' as const } : one));
        const before = sectionScores(grades, criteria);
        sectionScores(better, criteria).forEach(({ score }, index) => {
          expect(score ?? 0).toBeGreaterThanOrEqual(before[index]?.score ?? 0);
        });
      }),
    );
  });
});
