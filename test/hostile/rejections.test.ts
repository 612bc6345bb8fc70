import { spawnSync } from 'node:child_process';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { transformFileSync } from '@swc/core';

/** Runs a program in a process of its own that fails a promise nobody waits for; gives how it ended and what it said. */
function run(program: string): { status: number | null; said: string } {
  const folder = mkdtempSync(path.join(tmpdir(), 'vis-a-vis-rejection-'));
  const { code } = transformFileSync(path.resolve(__dirname, '../../server/survive-rejections.ts'), {
    jsc: { parser: { syntax: 'typescript' }, target: 'es2022' },
    module: { type: 'commonjs' },
  });
  writeFileSync(path.join(folder, 'survive-rejections.js'), code);
  const file = path.join(folder, 'program.js');
  writeFileSync(file, `const { surviveRejections } = require('./survive-rejections.js');\n${program}`);
  const { status, stdout } = spawnSync(process.execPath, [file], { encoding: 'utf8' });
  return { status, said: stdout };
}

const FAIL = `Promise.reject(new Error('lost'));
  setImmediate(() => setImmediate(() => console.log('still here')));`;

describe('a promise that fails and that nobody waits for', () => {
  it('is logged, and the process goes on', () => {
    const { status, said } = run(`surviveRejections((line) => console.log(line));\n${FAIL}`);
    expect(said).toContain('a promise failed that nobody waited for: Error: lost');
    expect(said).toContain('still here');
    expect(status).toBe(0);
  });

  it('would end the process otherwise', () => {
    const { status, said } = run(`surviveRejections(() => undefined)();\n${FAIL}`);
    expect(said).not.toContain('still here');
    expect(status).not.toBe(0);
  });
});
