import { createHash } from 'node:crypto';

/** What is published of a draw, and the list, which only the service holds. */
export interface PublishedDraw {
  /** Lines of the list without its header: `record;stratum…`. */
  lines: readonly string[];
  listSha256: string;
  nonceSha256: string;
  nonce: string;
  word: string;
  seed: string;
  /** Numbers of the records drawn, in their order. */
  drawn: readonly string[];
}

/**
 * Makes a draw again with nothing but SHA-256, as anybody can who holds the list: commitments, seed and records must all be
 * what was published.
 * @returns what is not; empty when the draw is proved
 */
export function differencesOfDraw(draw: PublishedDraw): string[] {
  const { lines, listSha256, nonceSha256, nonce, word, seed, drawn } = draw;
  const sorted = lines.map((line) => Buffer.from(`${line}\n`)).sort((a, b) => Buffer.compare(a, b));
  const facts: [string, boolean][] = [
    ['list', sha256(Buffer.concat(sorted)) === listSha256],
    ['nonce', sha256(nonce) === nonceSha256],
    ['seed', sha256(`${nonce}|${listSha256}|${word}`) === seed],
    ['records', drawAgain(lines, seed, drawn.length).join() === drawn.join()],
  ];
  return facts.filter(([, holds]) => !holds).map(([fact]) => fact);
}

function drawAgain(lines: readonly string[], seed: string, size: number): string[] {
  const records = lines.map((line) => {
    const [record = '', ...strata] = line.split(';');
    return { record, stratum: strata.join(';'), rank: sha256(`${seed}|${record}`) };
  });
  const places = placesOf(
    records.map(({ stratum }) => stratum),
    size,
  );
  return records
    .sort((a, b) => (a.rank < b.rank ? -1 : 1))
    .filter(({ stratum }) => {
      const left = places.get(stratum) ?? 0;
      places.set(stratum, left - 1);
      return left > 0;
    })
    .map(({ record }) => record);
}

/** Places of each stratum in proportion to its size, by largest remainder; of equal ones to the larger, then by name. */
function placesOf(strata: readonly string[], size: number): Map<string, number> {
  const names = [...new Set(strata)];
  const shares = names.map((name) => {
    const count = strata.filter((stratum) => stratum === name).length;
    const exact = count * size;
    return { name, count, places: Math.floor(exact / strata.length), remainder: exact % strata.length };
  });
  const left = size - shares.reduce((sum, { places }) => sum + places, 0);
  shares.sort((a, b) => b.remainder - a.remainder || b.count - a.count || (a.name < b.name ? -1 : 1));
  return new Map(shares.map(({ name, places }, index) => [name, places + (index < left ? 1 : 0)]));
}

function sha256(content: string | Buffer): string {
  return createHash('sha256').update(content).digest('hex');
}
