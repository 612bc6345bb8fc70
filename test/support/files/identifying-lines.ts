import type { ScanReasonCode } from '../../../server/evidence/scan/scan-reasons';
import { FAMILIES, GIVEN, birthDate, madeUpNir, writtenNir, type Draw } from './seeded-words';

/** Lines that tell who a patient is, and what the scan has to call it. */
export interface IdentifyingLines {
  lines: string[];
  code: ScanReasonCode;
}

const KINDS: readonly ((draw: Draw) => IdentifyingLines)[] = [
  (draw) => ({
    lines: [
      `${draw.of(['NIR', 'N° de sécurité sociale', 'N° SS', 'Matricule INS', 'Immatriculation'])} : ${writtenNir(draw)}`,
    ],
    code: 'NIR',
  }),
  (draw) => ({ lines: [`Compte rendu du patient ${writtenNir(draw)}, scanner thoracique`], code: 'NIR' }),
  (draw) => ({ lines: ['Examen\tNuméro\tDLP', `TAP\t${writtenNir(draw)}\t${draw.digits(3)}`], code: 'NIR' }),
  (draw) => {
    const nir = madeUpNir(draw);
    const [between, after] = draw.of([
      [' clé ', ''],
      [' (', ')'],
      [' Clé : ', ''],
    ] as const);
    return { lines: [`Assuré ${nir.slice(0, 13)}${between}${nir.slice(13)}${after}`], code: 'NIR' };
  },
  (draw) => ({ lines: [`INS-C : ${draw.digits(22)}`], code: 'INS' }),
  (draw) => ({ lines: [`NIR ${madeUpNir(draw).slice(0, 13)}`], code: 'NIR_LIKE' }),
  (draw) => ({
    lines: [
      `Assurée : ${madeUpNir(draw)
        .slice(0, 13)
        .replace(/^(.)(..)(..)(..)(...)/, '$1 $2 $3 $4 $5 ')}`,
    ],
    code: 'NIR_LIKE',
  }),
  (draw) => ({
    lines: [
      `${draw.of(['IPP', 'NIP', 'PID', 'N° patient', 'Identifiant patient', 'IEP', 'N° de dossier patient'])} ${draw.of([':', '', 'n°', '='])} ${draw.of(['', '8', 'A'])}${draw.digits(8)}`,
    ],
    code: 'PATIENT_NUMBER',
  }),
  (draw) => ({
    lines: [`IPP\tExamen`, `${1 + draw.below(9)}${draw.digits(7)}\tscanner`],
    code: 'PATIENT_NUMBER',
  }),
  (draw) => ({
    lines: [
      `${draw.of(['Né le', 'Née le', 'né(e) le', 'DDN :', 'D.D.N.', 'Date de naissance :', 'Date naiss. :', 'naissance :'])} ${birthDate(draw)}`,
    ],
    code: 'BIRTH_DATE',
  }),
  (draw) => ({
    lines: [
      `${draw.of(['M.', 'Mme', 'Monsieur', 'Patiente :', ''])} ${draw.of(FAMILIES)} ${draw.of(GIVEN)} ${draw.of(['', '(', ', née le '])}${birthDate(draw)}`.trim(),
    ],
    code: 'BIRTH_DATE',
  }),
  (draw) => ({
    lines: [
      `Nom : ${draw.of(FAMILIES)}`,
      `Prénom : ${draw.of(GIVEN)}`,
      `Date de naissance : ${birthDate(draw)}`,
    ],
    code: 'BIRTH_DATE',
  }),
  (draw) => ({
    lines: [
      `${draw.of(['Nom', 'Nom de naissance', 'NOM'])}\tPrénom\t${draw.of(['Date de naissance', 'DDN', 'Né(e) le', 'Date naissance'])}\tExamen`,
      `${draw.of(FAMILIES)}\t${draw.of(GIVEN)}\t${birthDate(draw)}\tIRM`,
    ],
    code: 'IDENTITY_TABLE',
  }),
  (draw) => ({
    lines: [`(0010,0010) PN [${draw.of(FAMILIES)}^${draw.of(GIVEN).toUpperCase()}] # 12, 1 PatientName`],
    code: 'PATIENT_HEADER',
  }),
  (draw) => ({
    lines: [`PatientName: ${draw.of(FAMILIES)}^${draw.of(GIVEN)}`, `PatientID: ${draw.digits(8)}`],
    code: 'PATIENT_HEADER',
  }),
  (draw) => ({
    lines: [`PID|1||${draw.digits(8)}^^^HOPITAL||${draw.of(FAMILIES)}^${draw.of(GIVEN)}||19540312|F`],
    code: 'PATIENT_HEADER',
  }),
];

/** One of each kind in turn. */
export function identifyingLines(draw: Draw, index: number): IdentifyingLines {
  return (KINDS[index % KINDS.length] as (typeof KINDS)[number])(draw);
}
