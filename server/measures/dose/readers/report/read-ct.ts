import type { DoseRow } from '../../dose-row';
import { codeOf, itemsAbout, type ContentItem } from './content-tree';
import { examinationRow, readTotals } from './examination-row';
import { isLocaliser } from './localiser';
import { measured } from './measured-value';
import {
  eventRow,
  isQualityControl,
  readEvents,
  readQuantities,
  withReadings,
  type QuantitySource,
} from './read-event';
import type { ReportFacts } from './report-facts';

/** Quantities of a CT acquisition (PS3.16 TID 10013, 10014). */
const EVENT_SOURCES: readonly QuantitySource[] = [
  { quantity: 'ctdiVolMgy', concept: 'meanCtdiVol', unit: 'mGy' },
  { quantity: 'dlpMgyCm', concept: 'dlp', unit: 'mGy.cm' },
  { quantity: 'scanningLengthMm', concept: 'scanningLength', unit: 'mm' },
];

/** Totals of a CT study (TID 10012). */
const TOTAL_SOURCES: readonly QuantitySource[] = [
  { quantity: 'dlpMgyCm', concept: 'dlpTotal', unit: 'mGy.cm' },
];

/**
 * Rows of a CT dose report: one for each acquisition, and one for the examination with the total DLP.
 * @param place of the report in its source, `report 3`
 */
export function readCtReport(content: ContentItem, facts: ReportFacts, place: string): DoseRow[] {
  const items = itemsAbout(content, 'ctAcquisition', ['ctAcquisition']);
  const events = readEvents(items, (item, index) =>
    readAcquisition(item, facts, `${place}, event ${index + 1}`),
  );
  const accumulated = itemsAbout(content, 'ctAccumulated');
  const totals = readTotals(accumulated, TOTAL_SOURCES);
  const phantomCm = phantomOf(accumulated[0]);
  const examination = examinationRow({
    facts,
    place,
    modality: 'CT',
    events: events.rows,
    firstEvent: events.firstEvent,
    totals,
  });
  return [...events.rows, ...(examination ? [{ ...examination, phantomCm }] : [])];
}

function readAcquisition(item: ContentItem, facts: ReportFacts, place: string): DoseRow {
  const type = codeOf(itemsAbout(item, 'ctAcquisitionType')[0]);
  const row = eventRow(item, facts, place, 'CT', type);
  const readings = readQuantities(item, EVENT_SOURCES, ['ctAcquisition']);
  const phantomCm = phantomOf(item);
  const collimation = measured(itemsAbout(item, 'totalCollimation')[0], 'LENGTH', 'mm').value;
  const known = { ...row, ...readings.values, phantomCm };
  const localiser = isLocaliser(known, type?.value ?? null, collimation);
  const found = isQualityControl(row, facts) ? 'PHANTOM_OR_QA' : localiser ? 'SCOUT' : null;
  return withReadings(known, readings, found);
}

/** Diameter of the dosimetry phantom that CTDIvol is given for (CID 4052): head 16 cm, body 32 cm. */
function phantomOf(item: ContentItem | undefined): DoseRow['phantomCm'] {
  if (!item) return null;
  const code = codeOf(itemsAbout(item, 'ctdiPhantom')[0]);
  if (code?.value === 'headPhantom') return 16;
  if (code?.value === 'bodyPhantom') return 32;
  return null;
}
