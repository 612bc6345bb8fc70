import { createWriteStream } from 'node:fs';
import { once } from 'node:events';
import { finished } from 'node:stream/promises';

const PROTOCOLS = ['CT ENC', 'CT THX', 'CT AP', 'CT TAP', 'CT RLO'] as const;

/** A CSV as a dose archive gives it: one line per acquisition, its header the documented columns. */
export async function writeDoseFile(path: string, rows: number): Promise<void> {
  const file = createWriteStream(path);
  file.write(
    'modalite;numero d examen;numero d acquisition;date;protocole;age;poids;fantome (cm);IDSV (mGy);PDL (mGy.cm)\n',
  );
  for (let row = 1; row <= rows; row += 1) {
    const protocol = PROTOCOLS[row % PROTOCOLS.length];
    const phantom = protocol === 'CT ENC' ? 16 : 32;
    const line = [
      'scanner',
      `E${row}`,
      `1.2.250.1.${row}`,
      `2027-01-${String(1 + (row % 28)).padStart(2, '0')}`,
      protocol,
      20 + (row % 70),
      45 + (row % 60),
      phantom,
      (5 + ((row * 7919) % 4000) / 100).toFixed(2),
      (100 + ((row * 104729) % 90000) / 100).toFixed(2),
    ].join(';');
    if (!file.write(`${line}\n`)) await once(file, 'drain');
  }
  file.end();
  await finished(file);
}
