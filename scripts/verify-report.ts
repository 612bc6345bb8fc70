import { readFileSync, statSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { verifyDocument } from '../server/reports';
import { parseVerifierKey, type NoteVerifier } from '../server/trail/signed-note';
import { keysFrom } from './trail-options';

/** The largest reports have some hundred kilobytes; of larger files nothing is read. */
const MOST_BYTES = 64 * 2 ** 20;

/** @throws Error in plain words when there is no such file, or none that could be a report */
function bytesOf(file: string): Buffer {
  const found = statSync(file, { throwIfNoEntry: false });
  if (!found) throw new Error(`There is no file ${file}.`);
  if (!found.isFile()) throw new Error(`${file} is no file.`);
  if (found.size > MOST_BYTES) throw new Error(`${file} is larger than any report: it is something else.`);
  return readFileSync(file);
}

/**
 * `npm run verify-report -- FILE [--sha256 HASH] [--plan FILE --plan-sha256 HASH] [--report FILE] [--keys FILE]` verifies a
 * report with its plan, a variant of a report, or an attestation, asking nobody. One line for each check; ends with 0 when
 * all are right, with 1 otherwise.
 */
function verify(): void {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      sha256: { type: 'string' },
      plan: { type: 'string' },
      'plan-sha256': { type: 'string' },
      report: { type: 'string' },
      keys: { type: 'string' },
    },
  });
  const [file] = positionals;
  if (file === undefined || positionals.length > 1)
    throw new Error('Name one file: a report, a variant or an attestation.');
  const { sha256, plan, report, keys } = values;
  const planSha256 = values['plan-sha256'];
  if (planSha256 !== undefined && plan === undefined) throw new Error('--plan-sha256 goes with --plan.');
  const checks = verifyDocument(bytesOf(file), {
    ...(sha256 === undefined ? {} : { sha256 }),
    ...(plan === undefined
      ? {}
      : { plan: { file: bytesOf(plan), ...(planSha256 === undefined ? {} : { sha256: planSha256 }) } }),
    ...(report === undefined ? {} : { report: bytesOf(report) }),
    ...(keys === undefined ? {} : { keys: verifiersOf(keys) }),
  });
  for (const { isRight, says } of checks) console.log(`${isRight ? 'ok   ' : 'WRONG'}  ${says}`);
  process.exitCode = checks.every(({ isRight }) => isRight) ? 0 : 1;
}

/** @throws Error in plain words when the file holds no keys */
function verifiersOf(file: string): NoteVerifier[] {
  const text = bytesOf(file).toString('utf8');
  try {
    return keysFrom(text).map(parseVerifierKey);
  } catch {
    throw new Error(`${file} holds no public keys of the trail: take /.well-known/trail-keys.json again.`);
  }
}

try {
  verify();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
