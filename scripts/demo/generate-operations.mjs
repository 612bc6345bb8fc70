// Writes scripts/demo/generated/operations.ts from operations.graphql and schema/schema.graphql; with --check it only
// says whether the file is up to date. Plain JavaScript: after a change of the operations nothing that imports them
// compiles until this has run.
//
//   node scripts/demo/generate-operations.mjs [--check]
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { codegen } from '@graphql-codegen/core';
import * as typedDocumentNode from '@graphql-codegen/typed-document-node';
import * as typescriptOperations from '@graphql-codegen/typescript-operations';
import { parse } from 'graphql';
import { format, resolveConfig } from 'prettier';

const here = path.dirname(fileURLToPath(import.meta.url));
const read = (...parts) => readFileSync(path.resolve(here, ...parts), 'utf8');
const file = path.resolve(here, 'generated/operations.ts');

const written = await codegen({
  filename: file,
  schema: parse(read('../../schema/schema.graphql')),
  documents: [{ location: 'operations.graphql', document: parse(read('operations.graphql')) }],
  plugins: [{ 'typescript-operations': {} }, { 'typed-document-node': {} }],
  pluginMap: { 'typescript-operations': typescriptOperations, 'typed-document-node': typedDocumentNode },
  config: {
    scalars: { ID: 'string', Date: 'string', DateTime: 'string', UUID: 'string', JSON: 'unknown' },
    documentMode: 'string',
    skipTypename: true,
    useTypeImports: true,
  },
});
// The plugin's own class says `any` for the metadata of fragments.
const text = await format(
  `// Written by scripts/demo/generate-operations.mjs; do not edit.\n${written.replaceAll(', any>', ', unknown>')}`,
  { ...(await resolveConfig(file)), filepath: file },
);

if (!process.argv.includes('--check')) {
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, text);
  console.log('Written: scripts/demo/generated/operations.ts');
} else if (readFileSync(file, 'utf8') !== text) {
  console.error(
    'scripts/demo/generated/operations.ts is not what the operations say: run `node scripts/demo/generate-operations.mjs`.',
  );
  process.exitCode = 1;
} else {
  console.log('scripts/demo/generated/operations.ts is up to date.');
}
