import fc from 'fast-check';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'yaml';
import { GRADE_VALUES } from '../../../server/audits';
import {
  clauseStrength,
  criterionStrength,
  LEVELS_READ,
  type CriterionStrength,
} from '../../../server/evidence/reference-coverage/coverage-strength';

const SOON = '2028-01-01';
const LATE = '2032-01-01';

describe('one criterion', () => {
  const said = { consensus: null, evidenceUntil: null, self: null };
  const graded = (value: (typeof GRADE_VALUES)[number]) => ({ value, until: LATE });

  test.each([
    ['CONFORM', 'COVERED', LATE],
    ['PARTIAL', 'PARTLY', LATE],
    ['NON_CONFORM', 'NOT_COVERED', null],
    ['NOT_APPLICABLE', 'NOT_APPLICABLE', null],
  ] as const)('that the team found %s is %s, whatever else is said', (value, strength, until) => {
    const facts = { consensus: graded(value), evidenceUntil: SOON, self: graded('CONFORM') };
    expect(criterionStrength(facts)).toEqual({ strength, basis: 'CONSENSUS', until });
  });

  test('that the team did not evaluate rests on accepted evidence', () => {
    const facts = { consensus: graded('NOT_EVALUATED'), evidenceUntil: SOON, self: null };
    expect(criterionStrength(facts)).toEqual({ strength: 'COVERED', basis: 'EVIDENCE', until: SOON });
  });

  test.each(GRADE_VALUES)('of which the service alone says %s', (value) => {
    const found = criterionStrength({ ...said, self: graded(value) });
    expect(found).toEqual(
      value === 'CONFORM'
        ? { strength: 'SELF_DECLARED', basis: 'SELF_ASSESSMENT', until: LATE }
        : { strength: 'NOT_COVERED', basis: null, until: null },
    );
  });

  test('of which nothing is known is not covered', () => {
    expect(criterionStrength(said)).toEqual({ strength: 'NOT_COVERED', basis: null, until: null });
  });
});

const one = (strength: CriterionStrength['strength'], until: string | null = null): CriterionStrength => ({
  strength,
  basis: null,
  until,
});

describe('one clause', () => {
  test.each([
    [[], 'NOT_ASKED', null, null],
    [[one('NOT_APPLICABLE')], 'NOT_APPLICABLE', null, null],
    [[one('COVERED', LATE), one('COVERED', SOON), one('NOT_APPLICABLE')], 'COVERED', 1, SOON],
    [[one('COVERED', LATE), one('NOT_COVERED')], 'PARTLY', 0.5, LATE],
    [[one('PARTLY', LATE), one('SELF_DECLARED', SOON)], 'PARTLY', 0, SOON],
    [[one('SELF_DECLARED', SOON), one('SELF_DECLARED', LATE)], 'SELF_DECLARED', 0, SOON],
    [[one('SELF_DECLARED', SOON), one('NOT_COVERED')], 'NOT_COVERED', 0, null],
    [[one('NOT_COVERED')], 'NOT_COVERED', 0, null],
  ] as const)('of %j is %s', (criteria, strength, share, until) => {
    expect(clauseStrength(criteria)).toMatchObject({ strength, share, until });
  });

  test('never claims more than each of its criteria, and its share is that of the covered ones', () => {
    const criteria = fc.array(
      fc.constantFrom(
        one('COVERED', LATE),
        one('PARTLY', SOON),
        one('SELF_DECLARED', SOON),
        one('NOT_COVERED'),
        one('NOT_APPLICABLE'),
      ),
      { minLength: 1, maxLength: 12 },
    );
    fc.assert(
      fc.property(criteria, (found) => {
        const { strength, share, applicableCount, coveredCount } = clauseStrength(found);
        const count = (word: string): number => found.filter((each) => each.strength === word).length;
        expect(applicableCount).toBe(found.length - count('NOT_APPLICABLE'));
        expect(coveredCount).toBe(count('COVERED'));
        expect(share).toBe(applicableCount === 0 ? null : coveredCount / applicableCount);
        expect(strength === 'COVERED').toBe(applicableCount > 0 && share === 1);
        if (strength === 'SELF_DECLARED') expect(count('SELF_DECLARED')).toBe(applicableCount);
        // Nothing that was found wanting hides behind what the service says.
        if (count('NOT_COVERED') > 0) expect(['PARTLY', 'NOT_COVERED']).toContain(strength);
      }),
    );
  });
});

test('the levels at which a text counts as read are the first ones of the file that lists them', () => {
  const file = path.join(__dirname, '../../../audit-templates/reference-texts.yaml');
  const { verificationLevels } = parse(readFileSync(file, 'utf8')) as {
    verificationLevels: { code: string }[];
  };
  expect(LEVELS_READ).toEqual(verificationLevels.slice(0, LEVELS_READ.length).map(({ code }) => code));
});
