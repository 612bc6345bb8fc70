import fc from 'fast-check';
import { GRADE_VALUES, type GradeValue } from '../../../server/audits';
import type { FindingKind, FindingSeverity } from '../../../server/findings';
import type { CampaignCriterion, CampaignFacts } from '../../../server/synthesis/content/campaign-facts';
import { sectionsOf } from '../../../server/synthesis/content/campaign-facts';
import {
  tellFindings,
  type FindingCount,
  type StatedFinding,
} from '../../../server/synthesis/content/finding-counts';
import { gradeTable, type ToldSection } from '../../../server/synthesis/content/grade-table';

const LEAST = 5;

/** What a campaign found: the grade of each service on each criterion, by their places. */
type Grades = GradeValue[][];

const CRITERIA: CampaignCriterion[] = ['S1', 'S1', 'S1', 'S2'].map((section, at) => ({
  id: `c${at}`,
  code: `C${at}`,
  weight: 1,
  textFr: '',
  textEn: '',
  sectionId: section,
  sectionCode: section,
  titleFr: '',
  titleEn: '',
}));

/** What teams make of a grade. Whether it is so for all of them is what an attacker supposes. */
const FOLLOWS: Partial<Record<GradeValue, { kind: FindingKind; severity: FindingSeverity | null }>> = {
  CONFORM: { kind: 'STRENGTH', severity: null },
  PARTIAL: { kind: 'OBSERVATION', severity: null },
  NON_CONFORM: { kind: 'NON_CONFORMITY', severity: 'MAJOR' },
};
const GRADE_OF = new Map(Object.entries(FOLLOWS).map(([grade, { kind }]) => [kind, grade as GradeValue]));

function factsOf(grades: Grades): CampaignFacts {
  const services = grades.map((_, at) => ({
    auditId: `a${at}`,
    serviceId: `s${at}`,
    sector: null,
    regionCode: '11',
    regionName: '',
    modalities: [],
    scanners: null,
    mri: null,
  }));
  return {
    services,
    criteria: CRITERIA,
    grades: new Map(
      grades.map((row, at) => [
        `s${at}`,
        { SELF: new Map(), CONSENSUS: new Map(row.map((value, place) => [CRITERIA[place]!.id, value])) },
      ]),
    ),
  };
}

/** Findings that follow grades; a few are left out, or are of another severity. */
function findingsOf(grades: Grades, isLeftOut: (service: number, criterion: number) => boolean) {
  return grades.flatMap((row, service) =>
    row.flatMap((value, criterion): StatedFinding[] => {
      const follows = FOLLOWS[value];
      if (!follows || isLeftOut(service, criterion)) return [];
      const severity = follows.severity && service % 3 === 0 ? 'MINOR' : follows.severity;
      return [{ serviceId: `s${service}`, criterionId: CRITERIA[criterion]!.id, ...follows, severity }];
    }),
  );
}

interface Told {
  tables: ToldSection[];
  findings: FindingCount[];
}

function tell(grades: Grades, findings: readonly StatedFinding[]): Told {
  const facts = factsOf(grades);
  const tables = sectionsOf(CRITERIA).map((criteria) => gradeTable(facts, criteria, LEAST));
  const criteria = tables.flatMap((table) => table.criteria);
  return { tables, findings: tellFindings(findings, facts, criteria, LEAST) };
}

/** Mostly one grade, and a few others: where numbers get small. */
const campaigns: fc.Arbitrary<Grades> = fc
  .record({
    services: fc.integer({ min: 10, max: 26 }),
    shares: fc.array(fc.array(fc.nat({ max: 9 }), { minLength: 5, maxLength: 5 }), {
      minLength: CRITERIA.length,
      maxLength: CRITERIA.length,
    }),
    seed: fc.nat(),
  })
  .map(({ services, shares, seed }) => {
    let state = seed;
    const draw = (below: number): number => {
      state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
      return Math.floor((state / 2_147_483_648) * below);
    };
    return Array.from({ length: services }, () =>
      shares.map((weights): GradeValue => {
        const ladder = weights.flatMap((weight, at) =>
          Array<number>(weight > 5 ? weight : at === 0 ? 3 : weight % 2).fill(at),
        );
        return GRADE_VALUES[ladder[draw(ladder.length)] ?? 0]!;
      }),
    );
  });

