import type { DoseModality, DoseRow } from '../../dose-row';
import { codeOf, itemsAbout, type Code, type ContentItem } from './content-tree';
import { examinationRow, readTotals } from './examination-row';
import { measured } from './measured-value';
import {
  eventRow,
  isQualityControl,
  readEvents,
  readQuantities,
  withReadings,
  type QuantitySource,
  type ReportEvents,
} from './read-event';
import type { ReportFacts } from './report-facts';

/** Quantities of a projection event (PS3.16 TID 10003, 10003B, 10003C); the first that is there counts. */
const EVENT_SOURCES: readonly QuantitySource[] = [
  { quantity: 'dapMgyCm2', concept: 'dap', unit: 'Gy.m2' },
  { quantity: 'entranceDoseMgy', concept: 'referencePointDose', unit: 'Gy' },
  { quantity: 'entranceDoseMgy', concept: 'entranceExposure', unit: 'mGy' },
  { quantity: 'meanGlandularDoseMgy', concept: 'glandularDose', unit: 'mGy' },
  { quantity: 'compressedThicknessMm', concept: 'compressionThickness', unit: 'mm' },
];

const FLUOROSCOPY_SOURCES: readonly QuantitySource[] = [
  ...EVENT_SOURCES,
  { quantity: 'fluoroscopySeconds', concept: 'irradiationDuration', unit: 's' },
];

/** Totals of a projection study (TID 10004, 10007). */
const TOTAL_SOURCES: readonly QuantitySource[] = [
  { quantity: 'dapMgyCm2', concept: 'dapTotal', unit: 'Gy.m2' },
  { quantity: 'entranceDoseMgy', concept: 'referencePointTotal', unit: 'Gy' },
  { quantity: 'fluoroscopySeconds', concept: 'fluoroTimeTotal', unit: 's' },
];

/** Parts of the totals, for reports that give no whole: fluoroscopy and acquisitions. */
const PART_SOURCES: readonly (readonly QuantitySource[])[] = [
  [
    { quantity: 'dapMgyCm2', concept: 'fluoroDapTotal', unit: 'Gy.m2' },
    { quantity: 'entranceDoseMgy', concept: 'fluoroReferencePointTotal', unit: 'Gy' },
  ],
  [
    { quantity: 'dapMgyCm2', concept: 'acquisitionDapTotal', unit: 'Gy.m2' },
    { quantity: 'entranceDoseMgy', concept: 'acquisitionReferencePointTotal', unit: 'Gy' },
  ],
];

/**
 * Rows of a projection X-ray dose report: radiography, fluoroscopy and angiography, or mammography. One row for each
 * event, one for the examination with its totals; in mammography one for each breast.
 * @param place of the report in its source, `report 3`
 */
export function readProjectionReport(content: ContentItem, facts: ReportFacts, place: string): DoseRow[] {
  const items = itemsAbout(content, 'event', ['event']);
  const modality = modalityOf(content, items);
  const events = readEvents(items, (item, index) =>
    readEvent(item, facts, modality, `${place}, event ${index + 1}`),
  );
  // A maker that has no such part puts the totals at the root.
  const parts = itemsAbout(content, 'accumulated');
  const accumulated = parts.length > 0 ? wholeOrPlanes(parts) : [content];
  if (modality === 'MAMMOGRAPHY') {
    return [...events.rows, ...breastRows(accumulated, facts, place, events)];
  }
  const examination = examinationRow({
    facts,
    place,
    modality,
    events: events.rows,
    firstEvent: events.firstEvent,
    totals: totalsOf(accumulated),
  });
  return [...events.rows, ...(examination ? [examination] : [])];
}

/** Where totals stand for each plane and for all of them as well, the planes are in the whole already. */
function wholeOrPlanes(parts: readonly ContentItem[]): readonly ContentItem[] {
  const whole = parts.filter(
    (part) => codeOf(itemsAbout(part, 'acquisitionPlane')[0])?.value === 'allPlanes',
  );
  return whole.length > 0 ? whole : parts;
}

