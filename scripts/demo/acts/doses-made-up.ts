import type { Chance } from '../chance';
import type { OwnFile } from '../transfer';

/** A protocol as a service calls it, and how its made-up doses lie. */
interface MadeUpProtocol {
  name: string;
  /** Code in the list of examinations; null: none of them. */
  exam: string | null;
  modality: 'radiographie' | 'scanner';
  exams: number;
  /** About their median: mGy.cm² for radiographs, mGy.cm for CT. */
  median: number;
}

/** One examination for each position that a median can have. */
const PROTOCOLS: readonly MadeUpProtocol[] = [
  { name: 'Poumons debout', exam: 'RX-THX-F', modality: 'radiographie', exams: 40, median: 175 },
  { name: 'ASP couché', exam: 'RX-ASP', modality: 'radiographie', exams: 40, median: 4300 },
  { name: 'Bassin face', exam: 'RX-BAS', modality: 'radiographie', exams: 40, median: 2200 },
  { name: 'Lombaire profil', exam: 'RX-RLO-P', modality: 'radiographie', exams: 12, median: 3000 },
  { name: 'Thorax routine', exam: 'CT-THX', modality: 'scanner', exams: 40, median: 320 },
  { name: 'Pied', exam: null, modality: 'radiographie', exams: 8, median: 15 },
];

/** What a service says of its protocol names. */
export const EXAM_OF_PROTOCOL: ReadonlyMap<string, string | null> = new Map(
  PROTOCOLS.map(({ name, exam }) => [name, exam]),
);

const COLUMNS = [
  'numéro d’examen',
  'date',
  'modalité',
  'protocole',
  'âge',
  'poids',
  'PDS (mGy.cm2)',
  'IDSV (mGy)',
  'PDL (mGy.cm)',
  'fantôme',
  'type d’acquisition',
];

/** Doses spread from 0.6 to 1.4 times their median. */
const spread = (chance: Chance): number => 0.6 + 0.8 * chance();

/**
 * A table of made-up doses, as a service would take it from its dose management.
 * @param studies what the pseudonymous numbers of the examinations begin with
 * @param dayOf calendar day so many days before the end of the period
 */
export function doseTable(
  chance: Chance,
  { studies, dayOf }: { studies: string; dayOf: (before: number) => string },
): OwnFile {
  const rows = PROTOCOLS.flatMap((protocol, place) =>
    Array.from({ length: protocol.exams }, (_, index) => [
      `${studies}-${place + 1}-${index + 1}`,
      dayOf(2 * index),
      protocol.modality,
      protocol.name,
      30 + Math.floor(50 * chance()),
      50 + Math.floor(40 * chance()),
      ...dosesOf(protocol, protocol.median * spread(chance)),
    ]),
  );
  const lines = [COLUMNS, ...rows].map((cells) => cells.join(';'));
  return { fileName: 'doses.csv', mediaType: 'text/csv', bytes: Buffer.from(`${lines.join('\n')}\n`) };
}

const LENGTH_CM = 35;

function dosesOf({ modality }: MadeUpProtocol, dose: number): (string | number)[] {
  return modality === 'radiographie'
    ? [dose.toFixed(1), '', '', '', '']
    : ['', (dose / LENGTH_CM).toFixed(2), dose.toFixed(1), 32, 'spiralée'];
}
