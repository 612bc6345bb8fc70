import type { Findings } from '../findings';
import type { ReadText } from '../read-text';
import { hasNirKey, hasNirShape, keylessCandidates, nirCandidates, type NirCandidate } from './nir';

/** Words that announce a NIR or an INS, in folded text. */
const NIR_WORD =
  /(?<![A-Za-z])(?:NIR|NIA|INS(?:-C|-NIR|-NIA)?|I\.N\.S\.|n[°o] ?(?:de )?(?:s\.?s\.?|secu\w{0,4}|insee)|securite sociale|matricule|immatriculation|num[a-z.]{0,4} (?:de )?(?:secu\w{0,4}|assure)|assure(?:e|\(e\))? social|1\.2\.250\.1\.213\.1\.4\.(?:8|9|10|11))(?![A-Za-z])/i;
/** Characters before a number in which such a word speaks of it. */
const NIR_WORD_REACH = 60;

/** Calculated INS (INS-C): 22 digits after its label. */
const CALCULATED_INS = /(?<![A-Za-z])INS(?:-?C)?(?![A-Za-z])[^0-9\n]{0,40}(?:\d ?){21}\d(?!\d)/gi;

/** Labels of a patient's number in hospital systems, and the number of five digits or more. */
const PATIENT_NUMBER =
  /(?<![A-Za-z0-9])(?:I\.?P\.?P\.?|N\.?I\.?P\.?|PID|IEP|NDA|(?:n[°o]\.?|num(?:ero)?\.?|no\.?|identifiant|id|code) ?(?:(?:de|du|d') ?)?(?:dossier (?:du )?)?(?:patient|malade)(?:e|\(e\))?|patient ?(?:id|number|n[°o]))(?![A-Za-z])(?:[ :=#|;,\t\n()"']|n[°o]\.?|num(?:ero)?\.?|permanent|du|de la|patient){0,12}[A-Z]{0,4}[ -]?\d(?:[ -]?\d){4,14}(?![\d]|[ -]?\d)/gi;

/**
 * Finds national numbers of patients. A valid key and the usual shape make a NIR; of 15 random digits, one number in
 * 4,000 has both, so that accession numbers go through. What is rarer among people (provisional numbers, unknown months)
 * needs a label, a head of its column or the usual grouping as well. Without key, or with a wrong one, a number is a hint
 * where label or grouping say so.
 */
export function findNationalNumbers({ text, placeAt }: ReadText, findings: Findings): void {
  const isLabelled = NIR_WORD.test(text);
  const candidates = [...nirCandidates(text), ...keylessCandidates(text)].sort(
    (a, b) => a.index - b.index || b.end - a.end,
  );
  let takenUntil = 0;
  for (const candidate of candidates) {
    if (candidate.index < takenUntil) continue;
    const code = judge(candidate, text, isLabelled);
    if (!code) continue;
    takenUntil = candidate.end;
    findings.add(code, placeAt(candidate.index));
  }
  for (const { index } of text.matchAll(CALCULATED_INS)) findings.add('INS', placeAt(index));
}

/** Finds numbers that a label gives to a patient (IPP, NIP, PID …). */
export function findPatientNumbers({ text, placeAt }: ReadText, findings: Findings): void {
  for (const { index, 0: whole } of text.matchAll(PATIENT_NUMBER))
    findings.add('PATIENT_NUMBER', placeAt(index + whole.length - 1));
}

function judge(candidate: NirCandidate, text: string, isLabelled: boolean): 'NIR' | 'NIR_LIKE' | null {
  const { digits, form } = candidate;
  if (!hasNirShape(digits, { usual: false })) return null;
  const isUsual = hasNirShape(digits, { usual: true });
  if (digits.length === 15 && hasNirKey(digits)) {
    if (isUsual || form === 'GROUPS' || hasWordBefore(candidate, text)) return 'NIR';
    return isLabelled && isAlone(candidate, text) ? 'NIR' : null;
  }
  if (form === 'GROUPS' && isUsual) return 'NIR_LIKE';
  return hasWordBefore(candidate, text) ? 'NIR_LIKE' : null;
}

/** Whether a number has its cell or line to itself. */
function isAlone({ index, end }: NirCandidate, text: string): boolean {
  return /^[\t\n]?$/.test(text.charAt(index - 1)) && /^[\t\n]?$/.test(text.charAt(end));
}

function hasWordBefore({ index }: NirCandidate, text: string): boolean {
  return NIR_WORD.test(text.slice(Math.max(0, index - NIR_WORD_REACH), index));
}
