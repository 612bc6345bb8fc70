import type { DoseRow, RefusedPart } from '../dose-row';
import { contentOf, itemsAbout } from './report/content-tree';
import { DicomFileError, readDicomFile, sopClassOfHeader, type DicomDefect } from './report/dicom-file';
import { TAGS, type DicomItem } from './report/dicom-item';
import { readCtReport } from './report/read-ct';
import { readProjectionReport } from './report/read-projection';
import { refusedObject } from './report/refuse-object';
import { readReportFacts } from './report/report-facts';

/** The rows of one file, or why it gives none. */
export type ReportReading = { rows: DoseRow[] } | { refused: RefusedPart };

const DEFECT_CODES: Readonly<Record<DicomDefect, string>> = {
  NOT_DICOM: 'NOT_DICOM',
  DAMAGED: 'DICOM_DAMAGED',
  TOO_LARGE: 'REPORT_TOO_LARGE',
};

/**
 * Reads a radiation dose structured report (DICOM PS3.16 TID 10001 for projection X-ray and mammography, TID 10011 for
 * computed tomography), whichever of the structured-report classes carries it. Concepts are found by their codes, wherever
 * they stand. Of the patient only age and weight are taken.
 * @param bytes the file
 * @param place of the file in its source, `report 3`
 * @returns rows by event, then those of the examination; or the reason why there are none
 */
export function readDoseReport(bytes: Buffer, place: string): ReportReading {
  const early = refusedObject(sopClassOfHeader(bytes.subarray(0, 4096)), place);
  if (early) return { refused: early };
  try {
    return readReport(readDicomFile(bytes), place);
  } catch (error) {
    if (error instanceof DicomFileError) return { refused: { place, code: DEFECT_CODES[error.defect] } };
    // The parser throws texts on bytes that end too early, and what nests too deep is a RangeError.
    if (typeof error === 'string' || error instanceof RangeError) {
      return { refused: { place, code: DEFECT_CODES.DAMAGED } };
    }
    throw error;
  }
}

function readReport(root: DicomItem, place: string): ReportReading {
  const refused = refusedObject(root.text(TAGS.sopClassUid), place);
  if (refused) return { refused };
  const content = contentOf(root);
  if (content.concept === 'radiopharmaceuticalReport')
    return { refused: { place, code: 'RADIOPHARMACEUTICAL_DOSE' } };
  const facts = readReportFacts(root, content);
  const tomography =
    [...itemsAbout(content, 'ctAcquisition'), ...itemsAbout(content, 'ctAccumulated')].length > 0;
  const projection = [...itemsAbout(content, 'event'), ...itemsAbout(content, 'accumulated')].length > 0;
  if (!tomography && !projection && content.concept !== 'doseReport') {
    return { refused: { place, code: 'NOT_A_DOSE_REPORT' } };
  }
  const rows = [
    ...(tomography ? readCtReport(content, facts, place) : []),
    ...(projection || !tomography ? readProjectionReport(content, facts, place) : []),
  ];
  return rows.length > 0 ? { rows } : { refused: { place, code: 'DOSE_REPORT_EMPTY' } };
}
