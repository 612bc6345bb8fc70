import type { DoseExclusion, DoseModality, DoseNote, DoseRow } from '../../dose-row';
import { judgeRow } from '../judge-row';
import { derivedKey, uidOrDerived } from '../row-identity';
import { EMPTY_ROW, QUANTITIES, type Quantity } from '../row-quantities';
import type { ContentItem } from './content-tree';
import { readQuantities, type QuantitySource, type Readings } from './read-event';
import type { ReportFacts } from './report-facts';

/** Quantities whose values over the events of a study add up to the study's. */
const ADDITIVE: readonly Quantity[] = ['dlpMgyCm', 'dapMgyCm2', 'entranceDoseMgy', 'fluoroscopySeconds'];

/** A total and the sum of its events agree when they differ by no more than this share of the larger, or rounding. */
const TOLERANCE = 0.01;
const ROUNDING = 0.5;

/** Adds up what the accumulated parts of a report say: a biplane device has one for each plane. */
export function readTotals(parts: readonly ContentItem[], sources: readonly QuantitySource[]): Readings {
  const totals: Readings = { values: {}, spoilt: [] };
  for (const part of parts) {
    const { values, spoilt } = readQuantities(part, sources);
    totals.spoilt.push(...spoilt);
    for (const [quantity, value] of Object.entries(values) as [Quantity, number][]) {
      totals.values[quantity] = sum(totals.values[quantity] ?? 0, value);
    }
  }
  return totals;
}

/**
 * The examination as a whole: its totals as reported, or the sum of its events where the report gives none; with a note
 * where both are there and differ.
 *
 * Its key is made of the study and its first event. A cumulative report begins with the same event as the one before it
 * and replaces its totals; one that continues a study begins with another and stands beside them.
 * @returns null for a report with neither totals nor events
 */
export function examinationRow(report: {
  facts: ReportFacts;
  place: string;
  modality: DoseModality;
  events: readonly DoseRow[];
  /** Key of the event that began the study, null for a report without events. */
  firstEvent: string | null;
  totals: Readings;
}): DoseRow | null {
  const { facts, place, modality, events, firstEvent, totals } = report;
  const hasTotals = Object.keys(totals.values).length > 0 || totals.spoilt.length > 0;
  if (!hasTotals && events.length === 0) return null;
  const sums = sumOf(events);
  const values = hasTotals ? totals.values : sums;
  const row: DoseRow = {
    ...EMPTY_ROW,
    place,
    modality,
    level: 'EXAMINATION',
    studyUid: uidOrDerived(facts.studyUid),
    eventUid: derivedKey('examination', facts.studyUid, firstEvent),
    performedOn: facts.performedOn ?? events[0]?.performedOn ?? null,
    protocol: onlyProtocol(events),
    examination: facts.examination,
    equipment: facts.equipment,
    ageYears: facts.ageYears,
    weightKg: facts.weightKg,
    ...values,
    exclusion: exclusionOf(facts, events),
  };
  const notes = hasTotals ? differences(values, sums) : [{ code: 'TOTAL_SUMMED' }];
  return judgeRow(notes.length > 0 ? { ...row, notes } : row, totals.spoilt);
}

/** Each additive quantity over the events, where every event that has a dose gives it. */
function sumOf(events: readonly DoseRow[]): Partial<Record<Quantity, number>> {
  const sums: Partial<Record<Quantity, number>> = {};
  for (const quantity of ADDITIVE) {
    const values = events.flatMap((event) => event[quantity] ?? []);
    if (values.length > 0) sums[quantity] = values.reduce(sum);
  }
  return sums;
}

function differences(
  totals: Partial<Record<Quantity, number>>,
  sums: Partial<Record<Quantity, number>>,
): DoseNote[] {
  return ADDITIVE.flatMap((quantity): DoseNote[] => {
    const total = totals[quantity];
    const added = sums[quantity];
    if (total === undefined || added === undefined || quantity === 'fluoroscopySeconds') return [];
    if (Math.abs(total - added) <= Math.max(TOLERANCE * Math.max(total, added), ROUNDING)) return [];
    return [{ code: 'TOTAL_DIFFERS', params: { quantity: QUANTITIES[quantity].label, total, sum: added } }];
  });
}

/** An examination of localisers alone is one; one with a phantom exposure is a quality control. */
function exclusionOf(facts: ReportFacts, events: readonly DoseRow[]): DoseExclusion | null {
  if (facts.isQualityControl) return 'PHANTOM_OR_QA';
  const [first] = events;
  if (!first) return null;
  if (events.some(({ exclusion }) => exclusion === 'PHANTOM_OR_QA')) return 'PHANTOM_OR_QA';
  return events.every(({ exclusion }) => exclusion === 'SCOUT') ? 'SCOUT' : null;
}

/** The protocol of the examination where its acquisitions, localisers aside, have one and the same. */
function onlyProtocol(events: readonly DoseRow[]): string | null {
  const names = new Set(
    events.filter(({ exclusion }) => exclusion !== 'SCOUT').map(({ protocol }) => protocol),
  );
  return names.size === 1 ? ([...names][0] ?? null) : null;
}

function sum(one: number, other: number): number {
  return Number((one + other).toPrecision(12));
}
