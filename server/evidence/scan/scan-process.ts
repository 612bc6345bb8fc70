import { writeFile } from 'node:fs/promises';
import { Worker } from 'node:worker_threads';
import type { ScanOrder, ScanWord } from './scan-apart';
import { scanFile } from './scan-file';

// The process of `scanApart`: scans what it is told, one file after the other, until its orderer is gone.

/** Milliseconds between two looks at the memory in use: buffers are outside V8's limit. */
const LOOK = 100;

/** A thread of its own looks, since a reader that unpacks a bomb leaves the first one no turn. */
const WATCH = `
  const { workerData } = require('node:worker_threads');
  setInterval(() => {
    if (process.memoryUsage.rss() > workerData.bytes) process.kill(process.pid, 'SIGKILL');
  }, workerData.look);
`;
let watch: Worker | null = null;

async function carryOut({ path, announced, cleanPath, memoryMegabytes }: ScanOrder): Promise<ScanWord> {
  watch ??= new Worker(WATCH, { eval: true, workerData: { bytes: memoryMegabytes * 2 ** 20, look: LOOK } });
  try {
    const { verdict, clean } = await scanFile(path, announced);
    if (clean) await writeFile(cleanPath, clean);
    return { verdict };
  } catch (error) {
    const isFull = error instanceof RangeError;
    return { failed: isFull ? 'OUT_OF_MEMORY' : 'DIED', detail: (error as Error).stack ?? String(error) };
  }
}

process.on('message', (order) => {
  void carryOut(order as ScanOrder).then((word) => process.send?.(word));
});
// Whoever ordered is gone.
process.once('disconnect', () => process.exit());
