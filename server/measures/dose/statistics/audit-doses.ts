import type { Ask } from '../../../database/read-model';
import type { CalendarDate } from '../../../kernel/working-days';
import { medianInterval } from '../../statistics';
import type { DoseExclusion } from '../dose-row';
import type { DoseSetAside } from '../imports/set-aside';
import { QUANTITY, type DoseQuantity, type DoseUnit } from '../levels/level-words';
import { isBorderline, positionOf, worstPosition, type DosePosition } from './dose-position';
import { quartileStatement } from './dose-statement';
import { comparableLevels, inForceOn, levelKey, type LevelInForce } from './levels-in-force';

/** A median held against one level. */
export interface DoseComparison {
  level: LevelInForce;
  position: DosePosition;
  /** The interval of the median straddles a limit; null where there is no position to be sure of. */
  isBorderline: boolean | null;
}

/** One quantity of an examination in one population of an audit. */
export interface QuantityStatistic {
  quantity: DoseQuantity;
  unit: DoseUnit;
  n: number;
  /** Type 7, in `unit`. */
  median: number;
  q1: number;
  q3: number;
  /** At least 95 %, from order statistics; null for fewer than six values. */
  medianInterval: { low: number; high: number; coverage: number } | null;
  position: DosePosition;
  isBorderline: boolean | null;
  level: LevelInForce | null;
  /** Against the levels of sources that were asked for by name. */
  comparisons: DoseComparison[];
}

/** An examination in one population. */
export interface PopulationStatistic {
  population: string;
  /** The worst of its quantities that have a level. */
  position: DosePosition;
  quantities: QuantityStatistic[];
}

/** How many records do not count, and why. */
export interface NotCounted {
  reason: DoseExclusion | DoseSetAside;
  count: number;
}

/** An examination of the list in an audit. */
export interface ExamStatistic {
  examCode: string;
  /** The worst of its populations. */
  position: DosePosition;
  populations: PopulationStatistic[];
  excluded: NotCounted[];
}

/** The doses of an audit. */
export interface AuditDoses {
  exams: ExamStatistic[];
  /** Records that belong to no examination of the list. */
  excluded: NotCounted[];
}

interface QuartileRow {
  auditId: string;
  examCode: string;
  population: string;
  quantity: DoseQuantity;
  n: number;
  q: [number, number, number];
  firstRank: number;
  middle: number[];
}

interface NotCountedRow extends NotCounted {
  auditId: string;
  examCode: string | null;
}

const STATISTICS = `
  select audit_id as "auditId", exam_code as "examCode", population, quantity, n, q, first_rank as "firstRank", middle
  from (${quartileStatement('r.audit_id = any($1::uuid[])', { withMiddle: true })}) statistic
  order by exam_code, population, array_position('{IDSV,PDL,PDS,DE,DGM}'::text[], quantity)`;

const NOT_COUNTED = `
  select audit_id as "auditId", exam_code as "examCode", coalesce(exclusion, set_aside) as reason, count(*)::int as count
  from dose_record
  where dose_import_id in (select id from dose_import where audit_id = any($1::uuid[])) and (exclusion is not null or set_aside is not null)
  group by audit_id, exam_code, coalesce(exclusion, set_aside)
  order by exam_code, count(*) desc, reason`;

/** An audit, and the day whose levels it is held against: that of its visit. */
export interface AuditOnDay {
  id: string;
  day: CalendarDate;
}

/**
 * What the doses of audits say, in three statements for all of them.
 * @param sql sees the records that count for whoever asks
 * @param compareWith codes of sources to compare with besides the current national ones
 */
export async function auditDoses(
  sql: Ask,
  audits: readonly AuditOnDay[],
  compareWith: readonly string[] = [],
): Promise<ReadonlyMap<string, AuditDoses>> {
  const ids = audits.map(({ id }) => id);
  const [rows, notCounted, levels] = await Promise.all([
    sql<QuartileRow>(STATISTICS, [ids]),
    sql<NotCountedRow>(NOT_COUNTED, [ids]),
    comparableLevels(sql, compareWith),
  ]);
  const national = levels.filter(({ use }) => use === 'CURRENT_NATIONAL');
  const named = compareWith.map((code) =>
    inForceOn(
      levels.filter(({ sourceCode }) => sourceCode === code),
      null,
    ),
  );
  return new Map(
    audits.map(({ id, day }) => {
      const inForce = inForceOn(national, day);
      const own = rows.filter(({ auditId }) => auditId === id);
      const left = notCounted.filter(({ auditId }) => auditId === id);
      const codes = [...new Set([...own, ...left].flatMap(({ examCode }) => examCode ?? []))].sort();
      const exams = codes.map((examCode) =>
        examStatistic(
          examCode,
          own
            .filter((row) => row.examCode === examCode)
            .map((row) => [row.population, quantityStatistic(row, inForce, named)]),
          notCountedOf(left, examCode),
        ),
      );
      return [id, { exams, excluded: notCountedOf(left, null) }];
    }),
  );
}

function examStatistic(
  examCode: string,
  statistics: readonly (readonly [population: string, statistic: QuantityStatistic])[],
  excluded: NotCounted[],
): ExamStatistic {
  const populations = [...new Set(statistics.map(([population]) => population))].map((population) => {
    const quantities = statistics.flatMap(([of, statistic]) => (of === population ? [statistic] : []));
    return { population, position: worstPosition(quantities.map(({ position }) => position)), quantities };
  });
  return {
    examCode,
    position: worstPosition(populations.map(({ position }) => position)),
    populations,
    excluded,
  };
}

function quantityStatistic(
  { examCode, population, quantity, n, q: [q1, median, q3], firstRank, middle }: QuartileRow,
  inForce: ReadonlyMap<string, LevelInForce>,
  named: readonly ReadonlyMap<string, LevelInForce>[],
): QuantityStatistic {
  const ranks = medianInterval(n);
  const valueAt = (rank: number): number => {
    const value = middle[rank - firstRank];
    if (value === undefined) throw new Error(`the value of rank ${rank} of ${n} was not read`);
    return value;
  };
  const interval = ranks && {
    low: valueAt(ranks.lowRank),
    high: valueAt(ranks.highRank),
    coverage: ranks.coverage,
  };
  const sample = { n, median, interval };
  const key = levelKey(examCode, population, quantity);
  const level = inForce.get(key) ?? null;
  return {
    quantity,
    unit: QUANTITY[quantity].unit,
    n,
    median,
    q1,
    q3,
    medianInterval: interval,
    position: positionOf(sample, level),
    isBorderline: isBorderline(sample, level),
    level,
    comparisons: named.flatMap((levels) => {
      const other = levels.get(key);
      return other
        ? [{ level: other, position: positionOf(sample, other), isBorderline: isBorderline(sample, other) }]
        : [];
    }),
  };
}

function notCountedOf(rows: readonly NotCountedRow[], examCode: string | null): NotCounted[] {
  return rows.flatMap((row) => (row.examCode === examCode ? [{ reason: row.reason, count: row.count }] : []));
}
