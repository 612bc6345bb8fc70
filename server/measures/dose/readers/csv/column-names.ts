import { readUnit } from '../units';

/** A column's name as people compare it: without case, accents and signs. */
export function columnKey(name: string): string {
  return name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[’']/g, ' ')
    .replace(/[\s_.,:/°#-]+/g, ' ')
    .replace(/ (?:en|in) /g, ' ')
    .trim();
}

/** A header cell taken apart: `PDS (mGy.cm2)`, `dap_gycm2` and `PDS mGy·cm²` name a quantity and its unit. */
export interface HeaderParts {
  key: string;
  /** What stands in brackets, or after the name; null for none. */
  unit: string | null;
}

/**
 * Every way to take a header cell apart into a name and a unit, the longest name first.
 * @param isUnit tells units apart from words of a name
 */
export function headerParts(
  cell: string,
  isUnit: (label: string) => boolean = (label) => readUnit(label) !== null,
): HeaderParts[] {
  const brackets = /^(.*?)\s*[([](.+)[)\]]\s*$/.exec(cell);
  if (brackets) return [{ key: columnKey(brackets[1] ?? ''), unit: (brackets[2] ?? '').trim() }];
  const words = columnKey(cell).split(' ');
  const ways: HeaderParts[] = [{ key: words.join(' '), unit: null }];
  for (let length = words.length - 1; length > 0; length--) {
    const unit = words.slice(length).join('');
    if (isUnit(unit)) ways.push({ key: words.slice(0, length).join(' '), unit });
  }
  return ways;
}
