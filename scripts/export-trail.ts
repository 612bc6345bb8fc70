import { writeBundle } from '../server/trail/bundle';
import { databaseRecords } from '../server/trail/database-records';
import { trailOptions, withTrailDatabase } from './trail-options';

/**
 * `npm run export-trail -- FILE [--with-payloads]` writes the trail of the database into a file that can be verified without
 * it. Payloads say what objects were like, so they stay out unless they are asked for; the chain verifies without them.
 */
async function exportTrail(): Promise<void> {
  const { bundle, withPayloads } = trailOptions(process.argv.slice(2));
  if (!bundle) throw new Error('name the file: npm run export-trail -- trail.ndjson');
  const count = await withTrailDatabase((dataSource) =>
    writeBundle(bundle, databaseRecords(dataSource, withPayloads)),
  );
  console.log(`Written: ${bundle} (${count} records${withPayloads ? '' : ', without payloads'})`);
}

exportTrail().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
