import type { DoseModality } from '../../dose-row';
import type { Quantity } from '../row-quantities';
import { readUnit, type Unit } from '../units';

/**
 * The columns of OpenREM's CSV exports, as its versions 0.4 to 1.0 write them (`remapp/exports/{ct,dx,mg,rf,nm}_export.py`
 * and `exportcsv.py`). Facts: names and units. Units stand in the header where there are several in use; where there is
 * none, OpenREM writes what DICOM prescribes: mGy, mGy.cm, mm, Gy at the reference point.
 */

/** What is said once for a study. */
export type StudyField =
  | 'accession'
  | 'manufacturer'
  | 'model'
  | 'date'
  | 'time'
  | 'age'
  | 'weight'
  | 'testPatient'
  | 'description'
  | 'requestedProcedure';

/** What is said for each event. */
export type EventField =
  'protocol' | 'type' | 'phantom' | 'targetRegion' | 'view' | 'laterality' | 'source' | Quantity;

/** Totals, of a plane where there are two. */
export type TotalField = 'dlpMgyCm' | 'dapMgyCm2' | 'entranceDoseMgy' | 'fluoroscopySeconds';

export type OpenRemColumn =
  | { of: 'STUDY'; field: StudyField }
  | { of: 'EVENT'; event: number; field: EventField; unit: Unit | null }
  | { of: 'TOTAL'; field: TotalField; unit: Unit };

const STUDY: Readonly<Record<string, StudyField>> = {
  'accession number': 'accession',
  accession: 'accession',
  manufacturer: 'manufacturer',
  'model name': 'model',
  model: 'model',
  'study date': 'date',
  'study time': 'time',
  age: 'age',
  'patient age': 'age',
  'mass (kg)': 'weight',
  'patient mass (kg)': 'weight',
  'patient weight (kg)': 'weight',
  'test patient?': 'testPatient',
  'not patient?': 'testPatient',
  'study description': 'description',
  'requested procedure': 'requestedProcedure',
};

/** Names of event columns without prefix and unit, and the unit where the header has none. */
const EVENT: Readonly<Record<string, { field: EventField; unit?: string }>> = {
  protocol: { field: 'protocol' },
  'acquisition protocol': { field: 'protocol' },
  acquisition: { field: 'protocol' },
  type: { field: 'type' },
  'acquisition type': { field: 'type' },
  'scanning length': { field: 'scanningLengthMm', unit: 'mm' },
  ctdivol: { field: 'ctdiVolMgy', unit: 'mGy' },
  phantom: { field: 'phantom' },
  'ctdi phantom type': { field: 'phantom' },
  dlp: { field: 'dlpMgyCm', unit: 'mGy.cm' },
  's1 name': { field: 'source' },
  'source name': { field: 'source' },
  dap: { field: 'dapMgyCm2', unit: 'cGy.cm2' },
  'entrance exposure at rp': { field: 'entranceDoseMgy', unit: 'mGy' },
  'ref point dose': { field: 'entranceDoseMgy', unit: 'Gy' },
  esd: { field: 'entranceDoseMgy', unit: 'mGy' },
  agd: { field: 'meanGlandularDoseMgy', unit: 'mGy' },
  thickness: { field: 'compressedThicknessMm', unit: 'mm' },
  'exposure duration': { field: 'fluoroscopySeconds', unit: 's' },
  anatomy: { field: 'targetRegion' },
  view: { field: 'view' },
  'image view': { field: 'view' },
  laterality: { field: 'laterality' },
};

/** Names of totals, of the exam or of plane A or B. The oldest export calls seconds milliseconds: its times are left. */
const TOTAL: Readonly<Record<string, { field: TotalField; unit: string }>> = {
  'dlp total': { field: 'dlpMgyCm', unit: 'mGy.cm' },
  'total dlp': { field: 'dlpMgyCm', unit: 'mGy.cm' },
  'dap total': { field: 'dapMgyCm2', unit: 'Gy.m2' },
  'total dap': { field: 'dapMgyCm2', unit: 'cGy.cm2' },
  'dose rp total': { field: 'entranceDoseMgy', unit: 'Gy' },
  'rp dose total': { field: 'entranceDoseMgy', unit: 'Gy' },
  'fluoro time total': { field: 'fluoroscopySeconds', unit: 's' },
  'fluoro duration total': { field: 'fluoroscopySeconds', unit: 's' },
};

/** The column that a header cell of an OpenREM export names; null for one that is of no use here. */
export function openRemColumn(cell: string): OpenRemColumn | null {
  const name = cell.trim().toLowerCase();
  const study = STUDY[name];
  if (study) return { of: 'STUDY', field: study };
  const parts = /^(?:e(\d{1,4}) |([ab]) )?(.*?)\s*(?:\(([^()]+)\))?$/.exec(name);
  if (!parts) return null;
  const [, event, , base = '', label] = parts;
  const total = event === undefined ? TOTAL[base] : undefined;
  if (total) {
    const unit = readUnit(label ?? total.unit);
    return unit && { of: 'TOTAL', field: total.field, unit };
  }
  const known = EVENT[base];
  if (!known || parts[2] !== undefined) return null;
  const unit = known.unit === undefined ? null : readUnit(label ?? known.unit);
  return { of: 'EVENT', event: Number(event ?? 1), field: known.field, unit };
}

/** Columns that only nuclear medicine has. */
const NUCLEAR = /^(?:administered activity|radiopharmaceutical )/i;

/** Whether a header is one of OpenREM's: its study columns, and doses as it names them. */
export function isOpenRemHeader(header: readonly string[]): boolean {
  const names = new Set(header.map((cell) => cell.trim().toLowerCase()));
  const hasStudy = names.has('manufacturer') && names.has('study date') && names.has('study description');
  const hasInstitution =
    names.has('institution') || names.has('institution name') || names.has('display name');
  return hasStudy && hasInstitution;
}

/** The kind of equipment that an export is of, or NUCLEAR; null for none of them. */
export function openRemModality(header: readonly string[]): DoseModality | 'NUCLEAR' | null {
  const names = header.map((cell) => cell.trim().toLowerCase());
  const some = (pattern: RegExp) => names.some((name) => pattern.test(name));
  if (some(NUCLEAR)) return 'NUCLEAR';
  if (some(/^(?:e\d+ )?ctdivol/) || some(/^(?:dlp total|total dlp)/)) return 'CT';
  if (some(/^(?:e\d+ )?agd$/)) return 'MAMMOGRAPHY';
  if (some(/^[ab] dap total/) || some(/rp dose total|^fluoro dap total/)) return 'INTERVENTIONAL';
  return some(/^(?:e\d+ )?dap|^total dap/) ? 'RADIOGRAPHY' : null;
}
