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
  /(?<![A-Za-z0-9])(?:I\.?P\.?P\.?|N\.?I\.?P\.?|PID|IEP|NDA|(?:n[°o]\.?|num(?:ero)?\.?|no\.?|identifiant|id|code) ?(?:(?:de|du|d') ?)?(?:dossier (?:du )?)?(?:patient|malade)(?:e|\(e\))?|patient ?(?:id|number|n[°o]))(?![A-Za-z])(?:[ :=#|;,\t\n()"']|n[°o]\.?|num(?:ero)?\.?|permanent|du|de la|patient)*[A-Z]{0,4}[ -]?\d(?:[ -]?\d){4,14}(?![\d]|[ -]?\d)/gi;

/**
 * Finds national numbers of patients. With a valid key and the usual shape, or a label somewhere in the file, it is a
 * NIR; a run of 15 digits alone passes key and usual shape about once in 4,000, so that accession numbers go through.
 * Without key, or with a wrong one, it is a hint where a label or the grouping says so.
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
  const isUsual = hasNirShape(digits, { usual: true });
  const isPossible = hasNirShape(digits, { usual: false });
  if (!isPossible) return null;
  if (digits.length === 15 && hasNirKey(digits)) {
    if (isUsual || isLabelled || form === 'GROUPS') return 'NIR';
    // An unknown month is rare, and 15 digits pass for one once in 800.
    return form !== 'RUN' || '12'.includes(digits.charAt(0)) ? 'NIR_LIKE' : null;
  }
  if (form === 'GROUPS' && isUsual) return 'NIR_LIKE';
  return hasWordBefore(candidate, text) ? 'NIR_LIKE' : null;
}

function hasWordBefore({ index }: NirCandidate, text: string): boolean {
  return NIR_WORD.test(text.slice(Math.max(0, index - NIR_WORD_REACH), index));
}
