import { readDelimitedFile } from '../kernel/delimited-file';
import { checkFiness, normaliseFiness } from '../kernel/identifiers';
import { hasForbiddenCharacters, rowProblem, type RowProblem } from '../kernel/row-problem';
import { departmentByCode, isPlausiblePosition, isRegionCode, type Department } from '../kernel/departments';
import {
  COUNT_FIELDS,
  modalitiesOf,
  REGISTRY_COLUMNS,
  TEXT_FIELDS,
  type Modality,
  type RegistryCounts,
  type RegistryField,
} from './registry-columns';

/** What can be wrong with a row of the registry. The comment says what it means where the name does not. */
export type RegistryProblemCode =
  | 'WRONG_COLUMN_COUNT' // value: how many cells there are
  | 'MALFORMED_LINE' // quotes that do not match up
  | 'BAD_CHARACTERS' // control or direction marks, or signs of a wrong encoding
  | 'VALUE_TOO_LONG'
  | 'MALFORMED_FINESS_ET'
  | 'BAD_KEY_FINESS_ET'
  | 'DUPLICATE_FINESS_ET' // an earlier row bears the same number
  | 'MALFORMED_FINESS_EJ'
  | 'BAD_KEY_FINESS_EJ'
  | 'MISSING_NAME'
  | 'UNKNOWN_DEPARTMENT'
  | 'UNKNOWN_REGION'
  | 'REGION_MISMATCH' // the department lies in another region
  | 'UNKNOWN_SECTOR'
  | 'BAD_POSTCODE'
  | 'BAD_COMMUNE_CODE'
  | 'MISSING_COORDINATES'
  | 'BAD_COORDINATES' // not a position, or too far from the department
  | 'BAD_NUMBER'
  | 'BAD_FLAG' // neither 0 nor 1
  | 'UNKNOWN_GHT' // a label that could not be matched with a hospital group
  | 'NO_MODALITY';

/** A problem of one row of the registry. */
export type RegistryRowProblem = RowProblem<RegistryProblemCode>;

/** Who owns the establishment. */
export const SECTORS = ['PUBLIC', 'PRIVATE_FOR_PROFIT', 'PRIVATE_NON_PROFIT'] as const;
export type Sector = (typeof SECTORS)[number];

/** An imaging site as the registry describes it. */
export interface RegistryRow extends RegistryCounts {
  /** Line of the file, the header being line 1. */
  line: number;
  finessEt: string;
  finessEj: string;
  name: string;
  legalEntityName: string | null;
  departmentCode: string;
  departmentName: string;
  regionCode: string;
  regionName: string;
  communeInsee: string | null;
  commune: string | null;
  postcode: string | null;
  sector: Sector;
  /** Degrees, WGS 84; null together with the longitude when missing or not plausible. */
  latitude: number | null;
  longitude: number | null;
  emergencyDepartment: boolean | null;
  /** Hospital groups (GHT) the establishment declares itself a member of. */
  ghtCodes: string[];
  modalities: Modality[];
  warnings: RegistryRowProblem[];
}

/** Most sites in one file. */
export const MAX_REGISTRY_ROWS = 10_000;

/** Longest text taken from a cell, in characters. */
const LONGEST_TEXT = 200;

/** Most of anything a site can count in a year. */
const LARGEST_COUNT = 10_000_000;

type Cells = Record<RegistryField, string>;
type Report = (severity: RowProblem['severity'], code: RegistryProblemCode, field: RegistryField) => void;

/**
 * Reads a registry of imaging sites (`;` between cells, columns found by name, text or bytes).
 * `rows` are the sites that can be taken, `problems` every error and warning of the file in its order; a row with
 * an ERROR is not among the rows. Throws ImportFileError when the file as a whole cannot be read.
 */
export function parseRegistryFile(content: string | Uint8Array): {
  rows: RegistryRow[];
  problems: RegistryRowProblem[];
} {
  const file = readDelimitedFile(content, {
    separator: ';',
    quoted: true,
    columns: REGISTRY_COLUMNS,
    maxRows: MAX_REGISTRY_ROWS,
  });
  const rows: RegistryRow[] = [];
  const problems: RegistryRowProblem[] = [];
  const seen = new Set<string>();
  for (const record of file.rows) {
    if (record.defect) {
      problems.push(rowProblem('ERROR', record.defect, record.line, null, record.value));
      continue;
    }
    const found: RegistryRowProblem[] = [];
    const row = readRow(record.line, record.cells, seen, (severity, code, field) => {
      found.push(rowProblem(severity, code, record.line, file.header[field], record.cells[field]));
    });
    problems.push(...found);
    if (row && found.every(({ severity }) => severity === 'WARNING')) rows.push({ ...row, warnings: found });
  }
  return { rows, problems };
}