/** Rank of rows of numbers, by elimination. */
function rankOf(rows: readonly (readonly number[])[]): number {
  const left = rows.map((row) => [...row]);
  let rank = 0;
  for (let column = 0; column < (left[0]?.length ?? 0); column += 1) {
    const pivot = left.findIndex((row, at) => at >= rank && Math.abs(row[column]!) > 1e-9);
    if (pivot < 0) continue;
    [left[rank], left[pivot]] = [left[pivot]!, left[rank]!];
    for (let at = rank + 1; at < left.length; at += 1) {
      const factor = left[at]![column]! / left[rank]![column]!;
      left[at] = left[at]!.map((value, place) => value - factor * left[rank]![place]!);
    }
    rank += 1;
  }
  return rank;
}

/** The numbers of a campaign as unknowns, and every sum of them that is told, findings taken for what they follow from. */
function sumsTold({ tables, findings }: Told): number[][] {
  const width = CRITERIA.length * GRADE_VALUES.length;
  const place = (criterion: number, grade: GradeValue): number =>
    criterion * GRADE_VALUES.length + GRADE_VALUES.indexOf(grade);
  const sum = (places: readonly number[]): number[] =>
    Array.from({ length: width }, (_, at) => Number(places.includes(at)));
  const at = (code: string): number => CRITERIA.findIndex((criterion) => criterion.code === code);
  const rows = CRITERIA.map((_, criterion) => sum(GRADE_VALUES.map((grade) => place(criterion, grade))));
  for (const { judgements, criteria } of tables)
    for (const grade of GRADE_VALUES) {
      const own = criteria.map(({ criterion }) => place(at(criterion.code), grade));
      if (judgements[grade] !== null) rows.push(sum(own));
      criteria.forEach(({ grades }, row) => {
        if (grades[grade] !== null) rows.push(sum([own[row]!]));
      });
    }
  for (const { criterion, kind } of findings) {
    const grade = GRADE_OF.get(kind)!;
    if (criterion !== null) rows.push(sum([place(at(criterion), grade)]));
  }
  return rows;
}

const countOf = (grades: Grades, criterion: number, grade: GradeValue): number =>
  grades.filter((row) => row[criterion] === grade).length;

