import { readDelimitedFile } from '../kernel/delimited-file';
import {
  checkFiness,
  checkRpps,
  checkSiret,
  normaliseFiness,
  normaliseRpps,
  normaliseSiret,
  type KeyCheck,
} from '../kernel/identifiers';
import { hasForbiddenCharacters, rowProblem, type RowProblem } from '../kernel/row-problem';
import {
  auditorProfession,
  PRACTICE_MODES,
  RPPS_COLUMNS,
  type AuditorProfession,
  type PracticeMode,
  type RppsCells,
  type RppsField,
} from './rpps-columns';

/** What can be wrong with a line of the directory. The comment says what it means where the name does not. */
export type RppsProblemCode =
  | 'WRONG_COLUMN_COUNT' // value: how many cells there are
  | 'MALFORMED_LINE'
  | 'BAD_CHARACTERS' // control or direction marks, or signs of a wrong encoding
  | 'VALUE_TOO_LONG'
  | 'UNSUPPORTED_IDENTIFIER_TYPE' // not an RPPS number (type 8), as the older ADELI (type 0)
  | 'MALFORMED_RPPS'
  | 'BAD_KEY_RPPS'
  | 'MISSING_NAME'
  | 'NOT_AN_AUDITOR_PROFESSION' // on the first line of the person, who is passed over
  | 'CONFLICTING_NAME' // another line of the person has another name; the first is taken
  | 'CONFLICTING_PROFESSION' // likewise
  | 'MALFORMED_FINESS_ET'
  | 'BAD_KEY_FINESS_ET'
  | 'MALFORMED_FINESS_EJ'
  | 'BAD_KEY_FINESS_EJ'
  | 'MALFORMED_SIRET'
  | 'BAD_KEY_SIRET'
  | 'BAD_DEPARTMENT_CODE'
  | 'UNKNOWN_PRACTICE_MODE'
  | 'NO_WORKPLACE'; // neither FINESS nor SIRET: no tie of the person can be derived from the line

/** A problem of one line of the directory. */
export type RppsRowProblem = RowProblem<RppsProblemCode>;

/** Where a person works. At least one of the three numbers is there. */
export interface Workplace {
  finessEt: string | null;
  finessEj: string | null;
  siret: string | null;
  name: string | null;
  departmentCode: string | null;
  practiceMode: PracticeMode | null;
  /** Line of the file, the header being line 1. */
  line: number;
}

/** A person of the directory who may become an auditor. */
export interface AuditorRow {
  rpps: string;
  familyName: string;
  givenName: string;
  profession: AuditorProfession;
  /** Code of the radiologist's speciality (TRE_R38); null for the other professions. */
  specialtyCode: string | null;
  workplaces: Workplace[];
  /** All that is wrong with the lines of the person, those that were refused included: a tie may be missing. */
  warnings: RppsRowProblem[];
}

/** Most lines in one extract. */
export const MAX_RPPS_ROWS = 50_000;

/** Longest text taken from a cell, in characters. */
const LONGEST_TEXT = 200;

type Report = (severity: RowProblem['severity'], code: RppsProblemCode, field: RppsField | null) => void;

interface RppsLine {
  line: number;
  rpps: string;
  cells: RppsCells;
  profession: AuditorProfession | undefined;
  workplace: Workplace | undefined;
  problems: RppsRowProblem[];
}

/**
 * Reads an extract of the national directory of health professionals (one line per person and activity, `|`
 * between and after the cells, columns found by name, text or bytes).
 * `rows` are the people who may audit, in the order of their first line; `problems` every error and warning in the
 * order of the lines. An ERROR refuses its line, not the other lines of the person. Throws ImportFileError when
 * the file as a whole cannot be read.
 */
export function parseRppsFile(content: string | Uint8Array): {
  rows: AuditorRow[];
  problems: RppsRowProblem[];
} {
  const file = readDelimitedFile(content, {
    separator: '|',
    quoted: false,
    columns: RPPS_COLUMNS,
    maxRows: MAX_RPPS_ROWS,
  });
  const unreadable: RppsRowProblem[] = [];
  const lines: RppsLine[] = [];
  for (const record of file.rows) {
    if (record.defect) unreadable.push(rowProblem('ERROR', record.defect, record.line, null, record.value));
    else lines.push(readLine(record.line, record.cells, file.header));
  }
  const rows = [...byPerson(lines).values()].flatMap((own) => readPerson(own, file.header) ?? []);
  const problems = [...unreadable, ...lines.flatMap((line) => line.problems)].sort((a, b) => a.line - b.line);
  return { rows, problems };
}

function readLine(line: number, cells: RppsCells, header: RppsCells): RppsLine {
  const problems: RppsRowProblem[] = [];
  const report: Report = (severity, code, field) => {
    problems.push(rowProblem(severity, code, line, field && header[field], field ? cells[field] : ''));
  };
  const rpps = readRpps(cells, report);
  for (const field of ['familyName', 'givenName', 'workplaceName'] as const) {
    if (hasForbiddenCharacters(cells[field])) report('ERROR', 'BAD_CHARACTERS', field);
    if (cells[field].length > LONGEST_TEXT) report('ERROR', 'VALUE_TOO_LONG', field);
  }
  for (const field of ['familyName', 'givenName'] as const) {
    if (cells[field] === '') report('ERROR', 'MISSING_NAME', field);
  }
  const workplace = readWorkplace(line, cells, report);
  const profession = auditorProfession(cells.professionCode, cells.specialtyCode);
  return { line, rpps, cells, profession, workplace, problems };
}

