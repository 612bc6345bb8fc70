import { GRADE_VALUES } from '../../../server/audits/grade.entity';
import { DOSE_POSITIONS } from '../../../server/measures/dose/statistics/dose-position';
import {
  gradeOfRate,
  numberDecision,
  PROPOSED_BY_DOSE,
} from '../../../server/measures/criteria/propose-grade';

describe('the grade that facts propose', () => {
  test.each([
    ['MET', 'CONFORM'],
    ['INCONCLUSIVE', 'PARTIAL'],
    ['NOT_MET', 'NON_CONFORM'],
    [null, 'NOT_EVALUATED'],
  ] as const)('a rate that is %s: %s', (decision, value) => {
    expect(gradeOfRate(decision)).toBe(value);
  });

  test.each([
    ['AT_OR_BELOW_VGD', 'CONFORM'],
    ['BETWEEN', 'CONFORM'],
    ['ABOVE_NRD', 'NON_CONFORM'],
    ['INSUFFICIENT', 'NOT_EVALUATED'],
    ['NO_LEVEL', 'NOT_EVALUATED'],
  ] as const)('a dose %s: %s', (position, value) => {
    expect(PROPOSED_BY_DOSE[position]).toBe(value);
  });

  test('every position of a dose proposes a grade that exists', () => {
    expect(Object.keys(PROPOSED_BY_DOSE).sort()).toEqual([...DOSE_POSITIONS].sort());
    for (const value of Object.values(PROPOSED_BY_DOSE)) expect(GRADE_VALUES).toContain(value);
  });

  test.each([
    [0.6, '>=', 0.6, 'MET'],
    [0.59, '>=', 0.6, 'NOT_MET'],
    [0.2, '<=', 0.2, 'MET'],
    [0.21, '<=', 0.2, 'NOT_MET'],
    [null, '>=', 0.6, null],
  ] as const)('a number of %p against %s %p: %p', (value, op, target, decision) => {
    expect(numberDecision(value, { op, value: target })).toBe(decision);
  });
});
