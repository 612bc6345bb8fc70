import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { runMatch } from '../../../scripts/match/run-match';
import { readPlan } from '../../../server/matching/checker/read-plan';
import type { Plan } from '../../../server/matching/matcher/plan';

const ODD = ['__proto__', 'constructor', '1', 'a|b', 'a|b|2027-W03'];
const folder = mkdtempSync(path.join(tmpdir(), 'odd-ids-'));
const input = path.join(folder, 'odd.json');
const output = path.join(folder, 'odd-result.json');

afterAll(() => rmSync(folder, { recursive: true }));

const match = async (...args: string[]) => {
  const told: string[] = [];
  const voice = { say: () => undefined, tell: (line: string) => told.push(line) };
  return { code: await runMatch(args, voice, new AbortController().signal), told };
};

/** Everybody wants `__proto__` most, who has time for one only: he has a price. */
const odd = (weeks: readonly string[]) => ({
  services: ODD.map((id) => ({ id, seats: { RADIOLOGIST: 1 }, weeks })),
  auditors: ODD.map((id) => ({ id, profession: 'RADIOLOGIST', lead: true, capacity: 1 })),
  scores: ODD.flatMap((service) => ODD.map((id) => [id, service, id === '__proto__' ? 900 : 100])),
});

describe('ids that are called like properties of every object, or hold a bar', () => {
  it.each([[[]], [['2027-W03', '2027-W04']]])(
    'come through solver, file and checker, weeks %j',
    async (weeks) => {
      writeFileSync(input, JSON.stringify(odd(weeks)));
      expect(await match(input, '--seconds', '2', '--out', output)).toMatchObject({ code: 0 });
      const plan = JSON.parse(readFileSync(output, 'utf8')) as Plan;
      expect(Object.keys(plan.load).toSorted()).toEqual(ODD.toSorted());
      expect(await match(input, '--check', output)).toEqual({ code: 0, told: [] });
    },
  );

  it('have their prices in the certificate', async () => {
    writeFileSync(input, JSON.stringify(odd([])));
    await match(input, '--seconds', '2', '--out', output);
    const { certificate } = JSON.parse(readFileSync(output, 'utf8')) as Plan;
    expect(Object.keys(certificate!.capacity)).toContain('__proto__');
  });

  it('are read with what is wrong with their numbers', () => {
    const read = readPlan(JSON.parse('{"teams":[],"load":{"__proto__":-1}}'));
    expect('problems' in read && read.problems.map(({ path: at }) => at.join('.'))).toContain(
      'load.__proto__',
    );
  });
});
