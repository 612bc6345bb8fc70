import { FAMILIES, GIVEN, type Draw } from './seeded-words';

const two = (number: number) => String(number).padStart(2, '0');
const recent = (draw: Draw) =>
  `${two(1 + draw.below(28))}/${two(1 + draw.below(12))}/${2018 + draw.below(9)}`;
const phone = (draw: Draw) =>
  Array.from({ length: 4 }, () => draw.digits(2)).reduce(
    (text, pair) => `${text} ${pair}`,
    `0${1 + draw.below(7)}`,
  );
const doctor = (draw: Draw) => `Dr ${draw.of(FAMILIES)} ${draw.of(GIVEN)}`;

/** What procedures, tables and minutes of radiology services say, numbers of every length included. */
const SENTENCES: readonly ((draw: Draw) => string)[] = [
  (draw) =>
    `Procédure ${draw.of(['PR', 'MO', 'FI'])}-${draw.digits(4)} version ${1 + draw.below(9)} du ${recent(draw)}`,
  (draw) =>
    `Rédigée par ${doctor(draw)} le ${recent(draw)}, validée par M. ${draw.of(FAMILIES)} ${draw.of(GIVEN)}, ${recent(draw)}`,
  (draw) =>
    `${doctor(draw)}, RPPS 10${draw.digits(9)}, joignable au ${phone(draw)} ou au +33 ${1 + draw.below(9)} ${draw.digits(2)} ${draw.digits(2)} ${draw.digits(2)} ${draw.digits(2)}`,
  (draw) =>
    `FINESS ${draw.digits(9)}, SIRET ${draw.digits(3)} ${draw.digits(3)} ${draw.digits(3)} ${draw.digits(5)}, ou ${draw.digits(14)}`,
  (draw) =>
    `Examen de test n° ${draw.digits(15)} (accession number), DLP ${draw.digits(3)} mGy.cm, IDSV ${draw.below(30)},${draw.digits(1)} mGy`,
  (draw) =>
    `Study Instance UID 1.2.250.1.${draw.digits(3)}.${draw.digits(4)}.${draw.digits(15)}.${draw.digits(13)}`,
  (draw) => `IBAN FR76 ${Array.from({ length: 5 }, () => draw.digits(4)).join(' ')} ${draw.digits(3)}`,
  (draw) =>
    `Scanner SIEMENS Somatom, n° de série ${draw.digits(6)}, installé le ${two(1 + draw.below(28))}/03/${2010 + draw.below(15)}`,
  () => 'L’identité du patient (nom, prénom, date de naissance, IPP) est vérifiée avant tout examen.',
  () => 'Le NIR et l’INS du patient ne figurent jamais sur les comptes rendus d’audit.',
  () => 'Les IPP (inhibiteurs de la pompe à protons) sont poursuivis : 40 mg le matin, 20 mg le soir.',
  () => 'Nom : ……………………  Prénom : ……………………  Date de naissance : …. / …. / ……..',
  () => 'Le champ PatientName (0010,0010) est supprimé à l’export, comme PatientBirthDate (0010,0030).',
  (draw) =>
    `Niveaux de référence : thorax ${draw.digits(3)}, abdomen ${draw.digits(3)}, TAP ${draw.digits(4)}, crâne ${draw.digits(3)}`,
  (draw) =>
    `Réunion du ${recent(draw)} de 14 h 30 à 16 h 00, salle ${draw.digits(3)}, présents : ${doctor(draw)}, Mme ${draw.of(FAMILIES)}`,
  (draw) =>
    `Écart relevé le ${recent(draw)} : ${draw.below(60)} demandes sur ${60 + draw.below(200)} sans indication, soit ${draw.below(40)},${draw.digits(1)} %`,
  (draw) =>
    `Code-barres 3${draw.digits(12)}, lot ${draw.digits(8)}, péremption ${two(1 + draw.below(12))}/${2027 + draw.below(3)}`,
  (draw) =>
    `CSP art. R. 1333-${draw.digits(2)} ; arrêté du 23 mai 2019 ; décision ASN 2019-DC-0660 du 15 janvier 2019`,
  (draw) => `Horodatage ${1_700_000_000_000 + draw.below(90_000_000)} ; journal ${draw.digits(20)}`,
  (draw) =>
    `Mail : radio.qualite@ch-${draw.of(['nord', 'sud', 'est'])}.fr, poste ${draw.digits(4)}, bip ${draw.digits(3)}`,
];
const TABLES: readonly ((draw: Draw) => string[])[] = [
  (draw) => [
    'Examen\tDate\tDLP\tIDSV\tNuméro',
    ...Array.from(
      { length: 8 },
      () => `Thorax\t${recent(draw)}\t${draw.digits(3)}\t${draw.digits(2)}\t${draw.digits(10)}`,
    ),
  ],
  (draw) => [
    'Nom\tPrénom\tFonction\tDate de formation',
    ...Array.from({ length: 6 }, () => `${draw.of(FAMILIES)}\t${draw.of(GIVEN)}\tMERM\t${recent(draw)}`),
  ],
  (draw) => [
    'Appareil\tMarque\tMise en service\tContrôle',
    `Salle 1\tGE Revolution\t${recent(draw)}\t${recent(draw)}`,
  ],
  (draw) =>
    Array.from({ length: 10 }, () => Array.from({ length: 6 }, () => String(draw.below(1_000))).join('\t')),
];

/** The lines of a document that tells of no patient. */
export function cleanLines(draw: Draw): string[] {
  const sentences = Array.from({ length: 6 + draw.below(20) }, () => draw.of(SENTENCES)(draw));
  return [...sentences, ...draw.of(TABLES)(draw)];
}
