import { readConfig } from '../server/config';
import { prepareDatabase } from '../server/database/prepare-database';
import { applyRetention, RETENTION_RULES } from '../server/personal-data';

/**
 * `npm run retention` says what has been kept long enough; `npm run retention -- --apply` takes away what goes by command,
 * with an entry in the trail. What a person must decide is only counted.
 */
async function retention(): Promise<void> {
  const isToApply = process.argv.includes('--apply');
  const database = await prepareDatabase(readConfig(process.env), (line) => console.log(line));
  try {
    const take = isToApply ? (['UPKEEP', 'COMMAND'] as const) : [];
    const outcomes = await applyRetention(
      database.dataSource,
      take,
      RETENTION_RULES.map(({ means }) => means),
    );
    for (const { rule, due, taken } of outcomes) {
      const done = taken > 0 ? `, ${taken} taken away` : '';
      console.log(
        `${rule.code.padEnd(20)} ${rule.keptFor.padEnd(10)} ${rule.means.padEnd(9)} ${due} due${done}`,
      );
      console.log(`  ${rule.what.en}. ${rule.why.en} (${rule.source})`);
    }
    if (!isToApply) console.log('Nothing was changed: add --apply to take away what goes by command.');
  } finally {
    await database.close();
  }
}

retention().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
