import { chanceFrom, type Chance } from '../chance';
import type { Case } from '../stage';

const RECORDS = 200;

/** Names of the columns of a list: the pseudonymous number, then its strata. */
const HEADER = 'dossier;âge;demandeur';

/** The lines of the list of a service, without their header: pseudonymous numbers with their strata. */
export function recordLines({ service }: Case): string[] {
  const chance = chanceFrom(service.number * 1000 + 2);
  return Array.from({ length: RECORDS }, (_, index) => {
    const age = chance() < 0.15 ? 'enfant' : 'adulte';
    const requester = chance() < 0.4 ? 'urgences' : 'ville';
    return `D-${String(index + 1).padStart(4, '0')};${age};${requester}`;
  });
}

/** The list as a file of a spreadsheet. */
export function recordList(audit: Case): string {
  return [HEADER, ...recordLines(audit)].join('\n');
}

/** Share of each value but the last, on the justification scale and on rates. */
const SHARES: readonly (readonly [string, number])[] = [
  ['J', 0.84],
  ['P', 0.09],
  ['I', 0.03],
  ['YES', 0.93],
  ['NO', 0.04],
  ['NOT_APPLICABLE', 0.02],
];

/** What an auditor says of a record on a scale with these values. */
export function judgedRecord(chance: Chance, values: readonly string[]): string {
  let rest = chance();
  for (const [value, share] of SHARES) {
    if (!values.includes(value)) continue;
    if (rest < share) return value;
    rest -= share;
  }
  return values.includes('N') ? 'N' : (values.at(-1) ?? '');
}

/** What a second auditor says of it: something else in one case of twelve. */
export function judgedRecordAgain(chance: Chance, values: readonly string[], first: string): string {
  if (chance() >= 1 / 12) return first;
  const others = values.filter((value) => value !== first);
  return others[Math.floor(chance() * others.length)] ?? first;
}
