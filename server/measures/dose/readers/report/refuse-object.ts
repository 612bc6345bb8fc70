import type { RefusedPart } from '../../dose-row';

const STORAGE = '1.2.840.10008.5.1.4.1.1.';

/** Structured reports that may hold a dose report: basic, enhanced, comprehensive, and the dose report proper. */
const STRUCTURED_REPORT = `${STORAGE}88.`;

const SECONDARY_CAPTURE = `${STORAGE}7`;
const RADIOPHARMACEUTICAL = `${STORAGE}88.68`;
const ENCAPSULATED = `${STORAGE}104.`;

/**
 * Why an object cannot be a dose report, by its SOP class (PS3.4 B.5, PS3.6 A); null when its content must tell, as for
 * structured reports and for objects without class.
 */
export function refusedObject(sopClassUid: string | null, place: string): RefusedPart | null {
  if (sopClassUid === null) return null;
  if (sopClassUid === RADIOPHARMACEUTICAL) return { place, code: 'RADIOPHARMACEUTICAL_DOSE' };
  if (sopClassUid.startsWith(STRUCTURED_REPORT)) return null;
  if (sopClassUid === SECONDARY_CAPTURE || sopClassUid.startsWith(`${SECONDARY_CAPTURE}.`)) {
    return { place, code: 'SECONDARY_CAPTURE' };
  }
  if (sopClassUid.startsWith(ENCAPSULATED)) return { place, code: 'ENCAPSULATED_DOCUMENT' };
  if (sopClassUid.startsWith(STORAGE)) return { place, code: 'IMAGE_OBJECT' };
  return { place, code: 'NOT_A_DOSE_REPORT' };
}
