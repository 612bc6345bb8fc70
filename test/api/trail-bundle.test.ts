import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { DataSource } from 'typeorm';
import { signDailyCheckpoints } from '../../server/trail';
import { readBundle, writeBundle } from '../../server/trail/bundle';
import { databaseRecords } from '../../server/trail/database-records';
import { verdictLines } from '../../server/trail/verdict-lines';
import { verifyTrail, type Held } from '../../server/trail/verify-trail';
import { openApi, type TestApi } from '../support/api';
import { connectTo } from '../support/data-source';
import {
  connectAsReader,
  makeTrailStage,
  problemsOf,
  suspendAndResume,
  type TrailStage,
} from '../support/trail-factories';

let api: TestApi;
let runtime: DataSource;
let reader: DataSource;
let stage: TrailStage;
let folder: string;
let held: Held;

beforeAll(async () => {
  api = await openApi();
  [runtime, reader] = await Promise.all([connectTo(api), connectAsReader(api)]);
  stage = await makeTrailStage(api);
  await suspendAndResume(api, stage, 0, 4);
  await suspendAndResume(api, stage, 1, 2);
  await signDailyCheckpoints(runtime, api.trailSigner);
  const kept = await api.sql<{ note: string }>('select note from checkpoint');
  held = { checkpoints: kept.map(({ note }, number) => ({ name: `${number}.txt`, note })) };
  folder = await mkdtemp(path.join(tmpdir(), 'vis-a-vis-trail-'));
  await writeBundle(path.join(folder, 'bare'), databaseRecords(reader, false));
  await writeBundle(path.join(folder, 'full'), databaseRecords(reader, true));
});
afterAll(async () => {
  await Promise.all([runtime.destroy(), reader.destroy()]);
  await api.close();
  await rm(folder, { recursive: true, force: true });
});

const verify = (name: string) => verifyTrail(readBundle(path.join(folder, name)), held);

/** A copy of a bundle with its lines changed. */
async function changed(name: string, change: (lines: string[]) => string[]): Promise<string> {
  const text = await readFile(path.join(folder, name), 'utf8');
  const copy = `${name} changed`;
  await writeFile(path.join(folder, copy), change(text.trimEnd().split('\n')).join('\n'));
  return copy;
}

describe('a bundle', () => {
  it.each(['bare', 'full'])('verifies by itself, %s', async (name) => {
    const verdict = await verify(name);
    expect(problemsOf(verdict)).toEqual([]);
    expect(verdict).toMatchObject({ isSound: true, entries: 12, hasContent: name === 'full' });
    expect(verdict.chains.map(({ size, kept, held: ours }) => [size, kept, ours]).sort()).toEqual([
      [4, 1, 1],
      [8, 1, 1],
    ]);
  });

  it('says nothing of what objects were like unless it was asked to, and is for its owner’s eyes', async () => {
    const bare = await readFile(path.join(folder, 'bare'), 'utf8');
    expect(bare).not.toContain('Panne');
    expect(await readFile(path.join(folder, 'full'), 'utf8')).toContain('Panne');
    expect((await stat(path.join(folder, 'full'))).mode & 0o777).toBe(0o600);
  });

  it('is not written over another file', async () => {
    await expect(writeBundle(path.join(folder, 'bare'), databaseRecords(reader, false))).rejects.toThrow(
      'EEXIST',
    );
  });

  it.each<[string, (lines: string[]) => string[], string]>([
    ['an entry', (lines) => lines.filter((line) => !line.includes('"index":2')), 'entries are missing here'],
    ['its tail', (lines) => lines.slice(0, -1), 'from here on entries are missing'],
    ['its first line', (lines) => lines.slice(1), 'there is no trail to read'],
    ['everything', () => ['{"kind":"stray","what":"nothing","id":"x"}'], 'there is no trail to read'],
    [
      'the word that payloads come along',
      (lines) => lines.map((line) => line.replace('"hasContent":false', '"hasContent":true')),
      'no act erased it',
    ],
  ])('that lost %s is found', async (_what, change, problem) => {
    const verdict = await verify(await changed('bare', change));
    expect(verdict.isSound).toBe(false);
    expect(problemsOf(verdict).join('\n')).toContain(problem);
  });

  it.each(['no JSON', '[]', 'null', '{"kind":3}'])('with the line %s is refused', async (line) => {
    const name = await changed('bare', (lines) => [...lines.slice(0, 3), line, ...lines.slice(3)]);
    await expect(verify(name)).rejects.toThrow('line 4 of the bundle is no record of a trail');
  });

  it('is told of in one line for each chain, with what is wrong beneath', async () => {
    const chain = stage.audits[0]?.campaignId ?? '';
    const sound = verdictLines(await verify('full'));
    expect(sound).toHaveLength(3);
    expect(sound.join('\n')).toContain(`ok     ${chain}: 8 entries`);
    const name = await changed('full', (lines) =>
      lines.map((line) => line.replace('"act":"auditResume"', '"act":"auditClose"')),
    );
    const wrong = verdictLines(await verify(name)).join('\n');
    expect(wrong).toContain(`WRONG  ${chain}: 8 entries`);
    expect(wrong).toContain('entry 1: its act is not what was hashed');
    expect(wrong).toContain('The trail is NOT sound');
  });
});