describe('grades and findings told together', () => {
  it('leave no small number to be worked out by sums and differences', () => {
    let small = 0;
    let found = 0;
    fc.assert(
      fc.property(campaigns, (grades) => {
        const told = tell(
          grades,
          findingsOf(grades, () => false),
        );
        found += told.findings.length;
        const rows = sumsTold(told);
        const rank = rankOf(rows);
        CRITERIA.forEach((_, criterion) => {
          GRADE_VALUES.forEach((grade, column) => {
            const count = countOf(grades, criterion, grade);
            if (count === 0 || count >= LEAST) return;
            small += 1;
            const alone = Array.from({ length: rows[0]!.length }, (__, at) =>
              Number(at === criterion * GRADE_VALUES.length + column),
            );
            expect(rankOf([...rows, alone])).toBe(rank + 1);
          });
        });
      }),
      { numRuns: 120, seed: 11 },
    );
    expect(small).toBeGreaterThan(100);
    expect(found).toBeGreaterThan(50);
  });

  it('say of no criterion that something is kept back there, by what all criteria come to', () => {
    fc.assert(
      fc.property(campaigns, (grades) => {
        const { tables, findings } = tell(
          grades,
          findingsOf(grades, () => false),
        );
        for (const { criterion, severity, kind, services } of findings) {
          const grade = GRADE_OF.get(kind)!;
          if (criterion !== null || severity !== null || kind === 'STRENGTH') continue;
          const numbers = tables.flatMap((table) => table.criteria.map(({ grades: own }) => own[grade]));
          if (!numbers.includes(null)) continue;
          const shown = numbers.reduce<number>((total, number) => total + (number ?? 0), 0);
          expect(shown).toBeGreaterThanOrEqual(services.services);
        }
      }),
      { numRuns: 120, seed: 12 },
    );
  });

  it('subtract to no few services, whatever findings teams leave out', () => {
    let compared = 0;
    fc.assert(
      fc.property(campaigns, fc.nat({ max: 40 }), (grades, step) => {
        const stated = findingsOf(
          grades,
          (service, criterion) => (service * 7 + criterion) % (step + 2) === 0,
        );
        const { tables, findings } = tell(grades, stated);
        const sets: Set<string>[] = [new Set(grades.map((_, at) => `s${at}`))];
        for (const { criterion, kind, severity, services } of findings) {
          const having = stated.filter(
            (each) =>
              each.kind === kind &&
              (severity === null || each.severity === severity) &&
              (criterion === null || `C${each.criterionId?.slice(1) ?? ''}` === criterion),
          );
          const set = new Set(having.map(({ serviceId }) => serviceId));
          expect(services.services).toBe(set.size);
          sets.push(set);
        }
        for (const { criteria } of tables)
          for (const { criterion, grades: numbers } of criteria)
            for (const grade of GRADE_VALUES) {
              const place = CRITERIA.indexOf(criterion);
              const set = new Set(grades.flatMap((row, at) => (row[place] === grade ? [`s${at}`] : [])));
              if (numbers[grade] !== null && set.size > 0 && numbers[grade] < grades.length) sets.push(set);
            }
        const told = sets.slice(0, 1 + findings.length);
        for (const one of told)
          for (const other of sets) {
            if (one === other || ![...one].every((service) => other.has(service))) continue;
            compared += 1;
            const left = other.size - one.size;
            // All of them have a strength: nobody is left, and nobody is harmed.
            expect(left === 0 || left >= LEAST).toBe(true);
          }
      }),
      { numRuns: 120, seed: 13 },
    );
    expect(compared).toBeGreaterThan(50);
  });

  it('are kept back together: a finding does not say what the table hides', () => {
    // Nine do not conform, two in part, nine do: the nine that hide the two stood in the findings.
    const grades = Array.from({ length: 20 }, (_, at): GradeValue[] => [
      at < 9 ? 'NON_CONFORM' : at < 11 ? 'PARTIAL' : 'CONFORM',
      'CONFORM',
      'CONFORM',
      'CONFORM',
    ]);
    const { tables, findings } = tell(
      grades,
      findingsOf(grades, () => false).filter(({ kind }) => kind === 'NON_CONFORMITY'),
    );
    expect(tables[0]!.criteria[0]!.grades.PARTIAL).toBeNull();
    expect(findings).toEqual([]);
  });

  it('are told where there is nothing to hide', () => {
    const grades = Array.from({ length: 20 }, (_, at): GradeValue[] => [
      at < 9 ? 'NON_CONFORM' : 'CONFORM',
      'CONFORM',
      'CONFORM',
      'CONFORM',
    ]);
    const stated = findingsOf(grades, () => false).map((finding) =>
      finding.severity ? { ...finding, severity: 'MAJOR' as const } : finding,
    );
    expect(
      tell(grades, stated).findings.map(({ criterion, kind, severity, services }) => [
        criterion,
        kind,
        severity,
        services.services,
      ]),
    ).toEqual([
      [null, 'STRENGTH', null, 20],
      [null, 'NON_CONFORMITY', null, 9],
      [null, 'NON_CONFORMITY', 'MAJOR', 9],
      ['C1', 'STRENGTH', null, 20],
      ['C2', 'STRENGTH', null, 20],
      ['C3', 'STRENGTH', null, 20],
      ['C0', 'STRENGTH', null, 11],
      ['C0', 'NON_CONFORMITY', null, 9],
    ]);
  });
});
