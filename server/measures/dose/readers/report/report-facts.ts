import { namesQualityControl, namesTestPatient } from '../quality-control';
import { readNumber } from '../numbers';
import { itemsAbout, textOf, type ContentItem } from './content-tree';
import { TAGS, type DicomItem } from './dicom-item';

/** What a report says of the study as a whole. Nothing in it tells whose study it is. */
export interface ReportFacts {
  studyUid: string | null;
  /** Day of the study, `YYYY-MM-DD`. */
  performedOn: string | null;
  examination: string | null;
  equipment: string | null;
  ageYears: number | null;
  weightKg: number | null;
  isQualityControl: boolean;
  /** A text of the report, shortened and cleaned; null when it is empty or names the patient. */
  clean(text: string | null): string | null;
}

const LONGEST_TEXT = 200;

/** Reads the facts of a study; who the patient is serves to judge them and is left behind. */
export function readReportFacts(root: DicomItem, content: ContentItem): ReportFacts {
  const clean = cleaner(root);
  const description = descriptionOf(root);
  const started = textOf(itemsAbout(content, 'startOfIrradiation')[0]);
  const performedOn =
    [root.text(TAGS.studyDate), started, root.text(TAGS.acquisitionDate), root.text(TAGS.seriesDate)]
      .concat(root.text(TAGS.contentDate))
      .map(readDicomDay)
      .find((day) => day !== null) ?? null;
  return {
    studyUid: root.text(TAGS.studyInstanceUid),
    performedOn,
    examination: clean(description),
    equipment: clean(equipmentOf(root, content)),
    ageYears: ageOf(root, content, performedOn),
    weightKg: within(readNumber(root.text(TAGS.patientWeight) ?? ''), 0.2, 500),
    isQualityControl:
      namesTestPatient(root.text(TAGS.patientName)) ||
      namesTestPatient(root.text(TAGS.patientId)) ||
      namesQualityControl(description) ||
      root.text(TAGS.qualityControlImage)?.toUpperCase() === 'YES',
    clean,
  };
}

/** Day of a DICOM date or date and time (`YYYYMMDD…`), also with dashes or points; null for none that exists. */
export function readDicomDay(text: string | null): string | null {
  const parts = /^(\d{4})[-.]?(\d{2})[-.]?(\d{2})/.exec(text ?? '');
  if (!parts) return null;
  const day = `${parts[1]}-${parts[2]}-${parts[3]}`;
  const time = new Date(`${day}T00:00:00Z`);
  if (Number.isNaN(time.getTime()) || time.toISOString().slice(0, 10) !== day) return null;
  const year = time.getUTCFullYear();
  return year >= 1970 && year <= 2100 ? day : null;
}

function descriptionOf(root: DicomItem): string | null {
  const request = root.items(TAGS.requestAttributes)[0];
  const coded = [TAGS.requestedProcedureCode, TAGS.procedureCode].map((tag) => root.items(tag)[0]);
  return (
    [
      root.text(TAGS.studyDescription),
      root.text(TAGS.requestedProcedureDescription),
      request?.text(TAGS.requestedProcedureDescription),
      request?.text(TAGS.scheduledStepDescription),
      ...coded.map((code) => code?.text(TAGS.codeMeaning)),
    ].find((text) => text) ?? null
  );
}

function equipmentOf(root: DicomItem, content: ContentItem): string | null {
  const maker = root.text(TAGS.manufacturer) ?? textOf(itemsAbout(content, 'observerManufacturer')[0]);
  const model = root.text(TAGS.manufacturerModel) ?? textOf(itemsAbout(content, 'observerModel')[0]);
  return [maker, model].filter((word) => word).join(' ') || null;
}

/** Age in years: as the report gives it, or from the day of birth, which is then forgotten. */
function ageOf(root: DicomItem, content: ContentItem, performedOn: string | null): number | null {
  const stated = readAge(root.text(TAGS.patientAge));
  // Some makers write zero years where they know none.
  if (stated) return stated;
  const subject = itemsAbout(content, 'subjectAge')[0]?.item.items(TAGS.measuredValue)[0];
  const unit = subject?.items(TAGS.measurementUnits)[0]?.text(TAGS.codeValue) ?? '';
  const measured = readAge(`${subject?.text(TAGS.numericValue) ?? ''}${unit}`);
  if (measured !== null) return measured;
  const born = birthDay(root.text(TAGS.birthDate));
  return born && performedOn ? ageBetween(born, performedOn) : stated;
}

const YEARS_PER_UNIT: Readonly<Record<string, number>> = {
  Y: 1,
  A: 1,
  M: 1 / 12,
  MO: 1 / 12,
  W: 7 / 365.25,
  WK: 7 / 365.25,
  D: 1 / 365.25,
};

function readAge(text: string | null): number | null {
  const parts = /^(\d{1,3}(?:\.\d+)?)\s*([A-Z]{0,2})$/.exec((text ?? '').toUpperCase());
  if (!parts) return null;
  const perUnit = YEARS_PER_UNIT[parts[2] || 'Y'];
  if (perUnit === undefined) return null;
  return within(Number((Number(parts[1]) * perUnit).toFixed(2)), 0, 130);
}

/** A birth before 1970 is a birth all the same. */
function birthDay(text: string | null): string | null {
  const parts = /^(\d{4})[-.]?(\d{2})[-.]?(\d{2})$/.exec(text ?? '');
  return parts ? `${parts[1]}-${parts[2]}-${parts[3]}` : null;
}

/** Whole years from three years on, twelfths before: a child's dose is judged by less than a year. */
function ageBetween(born: string, on: string): number | null {
  const [fromYear = 0, fromMonth = 0, fromDay = 0] = born.split('-').map(Number);
  const [year = 0, month = 0, day = 0] = on.split('-').map(Number);
  const months = (year - fromYear) * 12 + month - fromMonth - (day < fromDay ? 1 : 0);
  const years = months / 12;
  return within(years >= 3 ? Math.floor(years) : Number(years.toFixed(2)), 0, 130);
}

function within(value: number | null, least: number, most: number): number | null {
  return value !== null && value >= least && value <= most ? value : null;
}

/** Texts are kept without control characters; one that holds the patient's name or numbers is not kept at all. */
function cleaner(root: DicomItem): (text: string | null) => string | null {
  const numbers = [root.text(TAGS.patientId), root.text(TAGS.accessionNumber)].filter(
    (number): number is string => number !== null && number.length >= 5 && /\d/.test(number),
  );
  const [family = '', given = ''] = (root.text(TAGS.patientName) ?? '').split('=')[0]?.split('^') ?? [];
  const names = [family, given].map(fold).filter((name) => name.length >= 3);
  return (text) => {
    const kept = Array.from(
      (text ?? '')
        .replace(/[\p{C}\uFFFD]+/gu, ' ')
        .replace(/\s+/g, ' ')
        .trim(),
    )
      .slice(0, LONGEST_TEXT)
      .join('');
    const folded = fold(kept);
    const named = names.length === 2 && names.every((name) => folded.includes(name));
    return named || numbers.some((number) => kept.includes(number)) ? null : kept || null;
  };
}

function fold(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toUpperCase().trim();
}
