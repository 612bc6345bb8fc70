import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { verifyDocument } from '../server/reports';
import { parseVerifierKey } from '../server/trail/signed-note';
import { keysFrom } from './trail-options';

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
  const checks = verifyDocument(readFileSync(file), {
    ...(sha256 ? { sha256 } : {}),
    ...(plan ? { plan: { file: readFileSync(plan), ...(planSha256 ? { sha256: planSha256 } : {}) } } : {}),
    ...(report ? { report: readFileSync(report) } : {}),
    ...(keys ? { keys: keysFrom(readFileSync(keys, 'utf8')).map(parseVerifierKey) } : {}),
  });
  for (const { isRight, says } of checks) console.log(`${isRight ? 'ok   ' : 'WRONG'}  ${says}`);
  process.exitCode = checks.every(({ isRight }) => isRight) ? 0 : 1;
}

try {
  verify();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
