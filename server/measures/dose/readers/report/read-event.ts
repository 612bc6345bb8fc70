import type { DoseRow } from '../../dose-row';
import { judgeRow, type Spoilt } from '../judge-row';
import { namesQualityControl } from '../quality-control';
import { derivedEventKeys, uidOrDerived } from '../row-identity';
import { EMPTY_ROW, QUANTITIES, type Quantity } from '../row-quantities';
import { ACQUISITION_WORDS, type CodedValue, type Concept } from './concepts';
import { codeOf, itemsAbout, textOf, type Code, type ContentItem } from './content-tree';
import { measured } from './measured-value';
import { readDicomDay, type ReportFacts } from './report-facts';

/** Where a quantity stands in a report, and the unit that PS3.16 prescribes there. */
export interface QuantitySource {
  quantity: Quantity;
  concept: Concept;
  unit: string;
}

/** Values of a row, and what gave none. */
export interface Readings {
  values: Partial<Record<Quantity, number>>;
  spoilt: Spoilt[];
}

/** Reads quantities below an item, the nearest of each; what is about one of `except` is not entered. */
export function readQuantities(
  item: ContentItem,
  sources: readonly QuantitySource[],
  except: readonly Concept[] = [],
): Readings {
  const readings: Readings = { values: {}, spoilt: [] };
  for (const { quantity, concept, unit } of sources) {
    if (readings.values[quantity] !== undefined) continue;
    const { value, problem } = measured(
      itemsAbout(item, concept, except)[0],
      QUANTITIES[quantity].dimension,
      unit,
    );
    if (value !== null) readings.values[quantity] = value;
    if (problem) readings.spoilt.push({ quantity, problem });
  }
  return readings;
}

/** What all events have in common, as a row without values. */
export function eventRow(
  item: ContentItem,
  facts: ReportFacts,
  place: string,
  modality: DoseRow['modality'],
  type: Code | null,
): DoseRow {
  const one = (concept: Concept) => itemsAbout(item, concept)[0];
  return {
    ...EMPTY_ROW,
    place,
    modality,
    level: 'EVENT',
    studyUid: uidOrDerived(facts.studyUid),
    eventUid: uidOrDerived(textOf(one('eventUid'))),
    performedOn: readDicomDay(textOf(one('startedAt'))) ?? facts.performedOn,
    protocol: facts.clean(textOf(one('acquisitionProtocol'))),
    examination: facts.examination,
    acquisitionType: acquisitionWords(type, facts),
    targetRegion: facts.clean(
      codeOf(one('targetRegion'))?.meaning ?? codeOf(one('anatomicalStructure'))?.meaning ?? null,
    ),
    equipment: facts.equipment,
    ageYears: facts.ageYears,
    weightKg: facts.weightKg,
  };
}

/** The events of a report, each with a key, and the key of the one that began the study. */
export interface ReportEvents {
  rows: DoseRow[];
  firstEvent: string | null;
}

/**
 * Reads events in the order of the report. The one that began the study is the earliest where all tell their time, since
 * some makers put the last event first; else the first.
 */
export function readEvents(
  items: readonly ContentItem[],
  read: (item: ContentItem, index: number) => DoseRow,
): ReportEvents {
  const keyOf = derivedEventKeys();
  const events = items.map((item, index) => {
    const startedAt = textOf(itemsAbout(item, 'startedAt')[0]);
    const row = read(item, index);
    const eventUid = row.eventUid ?? keyOf(row, startedAt);
    return { row: { ...row, eventUid }, eventUid, startedAt };
  });
  const timed = events.every(({ startedAt }) => startedAt !== null);
  const order = ({ startedAt, eventUid }: { startedAt: string | null; eventUid: string }) =>
    `${startedAt} ${eventUid}`;
  const inTime = timed ? [...events].sort((one, other) => (order(one) < order(other) ? -1 : 1)) : events;
  return { rows: events.map(({ row }) => row), firstEvent: inTime[0]?.eventUid ?? null };
}

/** A row with its values, judged. */
export function withReadings(
  row: DoseRow,
  { values, spoilt }: Readings,
  found: DoseRow['exclusion'],
): DoseRow {
  return judgeRow({ ...row, ...values, exclusion: found }, spoilt);
}

/** Whether an event, or the whole report, is none of a patient. */
export function isQualityControl(row: DoseRow, facts: ReportFacts): boolean {
  return facts.isQualityControl || namesQualityControl(row.protocol);
}

function acquisitionWords(type: Code | null, facts: ReportFacts): string | null {
  const known: CodedValue | null = type?.value ?? null;
  return (known && ACQUISITION_WORDS[known]) ?? facts.clean(type?.meaning ?? null);
}
