import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { printedSchema } from '../schema/print-schema';

// `npm run schema` writes schema/schema.graphql; with --check it only says whether it is up to date.
const file = path.resolve(__dirname, '../../schema/schema.graphql');
const printed = printedSchema();
if (!process.argv.includes('--check')) {
  writeFileSync(file, printed);
  console.log(`Written: schema/schema.graphql (${printed.split('\n').length} lines)`);
} else if (readFileSync(file, 'utf8') !== printed) {
  console.error(
    'schema/schema.graphql is not what the code says: run `npm run schema` and review the change.',
  );
  process.exitCode = 1;
} else {
  console.log('schema/schema.graphql is up to date.');
}
