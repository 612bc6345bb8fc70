import { readBundle } from '../server/trail/bundle';
import { databaseRecords } from '../server/trail/database-records';
import { verdictLines } from '../server/trail/verdict-lines';
import { verifyTrail } from '../server/trail/verify-trail';
import { trailOptions, withTrailDatabase } from './trail-options';

/**
 * `npm run verify-trail -- [--bundle FILE] [--checkpoint FILE]… [--keys FILE]` verifies the trail of the database, or of a
 * bundle without any database, against the checkpoints that one holds. Ends with 0 when all is right, with 1 otherwise.
 */
async function verify(): Promise<void> {
  const { bundle, checkpoints, keys } = trailOptions(process.argv.slice(2));
  const held = { checkpoints, ...(keys ? { keys } : {}) };
  const verdict = bundle
    ? await verifyTrail(readBundle(bundle), held)
    : await withTrailDatabase((dataSource) => verifyTrail(databaseRecords(dataSource, true), held));
  for (const line of verdictLines(verdict)) console.log(line);
  process.exitCode = verdict.isSound ? 0 : 1;
}

verify().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