function readEvent(item: ContentItem, facts: ReportFacts, modality: DoseModality, place: string): DoseRow {
  const type = codeOf(itemsAbout(item, 'eventType')[0]);
  const row = eventRow(item, facts, place, modality, type);
  const plane = codeOf(itemsAbout(item, 'acquisitionPlane')[0])?.value;
  const readings = readQuantities(item, type?.value === 'fluoroscopy' ? FLUOROSCOPY_SOURCES : EVENT_SOURCES, [
    'event',
  ]);
  const known: DoseRow = {
    ...row,
    // Both planes of a biplane device may share the UID of what they did together.
    eventUid: row.eventUid !== null && plane === 'planeB' ? `${row.eventUid}#B` : row.eventUid,
    view: facts.clean(codeOf(itemsAbout(item, 'imageView')[0])?.meaning ?? null),
    laterality: sideOf(codeOf(itemsAbout(item, 'laterality')[0])),
  };
  return withReadings(known, readings, isQualityControl(row, facts) ? 'PHANTOM_OR_QA' : null);
}

/** Totals as a whole, or else the sum of fluoroscopy and acquisitions. */
function totalsOf(accumulated: readonly ContentItem[]): ReturnType<typeof readTotals> {
  const whole = readTotals(accumulated, TOTAL_SOURCES);
  for (const part of PART_SOURCES.map((sources) => readTotals(accumulated, sources))) {
    for (const quantity of ['dapMgyCm2', 'entranceDoseMgy'] as const) {
      const value = part.values[quantity];
      if (value === undefined || isGiven(accumulated, quantity)) continue;
      whole.values[quantity] = Number(((whole.values[quantity] ?? 0) + value).toPrecision(12));
    }
  }
  return whole;
}

function isGiven(accumulated: readonly ContentItem[], quantity: 'dapMgyCm2' | 'entranceDoseMgy'): boolean {
  const concept = quantity === 'dapMgyCm2' ? 'dapTotal' : 'referencePointTotal';
  return accumulated.some((part) => itemsAbout(part, concept).length > 0);
}

/** The accumulated mean glandular dose of each breast (TID 10005). */
function breastRows(
  accumulated: readonly ContentItem[],
  facts: ReportFacts,
  place: string,
  events: ReportEvents,
): DoseRow[] {
  const items = accumulated.flatMap((part) => itemsAbout(part, 'glandularDoseTotal'));
  return items.flatMap((item): DoseRow[] => {
    const laterality = sideOf(codeOf(itemsAbout(item, 'laterality')[0]));
    const { value, problem } = measured(item, 'DOSE', 'mGy');
    if (value === null && problem === null) return [];
    const quantity = 'meanGlandularDoseMgy' as const;
    const totals = {
      values: value === null ? {} : { [quantity]: value },
      spoilt: problem ? [{ quantity, problem }] : [],
    };
    const row = examinationRow({
      facts,
      place,
      modality: 'MAMMOGRAPHY',
      events: events.rows,
      firstEvent: events.firstEvent,
      totals,
    });
    return row ? [{ ...row, laterality, eventUid: `${row.eventUid}#${laterality ?? ''}` }] : [];
  });
}

function sideOf(code: Code | null): DoseRow['laterality'] {
  if (code?.value === 'left') return 'LEFT';
  if (code?.value === 'right') return 'RIGHT';
  return code?.value === 'both' ? 'BOTH' : null;
}

/**
 * What kind of device a report is from. Fluoroscopy that took place counts for more than the type of device that the
 * maker declares, which some declare wrongly.
 */
function modalityOf(content: ContentItem, events: readonly ContentItem[]): DoseModality {
  const procedure = codeOf(itemsAbout(content, 'procedureReported', ['event'])[0])?.value;
  const glandular =
    itemsAbout(content, 'glandularDoseTotal').length + itemsAbout(content, 'glandularDose').length;
  if (procedure === 'mammography' || glandular > 0) return 'MAMMOGRAPHY';
  const device = codeOf(itemsAbout(content, 'acquisitionDeviceType', ['event'])[0])?.value;
  const fluoroscoped =
    events.some((event) => codeOf(itemsAbout(event, 'eventType')[0])?.value === 'fluoroscopy') ||
    itemsAbout(content, 'fluoroTimeTotal').some((item) => (measured(item, 'TIME', 's').value ?? 0) > 0) ||
    itemsAbout(content, 'fluoroDapTotal').some(
      (item) => (measured(item, 'DOSE_AREA', 'Gy.m2').value ?? 0) > 0,
    );
  return fluoroscoped || device === 'fluoroscopySystem' ? 'INTERVENTIONAL' : 'RADIOGRAPHY';
}