function readRpps(cells: RppsCells, report: Report): string {
  const rpps = normaliseRpps(cells.rpps);
  if (cells.identifierType !== '8') {
    report('ERROR', 'UNSUPPORTED_IDENTIFIER_TYPE', 'identifierType');
    return rpps;
  }
  const check = checkRpps(rpps);
  if (check === 'MALFORMED') report('ERROR', 'MALFORMED_RPPS', 'rpps');
  if (check === 'BAD_KEY') report('WARNING', 'BAD_KEY_RPPS', 'rpps');
  return rpps;
}

/** The workplace of a line; undefined when the line names none. */
function readWorkplace(line: number, cells: RppsCells, report: Report): Workplace | undefined {
  const finessEt = readNumber(normaliseFiness(cells.finessEt), checkFiness, 'finessEt', 'FINESS_ET', report);
  const finessEj = readNumber(normaliseFiness(cells.finessEj), checkFiness, 'finessEj', 'FINESS_EJ', report);
  const siret = readNumber(normaliseSiret(cells.siret), checkSiret, 'siret', 'SIRET', report);
  if (!finessEt && !finessEj && !siret) {
    report('WARNING', 'NO_WORKPLACE', null);
    return undefined;
  }
  const practiceMode = PRACTICE_MODES.get(cells.practiceMode) ?? null;
  if (!practiceMode) report('WARNING', 'UNKNOWN_PRACTICE_MODE', 'practiceMode');
  return {
    finessEt,
    finessEj,
    siret,
    name: cells.workplaceName || null,
    departmentCode: readDepartmentCode(cells, report),
    practiceMode,
    line,
  };
}

function readDepartmentCode(cells: RppsCells, report: Report): string | null {
  const code = cells.departmentCode.toUpperCase();
  if (code === '' || /^(?:\d{2,3}|2[AB])$/.test(code)) return code || null;
  report('WARNING', 'BAD_DEPARTMENT_CODE', 'departmentCode');
  return null;
}

function readNumber(
  value: string,
  check: (value: string) => KeyCheck,
  field: RppsField,
  kind: 'FINESS_ET' | 'FINESS_EJ' | 'SIRET',
  report: Report,
): string | null {
  if (value === '') return null;
  const result = check(value);
  if (result === 'MALFORMED') report('ERROR', `MALFORMED_${kind}`, field);
  if (result === 'BAD_KEY') report('WARNING', `BAD_KEY_${kind}`, field);
  return value;
}

function byPerson(lines: readonly RppsLine[]): Map<string, RppsLine[]> {
  const people = new Map<string, RppsLine[]>();
  for (const line of lines) {
    const own = people.get(line.rpps);
    if (own) own.push(line);
    else people.set(line.rpps, [line]);
  }
  return people;
}

/**
 * The person behind lines of one RPPS number, from those that have no ERROR. One line is enough to make an
 * auditor: a radiologist has further lines for other skills.
 */
function readPerson(own: readonly RppsLine[], header: RppsCells): AuditorRow | undefined {
  const sound = own.filter(({ problems }) => problems.every(({ severity }) => severity === 'WARNING'));
  const [first] = sound;
  if (!first) return undefined;
  const auditing = sound.find(({ profession }) => profession);
  if (!auditing?.profession) {
    warn(
      first,
      'NOT_AN_AUDITOR_PROFESSION',
      first.cells.specialtyCode ? 'specialtyCode' : 'professionCode',
      header,
    );
    return undefined;
  }
  for (const line of sound) {
    if (!sameName(line, auditing)) warn(line, 'CONFLICTING_NAME', 'familyName', header);
    if (line.cells.professionCode !== auditing.cells.professionCode) {
      warn(line, 'CONFLICTING_PROFESSION', 'professionCode', header);
    }
  }
  return {
    rpps: auditing.rpps,
    familyName: auditing.cells.familyName,
    givenName: auditing.cells.givenName,
    profession: auditing.profession,
    specialtyCode: auditing.profession === 'RADIOLOGIST' ? auditing.cells.specialtyCode : null,
    workplaces: distinctWorkplaces(sound),
    warnings: own.flatMap(({ problems }) => problems),
  };
}

function warn(line: RppsLine, code: RppsProblemCode, field: RppsField, header: RppsCells): void {
  line.problems.push(rowProblem('WARNING', code, line.line, header[field], line.cells[field]));
}

function sameName(one: RppsLine, other: RppsLine): boolean {
  return one.cells.familyName === other.cells.familyName && one.cells.givenName === other.cells.givenName;
}

/** A person with several skills has one line for each at the same structure: these are one workplace. */
function distinctWorkplaces(lines: readonly RppsLine[]): Workplace[] {
  const known = new Map<string, Workplace>();
  for (const { cells, workplace } of lines) {
    if (!workplace) continue;
    const { finessEt, finessEj, siret, practiceMode } = workplace;
    const key = [cells.structureId, finessEt, finessEj, siret, practiceMode].join('|');
    if (!known.has(key)) known.set(key, workplace);
  }
  return [...known.values()];
}