/** The row, or undefined when what it cannot do without is wrong; every problem goes to `report`. */
function readRow(
  line: number,
  cells: Cells,
  seen: Set<string>,
  report: Report,
): Omit<RegistryRow, 'warnings'> | undefined {
  for (const field of TEXT_FIELDS) checkText(field, cells, report);
  const finessEt = readFinessEt(cells, seen, report);
  const finessEj = readFinessEj(cells, report);
  if (cells.name === '') report('ERROR', 'MISSING_NAME', 'name');
  const department = readDepartment(cells, report);
  const sector = SECTORS.find((known) => known === cells.sector.toUpperCase());
  if (!sector) report('ERROR', 'UNKNOWN_SECTOR', 'sector');
  const counts = readCounts(cells, report);
  const emergencyDepartment = readFlag(cells, report);
  if (!department || !sector) return undefined;

  const modalities = modalitiesOf(counts);
  if (modalities.length === 0) report('WARNING', 'NO_MODALITY', 'scanners');
  return {
    line,
    finessEt,
    finessEj,
    name: cells.name,
    legalEntityName: cells.legalEntityName || null,
    departmentCode: department.code,
    departmentName: department.name,
    regionCode: department.regionCode,
    regionName: department.regionName,
    communeInsee: readCode(cells, 'communeInsee', /^(?:\d{2}|2[AB])\d{3}$/, 'BAD_COMMUNE_CODE', report),
    commune: cells.commune || null,
    postcode: readCode(cells, 'postcode', /^\d{5}$/, 'BAD_POSTCODE', report),
    sector,
    ...readPosition(cells, department, report),
    ...counts,
    emergencyDepartment,
    ghtCodes: readGhtCodes(cells, report),
    modalities,
  };
}

function checkText(field: (typeof TEXT_FIELDS)[number], cells: Cells, report: Report): void {
  if (hasForbiddenCharacters(cells[field])) report('ERROR', 'BAD_CHARACTERS', field);
  if (cells[field].length > LONGEST_TEXT) report('ERROR', 'VALUE_TOO_LONG', field);
}

function readFinessEt(cells: Cells, seen: Set<string>, report: Report): string {
  const finess = normaliseFiness(cells.finessEt);
  const check = checkFiness(finess);
  if (check === 'MALFORMED') {
    report('ERROR', 'MALFORMED_FINESS_ET', 'finessEt');
    return finess;
  }
  if (check === 'BAD_KEY') report('WARNING', 'BAD_KEY_FINESS_ET', 'finessEt');
  if (seen.has(finess)) report('ERROR', 'DUPLICATE_FINESS_ET', 'finessEt');
  seen.add(finess);
  return finess;
}

function readFinessEj(cells: Cells, report: Report): string {
  const finess = normaliseFiness(cells.finessEj);
  const check = checkFiness(finess);
  if (check === 'MALFORMED') report('ERROR', 'MALFORMED_FINESS_EJ', 'finessEj');
  if (check === 'BAD_KEY') report('WARNING', 'BAD_KEY_FINESS_EJ', 'finessEj');
  return finess;
}

/** The department decides the region: the region columns only serve to notice a row that contradicts itself. */
function readDepartment(cells: Cells, report: Report): Department | undefined {
  const department = departmentByCode(cells.departmentCode.toUpperCase());
  if (!department) report('ERROR', 'UNKNOWN_DEPARTMENT', 'departmentCode');
  if (!isRegionCode(cells.regionCode)) report('ERROR', 'UNKNOWN_REGION', 'regionCode');
  else if (department && department.regionCode !== cells.regionCode) {
    report('WARNING', 'REGION_MISMATCH', 'regionCode');
  }
  return department;
}

function readCounts(cells: Cells, report: Report): RegistryCounts {
  const entries = COUNT_FIELDS.map((field) => {
    const text = cells[field];
    if (text === '') return [field, null];
    const count = /^\d+$/.test(text) ? Number(text) : NaN;
    if (count <= LARGEST_COUNT) return [field, count];
    report('ERROR', 'BAD_NUMBER', field);
    return [field, null];
  });
  return Object.fromEntries(entries) as RegistryCounts;
}

function readFlag(cells: Cells, report: Report): boolean | null {
  const text = cells.emergencyDepartment;
  if (text === '') return null;
  if (text === '0' || text === '1') return text === '1';
  report('ERROR', 'BAD_FLAG', 'emergencyDepartment');
  return null;
}

function readCode(
  cells: Cells,
  field: 'communeInsee' | 'postcode',
  form: RegExp,
  code: RegistryProblemCode,
  report: Report,
): string | null {
  const text = cells[field].toUpperCase();
  if (text === '' || form.test(text)) return text || null;
  report('WARNING', code, field);
  return null;
}

function readPosition(
  cells: Cells,
  department: Department,
  report: Report,
): { latitude: number | null; longitude: number | null } {
  const nowhere = { latitude: null, longitude: null };
  if (cells.latitude === '' && cells.longitude === '') {
    report('WARNING', 'MISSING_COORDINATES', 'latitude');
    return nowhere;
  }
  const position = { latitude: readDegrees(cells.latitude), longitude: readDegrees(cells.longitude) };
  if (isPlausiblePosition(department, position)) return position;
  report('WARNING', 'BAD_COORDINATES', Number.isNaN(position.longitude) ? 'longitude' : 'latitude');
  return nowhere;
}

/** Degrees with a decimal point or, from a French spreadsheet, a comma; NaN for anything else. */
function readDegrees(text: string): number {
  return /^[+-]?\d{1,3}(?:[.,]\d+)?$/.test(text) ? Number(text.replace(',', '.')) : NaN;
}

/** Codes such as `IDF-01` between spaces; a cell starting with `?` holds a label that matched no group. */
function readGhtCodes(cells: Cells, report: Report): string[] {
  if (cells.ghtCodes === '') return [];
  const words = cells.ghtCodes.split(/[\s,|]+/);
  if (words.every((word) => /^[A-Z]{2,4}-\d{2}$/.test(word))) return [...new Set(words)];
  report('WARNING', 'UNKNOWN_GHT', 'ghtCodes');
  return [];
}
