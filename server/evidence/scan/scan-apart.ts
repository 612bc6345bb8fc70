import path from 'node:path';
import { startApart, type Apart } from '../../kernel/start-apart';
import type { AnnouncedFile } from './scan-file';
import { ScanFailure, type ScanFailureCode } from './scan-failure';
import { SCAN_LIMITS } from './scan-limits';
import type { Verdict } from './verdict';

/** What the process is told for each file. */
export interface ScanOrder {
  path: string;
  announced: AnnouncedFile;
  /** Where the copy without metadata goes, unless the file is rejected. */
  cleanPath: string;
  memoryMegabytes: number;
}

/** What it says of each file. */
export type ScanWord = { verdict: Verdict } | { failed: ScanFailureCode; detail: string };

/** How long and with how much memory a file may be looked into. */
export interface ScanAllowance {
  seconds?: number;
  memoryMegabytes?: number;
}

/** A process that scans one file after the other. */
export interface Scanner {
  /** @throws ScanFailure; the process is gone then, and the next call starts another */
  scan(path: string, announced: AnnouncedFile, cleanPath: string): Promise<Verdict>;
  close(): void;
}

const HEAP_SHARE = 0.75;

/**
 * Looks into a file in a process of its own, which knows no secret of this one, and whatever a hostile file does there,
 * this promise settles.
 * @param cleanPath where the copy without metadata is written, unless the file is rejected
 * @throws ScanFailure when the process dies, takes too much memory or does not end in time
 */
export async function scanApart(
  file: string,
  announced: AnnouncedFile,
  cleanPath: string,
  allowance: ScanAllowance = {},
): Promise<Verdict> {
  const scanner = openScanner(allowance);
  try {
    return await scanner.scan(file, announced, cleanPath);
  } finally {
    scanner.close();
  }
}

/** A scanner for many files of the same sender; files of different services never share a process. */
export function openScanner({
  seconds = SCAN_LIMITS.seconds,
  memoryMegabytes = SCAN_LIMITS.memoryMegabytes,
}: ScanAllowance = {}): Scanner {
  let apart: Apart | null = null;
  const close = (): void => {
    apart?.child.kill('SIGKILL');
    apart = null;
  };
  return {
    close,
    scan(file, announced, cleanPath) {
      apart ??= startApart(path.join(__dirname, 'scan-process'), { megabytes: memoryMegabytes * HEAP_SHARE });
      return answerOf(apart, { path: file, announced, cleanPath, memoryMegabytes }, seconds).catch(
        (error: unknown) => {
          close();
          throw error;
        },
      );
    },
  };
}

function answerOf({ child, lastWords }: Apart, order: ScanOrder, seconds: number): Promise<Verdict> {
  return new Promise((resolve, reject) => {
    const settle = (act: () => void): void => {
      clearTimeout(timer);
      child.removeAllListeners('message').removeAllListeners('exit').removeAllListeners('error');
      act();
    };
    const fail = (code: ScanFailureCode, detail = ''): void =>
      settle(() => reject(new ScanFailure(code, detail)));
    const timer = setTimeout(() => fail('TIMED_OUT'), seconds * 1000);
    child.on('message', (word: ScanWord) => {
      if ('verdict' in word) settle(() => resolve(word.verdict));
      else fail(word.failed, word.detail);
    });
    child.on('error', (error) => fail('DIED', error.message));
    // V8 aborts when its heap is full, the watch inside kills when there is too much beside it, and so does the system.
    child.on('exit', (code, signal) =>
      fail(
        signal === 'SIGABRT' || signal === 'SIGKILL' || code === 134 ? 'OUT_OF_MEMORY' : 'DIED',
        lastWords(),
      ),
    );
    child.send(order, () => undefined);
  });
}
