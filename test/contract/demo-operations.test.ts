import { execFileSync } from 'node:child_process';
import path from 'node:path';

const GENERATOR = path.resolve(__dirname, '../../scripts/demo/generate-operations.mjs');

describe('the typed operations of the demonstration', () => {
  it('are what operations.graphql and schema.graphql say', () => {
    const said = execFileSync(process.execPath, [GENERATOR, '--check'], { encoding: 'utf8' });
    expect(said).toBe('scripts/demo/generated/operations.ts is up to date.\n');
  });
});
