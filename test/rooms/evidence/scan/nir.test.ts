import { gatherFindings } from '../../../../server/evidence/scan/findings';
import { findIdentifiers } from '../../../../server/evidence/scan/identifiers/find-identifiers';
import { hasNirKey, nirKey } from '../../../../server/evidence/scan/identifiers/nir';
import { gatherText } from '../../../../server/evidence/scan/read-text';
import { madeUpNir, seeded } from '../../../support/files/seeded-words';

/** Codes of what is found in a text. */
function foundIn(text: string): string[] {
  const gathered = gatherText();
  text.split('\n').forEach((line, index) => gathered.line({ kind: 'LINE', number: index + 1 }, line));
  const findings = gatherFindings();
  findIdentifiers(gathered.read(), findings);
  return findings.reasons().map(({ code }) => code);
}

// 2550814168025 = 97 × 26297053278 + 59, and 97 − 59 = 38: the example that the register's own papers show.
test.each([
  ['2550814168025', 38],
  ['1851275123456', 97 - (1851275123456 % 97)],
  ['285122A004123', 97 - (2851219004123 % 97)],
  ['285122B004123', 97 - (2851218004123 % 97)],
])('the key of %s is %i', (thirteen, key) => expect(nirKey(thirteen)).toBe(key));

test('each wrong digit is seen', () => {
  const draw = seeded(1);
  for (let count = 0; count < 2_000; count += 1) {
    const nir = madeUpNir(draw);
    expect(hasNirKey(nir)).toBe(true);
    const at = draw.below(13);
    if (!/\d/.test(nir.charAt(at))) continue;
    const other = String((Number(nir.charAt(at)) + 1 + draw.below(9)) % 10);
    // Corsica's letters change what the digit beside them means.
    if (/[AB]/.test(nir) && at === 5) continue;
    expect(hasNirKey(nir.slice(0, at) + other + nir.slice(at + 1))).toBe(false);
  }
});

test.each([
  ['255081416802538', ['NIR']],
  ['2 55 08 14 168 025 38', ['NIR']],
  ['2\u00A055\u202F08.14-168 025/38', ['NIR']],
  ['２５５０８１４１６８０２５３８', ['NIR']],
  ['2\u200B55081\u00AD416802538', ['NIR']],
  ['2 55 08 14 168 025 clé 38', ['NIR']],
  ['2550814168025 (38)', ['NIR']],
  ['2 5 5 0 8 1 4 1 6 8 0 2 5 3 8', ['NIR']],
  ['255 081 416 802 538', ['NIR']],
  ['2 55 08 14 168\n025 38', ['NIR']],
  ['2\t55\t08\t14\t168\t025\t38', ['NIR']],
  ['NIR 2550814168025', ['NIR_LIKE']],
  ['NIR 2 55 08 14 168 025 39', ['NIR_LIKE']],
  ['2 55 08 14 168 025', ['NIR_LIKE']],
  ['2550814168025', []],
  ['255081416802539', []],
  ['1255081416802538', []],
  ['2550814168025381', []],
  ['1.2.840.255081416802538', []],
  ['255081416802538.5', []],
  ['255081416802538.0', ['NIR']],
  ['255081416802538,00', ['NIR']],
  ['NIR255081416802538', ['NIR']],
  ['2·55·08·14·168·025·38', ['NIR']],
  ['2.5.5.0.8.1.4.1.6.8.0.2.5.3.8', ['NIR']],
  ['2-5-5-0-8-1-4-1-6-8-0-2-5-3-8', ['NIR']],
  ['2550814168025, clef n° 38', ['NIR']],
  ['2\u280055\u280008\u280014\u2800168\u2800025\u280038', ['NIR']],
  ['A255081416802538', []],
  ['255\t08\t1416802538', []],
  ['255081416\n802538', []],
])('%j holds %j', (text, codes) => expect(foundIn(text)).toEqual(codes));

test.each([
  ['IPP : 80012345', ['PATIENT_NUMBER']],
  ['IPP80012345', ['PATIENT_NUMBER']],
  ['N° de dossier patient\n800 123 456', ['PATIENT_NUMBER']],
  ['IPP 40 mg le matin', []],
  ['né en 1954', []],
  ['née le vendredi 12 mars 1954', ['BIRTH_DATE']],
  ['né à Bourg-en-Bresse (01), le 12 mars 1954', ['BIRTH_DATE']],
  ['Mme X, née Martin le 12 mars 1954', ['BIRTH_DATE']],
  ['né le 12 03 1954', ['BIRTH_DATE']],
  ['date de naissance : 12 mars 54', ['BIRTH_DATE']],
  ['DDN 12-mars-1954', ['BIRTH_DATE']],
  ['DN : 12/03/1954', ['BIRTH_DATE']],
  ['DOB: 12-Mar-1954', ['BIRTH_DATE']],
  ['born March 12, 1954', ['BIRTH_DATE']],
  ['On ne fait rien le 12 mars 2024', []],
  ['On ne reçoit personne le 12 mars 2024', []],
  ['Procédure DN 12/03/2024', []],
  ['Née 12/03/54', ['BIRTH_DATE']],
  ['Date de naissance du patient (JJ/MM/AAAA) : 12 mars 1954', ['BIRTH_DATE']],
  ['"birthDate": "1954-03-12"', ['BIRTH_DATE']],
  ['Date de naissance : __/__/____', []],
  ['DURAND Marie (12/03/1954)', ['BIRTH_DATE']],
  ['Dr DURAND Marie, le 12/03/2024', []],
  ['INS-C : 1234567890123456789012', ['INS']],
  ['PID|1||80012345', ['PATIENT_HEADER']],
  ['supprimer PatientName (0010,0010)', []],
])('%j holds %j', (text, codes) => expect(foundIn(text)).toEqual(codes));
