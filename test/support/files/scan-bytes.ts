import { randomUUID } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { openScanner } from '../../../server/evidence/scan/scan-apart';
import type { Verdict } from '../../../server/evidence/scan/verdict';

/** Scans what a test holds in memory, in one process for all of its files. */
export function byteScanner(): {
  scan(
    bytes: Buffer,
    fileName: string,
    mediaType: string,
  ): Promise<{ verdict: Verdict; clean: Buffer | null }>;
  close(): void;
} {
  const scanner = openScanner();
  const folder = mkdtempSync(path.join(tmpdir(), 'vis-a-vis-scan-'));
  return {
    async scan(bytes, fileName, mediaType) {
      const file = path.join(folder, randomUUID());
      writeFileSync(file, bytes);
      const verdict = await scanner.scan(file, { fileName, mediaType }, `${file}.clean`);
      return { verdict, clean: verdict.outcome === 'REJECTED' ? null : readFileSync(`${file}.clean`) };
    },
    close() {
      scanner.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
