import { GRADE_VALUES, type GradeValue } from '../../audits';
import type { Services } from '../disclosure/blocks';
import { suppress } from '../disclosure/suppress-table';
import { serviceShare, type ServiceShare } from '../disclosure/told-count';
import type { CampaignCriterion, CampaignFacts } from './campaign-facts';

/** Numbers by grade; null where one is kept back. */
export type ToldGrades = Readonly<Record<GradeValue, number | null>>;

/** How services were judged on one criterion. */
export interface ToldCriterion {
  criterion: CampaignCriterion;
  /** Services by the grade that the team agreed on. */
  grades: ToldGrades;
  /** Conforming among those it applies to; null where one of the numbers it needs is kept back. */
  conformity: ServiceShare | null;
}

/** How services were judged on a section. */
export interface ToldSection {
  /** Judgements by grade, over all criteria. */
  judgements: ToldGrades;
  criteria: ToldCriterion[];
}

/**
 * What it costs to keep a number back that is harmless by itself: how many conform is asked for most, totals are read first.
 * How many services there are is known.
 */
const COSTS: Readonly<Record<GradeValue, number>> = {
  CONFORM: 3,
  PARTIAL: 1,
  NON_CONFORM: 1,
  NOT_APPLICABLE: 1,
  NOT_EVALUATED: 1,
};
const COST_OF_TOTAL = 4;

/**
 * The consensus of a section as a table, criteria by grades, without anything that tells on fewer than `least` services. Kept
 * back are numbers of one to four services; a total that comes from so few; how many conform where hardly any do, none
 * included: that nobody conforms tells of each by name that he does not, while that all conform harms nobody. And whatever
 * these could be worked out from.
 * @param facts at least `least` services
 */
export function gradeTable(
  facts: CampaignFacts,
  criteria: readonly CampaignCriterion[],
  least: number,
): ToldSection {
  const given = criteria.map(({ id }) => servicesByGrade(facts, id));
  const cells = given.map((sets) => GRADE_VALUES.map((value) => sets.get(value)!.size));
  const standBehind = GRADE_VALUES.map(
    (value) => new Set(given.flatMap((sets) => [...sets.get(value)!])).size,
  );
  const conforming = GRADE_VALUES.indexOf('CONFORM');
  const isFew = (count: number): boolean => count > 0 && count < least;
  const shown = suppress({
    cells,
    least,
    isSensitive: ({ row, column }, value) => {
      if (column === null) return false;
      if (row === null) return isFew(standBehind[column]!);
      return isFew(value) || (column === conforming && value < least && fallsShort(cells[row]!));
    },
    cost: ({ row, column }) => {
      if (column === null) return Infinity;
      return row === null ? COST_OF_TOTAL : COSTS[GRADE_VALUES[column]!];
    },
  });
  const told = (value: (column: number) => number | null): ToldGrades =>
    Object.fromEntries(GRADE_VALUES.map((grade, column) => [grade, value(column)])) as ToldGrades;
  return {
    judgements: told((column) =>
      shown.columnTotals[column] ? cells.reduce((sum, row) => sum + row[column]!, 0) : null,
    ),
    criteria: criteria.map((criterion, row) => {
      const own = told((column) => (shown.cells[row]![column] ? cells[row]![column]! : null));
      return { criterion, grades: own, conformity: conformityOf(own, facts.services.length, least) };
    }),
  };
}

/** The services of a campaign by the grade that their teams agreed on for a criterion, each in one set. */
export function servicesByGrade(
  { services, grades }: CampaignFacts,
  criterionId: string,
): ReadonlyMap<GradeValue, Services> {
  const sets = new Map(GRADE_VALUES.map((value) => [value, new Set<string>()]));
  for (const { serviceId } of services)
    sets.get(grades.get(serviceId)?.CONSENSUS.get(criterionId) ?? 'NOT_EVALUATED')!.add(serviceId);
  return sets;
}

/** Whether none of the numbers of a criterion is kept back. */
export const isShownWhole = (grades: ToldGrades): boolean =>
  Object.values(grades).every((number) => number !== null);

function fallsShort(counts: readonly number[]): boolean {
  return counts[GRADE_VALUES.indexOf('PARTIAL')]! + counts[GRADE_VALUES.indexOf('NON_CONFORM')]! > 0;
}

function conformityOf(grades: ToldGrades, services: number, least: number): ServiceShare | null {
  const { CONFORM, NOT_APPLICABLE, NOT_EVALUATED } = grades;
  if (CONFORM === null || NOT_APPLICABLE === null || NOT_EVALUATED === null) return null;
  const judged = services - NOT_APPLICABLE - NOT_EVALUATED;
  return judged >= least ? serviceShare(CONFORM, judged) : null;
}
