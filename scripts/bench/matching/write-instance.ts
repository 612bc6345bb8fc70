import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { franceInstance, SHAPES, type Shape } from './france-instance';

const USAGE = `node dist/scripts/bench/matching/write-instance.js 100x200 FILE [--seed N] [--tight] [--shape ${SHAPES.join('|')}]`;

/** Writes a seeded instance (services × auditors) into a file, to try the matcher on. */
function write(): void {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      seed: { type: 'string', default: '1' },
      tight: { type: 'boolean', default: false },
      shape: { type: 'string', default: 'FRANCE' },
    },
  });
  const size = /^(\d+)x(\d+)$/.exec(positionals[0] ?? '');
  const file = positionals[1];
  if (!size || !file || !SHAPES.includes(values.shape as Shape)) {
    console.error(USAGE);
    process.exitCode = 2;
    return;
  }
  const instance = franceInstance({
    services: Number(size[1]),
    auditors: Number(size[2]),
    seed: Number(values.seed),
    isTight: values.tight,
    shape: values.shape as Shape,
  });
  writeFileSync(file, JSON.stringify(instance));
}

write();
