import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { progressTeller } from '../../../scripts/match/progress-line';
import { runMatch } from '../../../scripts/match/run-match';
import type { Instance } from '../../../server/matching/matcher/instance';
import type { Plan } from '../../../server/matching/matcher/plan';
import { auditor, instanceOf, service } from '../../support/matching/small-instances';

const folder = mkdtempSync(path.join(tmpdir(), 'match-'));
const at = (name: string) => path.join(folder, name);
const written = <T>(name: string) => JSON.parse(readFileSync(at(name), 'utf8')) as T;
const put = (name: string, content: unknown) => {
  writeFileSync(at(name), typeof content === 'string' ? content : JSON.stringify(content));
  return at(name);
};

/** What the command says, and how it ends. */
async function match(...args: string[]) {
  const said: string[] = [];
  const told: string[] = [];
  const voice = { say: (line: string) => said.push(line), tell: (line: string) => told.push(line) };
  const code = await runMatch(args, voice, new AbortController().signal);
  return { code, said: said.join('\n'), told: told.join('\n') };
}

const TWO = instanceOf([service('s')], [auditor('r'), auditor('t', { profession: 'RADIOGRAPHER' })]);

afterAll(() => rmSync(folder, { recursive: true }));

describe('npm run match', () => {
  it('makes up an instance, solves it, and finds its own result right', async () => {
    const example = await match('--example', '6x14', '--out', at('made-up.json'));
    expect(example.code).toBe(0);
    expect(written<Instance>('made-up.json').services).toHaveLength(6);

    const solved = await match(at('made-up.json'), '--seconds', '2', '--out', at('made-up-result.json'));
    expect(solved).toMatchObject({ code: 0, told: expect.stringContaining('6 services, 14 auditors') });
    const plan = written<Plan>('made-up-result.json');
    for (const name of ['objective', 'bound', 'gap', 'time', 'peak memory', 'empty seats', 'stopped by'])
      expect(solved.said).toMatch(new RegExp(`^${name} +\\S`, 'm'));
    expect(solved.said).toContain(plan.objective.toLocaleString('en-GB'));

    expect(await match(at('made-up.json'), '--check', at('made-up-result.json'))).toMatchObject({
      code: 0,
      said: 'All is right.',
    });
  });

  it('tells why a seat is empty and what would fill it', async () => {
    const alone = instanceOf(
      [service('s')],
      [auditor('r'), auditor('t', { profession: 'RADIOGRAPHER', capacity: 0 })],
      {
        conflicts: [['r', 's', 'C09']],
      },
    );
    const solved = await match(put('alone.json', alone), '--seconds', '1', '--out', at('alone-result.json'));
    expect(solved.said).toContain(
      'empty        s RADIOLOGIST × 1: C09 (1); ALLOW_PAIR auditor r service s rule C09: 10,500',
    );
    expect(written<Plan>('alone-result.json').shortfalls).toMatchObject([
      {
        service: 's',
        seat: 'RADIOLOGIST',
        blocking: [{ limit: 'C09', auditors: ['r'] }],
        relaxations: [{ kind: 'ALLOW_PAIR' }, { kind: 'ALLOW_RULE' }, { kind: 'MORE_AUDITORS' }],
      },
      { service: 's', seat: 'RADIOGRAPHER', blocking: [{ limit: 'CAPACITY', auditors: ['t'] }] },
    ]);
    expect((await match(at('alone.json'), '--check', at('alone-result.json'))).code).toBe(0);
  });

  it('says what is wrong with a result', async () => {
    put('two.json', TWO);
    await match(at('two.json'), '--seconds', '1', '--out', at('result.json'));
    const plan = written<Plan>('result.json');
    put('result.json', { ...plan, objective: plan.objective + 1, bound: plan.bound + 1 });
    expect(await match(at('two.json'), '--check', at('result.json'))).toEqual({
      code: 1,
      said: '',
      told: `objective: the plan is worth ${plan.objective}, not ${plan.objective + 1}`,
    });
    put('result.json', { ...plan, teams: 'none' });
    const formless = await match(at('two.json'), '--check', at('result.json'));
    expect(formless).toMatchObject({ code: 1, told: expect.stringContaining('result.json: teams: ') });
  });

  it('says in one line what is wrong with an instance, and writes nothing', async () => {
    put('wrong.json', { ...TWO, services: [{ ...service('s'), weeks: ['2027-01-04'] }] });
    expect(await match(at('wrong.json'), '--out', at('none.json'))).toEqual({
      code: 1,
      said: '',
      told: `${at('wrong.json')}: services[0].weeks[0]: an ISO week is written like 2027-W03 (INSTANCE_INVALID)`,
    });
    put('wrong.json', '{ "services": ');
    const broken = await match(at('wrong.json'), '--out', at('none.json'));
    expect(broken).toMatchObject({
      code: 1,
      told: expect.stringMatching(/^\S+wrong\.json: .*\(INSTANCE_NOT_JSON\)$/),
    });
    expect(await match(at('absent.json'), '--out', at('none.json'))).toMatchObject({
      code: 1,
      told: expect.stringMatching(/^\S+absent\.json cannot be read: /),
    });
    expect(readdirSync(folder)).not.toContain('none.json');
  });

  it('says beforehand that the result has no place', async () => {
    put('two.json', TWO);
    const lost = await match(at('two.json'), '--out', at('no-such-folder/result.json'));
    expect(lost).toMatchObject({ code: 1, told: expect.stringMatching(/cannot be written/) });
  });

  it('tells pins that no plan keeps', async () => {
    // Two services in one week each, one auditor pinned on both.
    const busy = instanceOf(
      [service('s', { weeks: ['2027-W03'] }), service('u', { weeks: ['2027-W03'] })],
      [auditor('r')],
      {
        pinned: [
          ['r', 's'],
          ['r', 'u'],
        ],
      },
    );
    put('busy.json', busy);
    const impossible = await match(at('busy.json'), '--seconds', '1', '--out', at('busy-result.json'));
    expect(impossible).toMatchObject({ code: 1, told: expect.stringContaining('no plan keeps all pins') });
    expect(written<Plan>('busy-result.json')).toMatchObject({ status: 'INFEASIBLE', teams: [] });
  });

  it.each([
    [['--seconds', '0', 'x.json', '--out', 'y.json'], '--seconds is a number'],
    [['--seed', '-1', 'x.json', '--out', 'y.json'], '--seed'],
    [['x.json'], 'where does the result go?'],
    [['--out', 'y.json'], 'which instance?'],
    [['x.json', 'z.json', '--out', 'y.json'], 'one file at a time'],
    [['--example', '3x', '--out', 'y.json'], '--example is written like'],
    [['--unknown'], '--unknown'],
  ])('refuses %j with how it is used', async (args, reason) => {
    const refused = await match(...args);
    expect(refused).toMatchObject({ code: 2, said: '' });
    expect(refused.told).toContain(reason);
    expect(refused.told).toContain('npm run match -- INSTANCE.json');
  });

  it('explains itself', async () => {
    expect(await match('--help')).toMatchObject({ code: 0, said: expect.stringContaining('--seconds N') });
  });

  it('keeps the plan when it is stopped while it asks for reasons', async () => {
    const empty = instanceOf([service('s')], [auditor('t', { profession: 'RADIOGRAPHER' })]);
    const told: string[] = [];
    const stopping = new AbortController();
    const tell = (line: string): void => {
      told.push(line);
      if (line.startsWith('asking why')) stopping.abort();
    };
    const code = await runMatch(
      [put('empty.json', empty), '--seconds', '1', '--out', at('kept.json')],
      { say: () => undefined, tell },
      stopping.signal,
    );
    expect({ code, last: told.at(-1) }).toEqual({
      code: 130,
      last: `Stopped; ${at('kept.json')} holds the plan without reasons.`,
    });
    expect(written<Plan>('kept.json').shortfalls).toMatchObject([{ seat: 'RADIOLOGIST', blocking: [] }]);
  });

  it('says nothing of a bound or a gap that is not known yet', () => {
    const lines: string[] = [];
    const tell = progressTeller((line) => lines.push(line));
    tell({ phase: 'BOUND', done: 0.1, objective: -5, bound: -Infinity });
    tell({ phase: 'SEARCH', done: 0.2, objective: -5, bound: 0 });
    expect(lines[0]).not.toMatch(/bound +-?∞|gap|NaN/);
    expect(lines[1]).toMatch(/objective -5 {2}bound 0 {2}gap 500\.000 %$/);
  });

  it('ends when it is stopped, without a result', async () => {
    put('two.json', TWO);
    const told: string[] = [];
    const stopping = new AbortController();
    stopping.abort();
    const code = await runMatch(
      [at('two.json'), '--out', at('none.json')],
      { say: () => undefined, tell: (line) => told.push(line) },
      stopping.signal,
    );
    expect({ code, last: told.at(-1) }).toEqual({ code: 130, last: 'Stopped; nothing is written.' });
    expect(readdirSync(folder)).not.toContain('none.json');
  });
});
