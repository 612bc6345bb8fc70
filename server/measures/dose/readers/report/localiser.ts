import type { DoseRow } from '../../dose-row';
import type { CodedValue } from './concepts';

/** Names that makers give to localiser radiographs. */
const LOCALISER =
  /^(?:(?:dual|ap|lat|lateral|frontal)[\s_-]*)?(?:topo(?:gram(?:me)?)?|scout|surview|scano(?:gram(?:me)?)?|scanoscope|locali[sz]er|radio de (?:centrage|cadrage|rep[eé]rage))(?![a-z])/i;

/** Names of rotations that wait for the contrast medium. */
const TRACKING =
  /monitoring|bolus|tracker|tracking|smart\s*prep|sure\s*start|locator|timing|pr[eé]-?monitoring/i;

/** Longest range, mm, and largest dose, mGy.cm, of a rotation without table movement that waits for contrast. */
const TRACKING_RANGE = 20;
const TRACKING_DOSE = 60;

/** Highest dose of a localiser, mGy.cm, where only its name tells. */
const LOCALISER_DOSE = 60;

/**
 * Whether a CT acquisition is a localiser (constant angle, CID 10013) or waits for contrast: no table movement, over a
 * short range, at a small dose. Perfusion and volume scans do not move the table either, but are long or cost more.
 * @param type coded type of acquisition, null when the report gives none
 * @param collimationMm total collimation: the range of a rotation without table movement, where no length is given
 */
export function isLocaliser(row: DoseRow, type: CodedValue | null, collimationMm: number | null): boolean {
  if (type === 'constantAngle') return true;
  if (type === 'spiral') return false;
  const protocol = row.protocol ?? '';
  const dose = row.dlpMgyCm ?? 0;
  if (LOCALISER.test(protocol) && dose <= LOCALISER_DOSE) return true;
  if (TRACKING.test(protocol) && dose <= TRACKING_DOSE) return true;
  const range = row.scanningLengthMm ?? collimationMm;
  return type === 'stationaryCt' && range !== null && range <= TRACKING_RANGE && dose <= TRACKING_DOSE;
}
