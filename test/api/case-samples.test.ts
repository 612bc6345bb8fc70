import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { verifyDraw } from '../../server/measures';
import { openApi, type Json, type TestApi } from '../support/api';
import {
  addThird,
  caseList,
  drawSample,
  judgeAll,
  makeCaseAudit,
  readSample,
  setList,
  storedSample,
  submitReviews,
  type CaseAudit,
} from '../support/case-factories';
import { uuidIn } from '../support/grades-factories';
import { codesOf, errorsOf } from '../support/teams-factories';

let api: TestApi;
beforeAll(async () => {
  api = await openApi();
});
afterAll(() => api.close());

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

const list = (audit: CaseAudit, text: string, more: Record<string, unknown> = {}): Promise<Json> =>
  audit.manager.act(
    'caseListSet',
    { auditId: audit.auditId, evidenceKindId: audit.evidenceKindId, text, ...more },
    'caseSample { id state version populationSize strataNames listSha256 nonceSha256 seed size }',
  );

describe('the list of a service', () => {
  it('is committed to before anybody knows the seed', async () => {
    const audit = await makeCaseAudit(api, { state: 'SELF_ASSESSMENT' });
    const { caseSample, userErrors } = await list(audit, 'dossier;âge\nD-2;adulte\nD-1;enfant');
    expect(userErrors).toEqual([]);
    expect(caseSample).toMatchObject({
      state: 'LISTED',
      populationSize: 2,
      strataNames: ['âge'],
      listSha256: sha256('D-1;enfant\nD-2;adulte\n'),
      nonceSha256: expect.stringMatching(/^[0-9a-f]{64}$/) as string,
      seed: null,
      size: null,
    });
  });

  it('may be given anew until it is drawn from, in the version that was read', async () => {
    const audit = await makeCaseAudit(api);
    const first = (await list(audit, caseList(10))).caseSample;
    expect(codesOf(await list(audit, caseList(12)))).toEqual(['STALE_VERSION']);
    const second = (await list(audit, caseList(12), { expectedVersion: 1 })).caseSample;
    expect(second).toMatchObject({ id: first.id, populationSize: 12, version: 2 });
    expect(second.nonceSha256).not.toBe(first.nonceSha256);
    const [kept] = await api.sql(
      'select count(*)::int as records from case_list_record where case_sample_id = $1',
      [uuidIn(first.id as string)],
    );
    expect(kept).toEqual({ records: 12 });
    await audit.lead.act('caseSampleDraw', { caseSampleId: first.id, expectedVersion: 2 });
    expect(codesOf(await list(audit, caseList(12), { expectedVersion: 3 }))).toEqual(['ILLEGAL_TRANSITION']);
  });

  it('is refused with the rows that are wrong, and leaves nothing behind', async () => {
    const audit = await makeCaseAudit(api);
    const refused = await list(audit, 'dossier\nD-1\nMARTIN\nD-1\n255081416802538');
    expect(errorsOf(refused)).toEqual([
      { code: 'CASE_ROW_NOT_PSEUDONYMOUS', path: 'input.text' },
      { code: 'CASE_ROW_DUPLICATE', path: 'input.text' },
      { code: 'CASE_ROW_NIR', path: 'input.text' },
    ]);
    expect(refused.userErrors[1].message).toBe('Row 4: this record stands in row 2 already.');
    expect(await api.sql('select 1 from case_sample where audit_id = $1', [audit.uuid])).toEqual([]);
  });

  it('is of a kind that criteria of the template are judged on, for a service that may give it now', async () => {
    const audit = await makeCaseAudit(api);
    const [other] = await api.sql<{ id: string }>(`select id from evidence_kind where code = 'E-IMG'`);
    const evidenceKindId = Buffer.from(`EvidenceKind:${other?.id}`).toString('base64url');
    expect(errorsOf(await list(audit, caseList(3), { evidenceKindId }))).toEqual([
      { code: 'CASE_KIND_NOT_SAMPLED', path: 'input.evidenceKindId' },
    ]);
    const input = { auditId: audit.auditId, evidenceKindId: audit.evidenceKindId, text: caseList(3) };
    expect(codesOf(await audit.reader.act('caseListSet', input))).toEqual(['FORBIDDEN']);
    expect(codesOf(await audit.lead.act('caseListSet', input))).toEqual(['FORBIDDEN']);
    const late = await makeCaseAudit(api, { state: 'DRAFT_REPORT' });
    expect(codesOf(await list(late, caseList(3)))).toEqual(['ILLEGAL_TRANSITION']);
  });

  it('has up to 200,000 records', async () => {
    const audit = await makeCaseAudit(api);
    const { caseSample } = await list(audit, caseList(200_000));
    expect(caseSample).toMatchObject({ populationSize: 200_000 });
    const drawn = await audit.lead.act(
      'caseSampleDraw',
      { caseSampleId: caseSample.id, expectedVersion: 1 },
      'caseSample { size }',
    );
    expect(drawn.caseSample).toEqual({ size: 75 });
  });

  it('goes when nothing will be drawn from it any more', async () => {
    const kept = async (id: string) =>
      (
        await api.sql(
          `select (select count(*)::int from case_list_record where case_sample_id = $1) as records,
             (select count(*)::int from case_draw_secret where id = $1) as secrets`,
          [uuidIn(id)],
        )
      )[0];
    const ended = await makeCaseAudit(api);
    const [one, other] = [await setList(ended), await setList(await makeCaseAudit(api))];
    const cancelled = await ended.coordinator.act('auditCancel', {
      auditId: ended.auditId,
      expectedVersion: 1,
      reason: 'Abandon',
    });
    expect(cancelled.userErrors).toEqual([]);
    expect(await kept(one)).toEqual({ records: 0, secrets: 0 });
    expect(await kept(other)).toEqual({ records: 20, secrets: 1 });
  });
});

describe('a draw', () => {
  const read = `caseSample { id state size nonce word seed algorithm nonceSha256 listSha256 populationSize version drawnAt
    cases(first: 100) { nodes { position recordNumber strata } } }`;

  it('can be made again from what was published and the list', async () => {
    const audit = await makeCaseAudit(api);
    const id = await setList(audit, 30);
    const { caseSample, userErrors } = await audit.lead.act(
      'caseSampleDraw',
      { caseSampleId: id, expectedVersion: 1, size: 8, word: 'tilleul' },
      read,
    );
    expect(userErrors).toEqual([]);
    expect(caseSample).toMatchObject({
      state: 'DRAWN',
      size: 8,
      word: 'tilleul',
      algorithm: 'SHA256-RANK-1',
    });
    // By hand: the seed, then the ranking within each stratum, 20 adults and 10 children giving 5.33 and 2.67 of 8.
    const { nonce, listSha256, word, seed, nonceSha256 } = caseSample;
    expect(sha256(nonce as string)).toBe(nonceSha256);
    expect(sha256(`${nonce}|${listSha256}|${word}`)).toBe(seed);
    const records = caseList(30)
      .split('\n')
      .slice(1)
      .map((line) => line.split(';'));
    const first = (stratum: string, count: number): string[] =>
      records
        .filter(([, value]) => value === stratum)
        .map(([record = '']) => record)
        .sort((a, b) => (sha256(`${seed}|${a}`) < sha256(`${seed}|${b}`) ? -1 : 1))
        .slice(0, count);
    const expected = [...first('adulte', 5), ...first('enfant', 3)].sort((a, b) =>
      sha256(`${seed}|${a}`) < sha256(`${seed}|${b}`) ? -1 : 1,
    );
    const drawn = caseSample.cases.nodes.map(({ recordNumber }: Json) => String(recordNumber));
    expect(drawn).toEqual(expected);
    expect(caseSample.cases.nodes.map(({ position }: Json) => position as number)).toEqual([
      1, 2, 3, 4, 5, 6, 7, 8,
    ]);
    const listed = records.map(([record = '', ...strata]) => ({ record, strata }));
    expect(verifyDraw(listed, { ...caseSample, drawn })).toEqual([]);
    expect(verifyDraw(listed.slice(1), { ...caseSample, drawn })).toContain('LIST');
  });

  it('can be made again with the commands of the README', async () => {
    const audit = await makeCaseAudit(api);
    const id = await setList(audit, 30);
    const { caseSample } = await audit.lead.act(
      'caseSampleDraw',
      { caseSampleId: id, expectedVersion: 1, size: 8, word: 'chêne' },
      read,
    );
    const [recipe = ''] = /LC_ALL=C sort list\.csv[^`]*/.exec(readFileSync('README.md', 'utf8')) ?? [];
    const folder = mkdtempSync(path.join(tmpdir(), 'draw-'));
    writeFileSync(path.join(folder, 'list.csv'), `${caseList(30).split('\n').slice(1).join('\n')}\n`);
    const { nonce, listSha256, nonceSha256, word, seed } = caseSample;
    const env = { PATH: process.env['PATH'], nonce, listSha256, word, seed };
    const said = execFileSync('sh', ['-c', recipe], { cwd: folder, env, encoding: 'utf8' })
      .trim()
      .split('\n');
    rmSync(folder, { recursive: true });
    const [list, part, made, ...adults] = said.map((line) => line.split(' '));
    expect([list?.[0], part?.[0], made?.[0]]).toEqual([listSha256, nonceSha256, seed]);
    expect(adults.map(([, record]) => record)).toEqual(
      caseSample.cases.nodes
        .filter(({ strata }: Json) => strata[0] === 'adulte')
        .map(({ recordNumber }: Json) => recordNumber as string),
    );
  });

  it('takes as many as the template asks for, or all of a shorter list', async () => {
    const large = await makeCaseAudit(api);
    const id = await setList(large, 200);
    const drawn = await large.lead.act('caseSampleDraw', { caseSampleId: id, expectedVersion: 1 }, read);
    expect(drawn.caseSample.size).toBe(75);
    const small = await makeCaseAudit(api);
    const whole = await setList(small, 12);
    const all = await small.lead.act('caseSampleDraw', { caseSampleId: whole, expectedVersion: 1 }, read);
    expect(all.caseSample).toMatchObject({ size: 12 });
    expect(all.caseSample.cases.nodes).toHaveLength(12);
  });

  it('is made once, by a member of the team who judges, from no more than there is', async () => {
    const audit = await makeCaseAudit(api);
    const id = await setList(audit, 10);
    const input = { caseSampleId: id, expectedVersion: 1, size: 3 };
    expect(codesOf(await audit.manager.act('caseSampleDraw', input))).toEqual(['FORBIDDEN']);
    expect(codesOf(await audit.coordinator.act('caseSampleDraw', input))).toEqual(['FORBIDDEN']);
    expect(codesOf(await audit.observer.act('caseSampleDraw', input))).toEqual(['OBSERVER_DOES_NOT_GRADE']);
    expect(errorsOf(await audit.lead.act('caseSampleDraw', { ...input, size: 11 }))).toEqual([
      { code: 'CASE_SAMPLE_TOO_LARGE', path: 'input.size' },
    ]);
    expect(codesOf(await audit.lead.act('caseSampleDraw', input))).toEqual([]);
    expect(codesOf(await audit.lead.act('caseSampleDraw', { ...input, expectedVersion: 2 }))).toEqual([
      'ILLEGAL_TRANSITION',
    ]);
  });

  it('cannot be changed in the database either', async () => {
    const audit = await makeCaseAudit(api);
    const { id } = await drawSample(audit);
    for (const change of [`seed = 'choisie'`, 'size = 4', `list_sha256 = ''`, `drawn_at = null`])
      await expect(api.sql(`update case_sample set ${change} where id = $1`, [uuidIn(id)])).rejects.toThrow(
        'a sample is drawn once',
      );
  });

  it('shows the platform’s part of the seed to nobody before it is made', async () => {
    const audit = await makeCaseAudit(api);
    const id = await setList(audit, 10);
    const [secret] = await api.sql<{ nonce: string }>('select nonce from case_draw_secret where id = $1', [
      uuidIn(id),
    ]);
    for (const client of [audit.lead, audit.manager, audit.coordinator]) {
      const { data } = await client.run(
        `query ($id: ID!) { caseSample(id: $id) { nonce seed nonceSha256 } }`,
        { id },
      );
      expect(data.caseSample).toEqual({ nonce: null, seed: null, nonceSha256: sha256(secret?.nonce ?? '') });
    }
    await audit.lead.act('caseSampleDraw', { caseSampleId: id, expectedVersion: 1 });
    expect((await storedSample(api, id))['nonce']).toBe(secret?.nonce);
    expect(await api.sql('select 1 from case_draw_secret where id = $1', [uuidIn(id)])).toEqual([]);
  });
});

describe('a record that cannot be found', () => {
  const replace = (audit: CaseAudit, id: string, more: Record<string, unknown> = {}): Promise<Json> =>
    audit.mate.act(
      'caseReplace',
      { sampledCaseId: id, expectedVersion: 1, reason: 'Dossier papier égaré', ...more },
      'sampledCase { position recordNumber strata replaces { id recordNumber unavailableReason } }',
    );

  it('is replaced by the next of its stratum’s ranking, for service and team to see', async () => {
    const audit = await makeCaseAudit(api);
    const sample = await drawSample(audit, { count: 30, size: 6 });
    const { seed } = await storedSample(api, sample.id);
    const [missing] = sample.cases;
    if (!missing) throw new Error('nothing drawn');
    const drawn = new Set(sample.cases.map(({ recordNumber }) => recordNumber));
    const [expected] = caseList(30)
      .split('\n')
      .slice(1)
      .map((line) => line.split(';'))
      .filter(([record = '', stratum]) => stratum === missing.strata[0] && !drawn.has(record))
      .map(([record = '']) => record)
      .sort((a, b) => (sha256(`${seed}|${a}`) < sha256(`${seed}|${b}`) ? -1 : 1));
    const { sampledCase, userErrors } = await replace(audit, missing.id);
    expect(userErrors).toEqual([]);
    expect(sampledCase).toEqual({
      position: 7,
      recordNumber: expected,
      strata: missing.strata,
      replaces: {
        id: missing.id,
        recordNumber: missing.recordNumber,
        unavailableReason: 'Dossier papier égaré',
      },
    });
    expect((await readSample(audit.manager, sample.id)).cases).toHaveLength(6);
    expect(codesOf(await replace(audit, missing.id, { expectedVersion: 2 }))).toEqual([
      'CASE_ALREADY_REPLACED',
    ]);
  });

  it('stays where its stratum has no other, or where the reason names a patient', async () => {
    const audit = await makeCaseAudit(api);
    const sample = await drawSample(audit, { count: 6, size: 6 });
    const id = sample.cases[0]?.id ?? '';
    expect(codesOf(await replace(audit, id))).toEqual(['CASE_NO_RECORD_LEFT']);
    expect(errorsOf(await replace(audit, id, { reason: 'Patiente née le 3 mars' }))).toEqual([
      { code: 'CASE_TEXT_IDENTIFIES', path: 'input.reason' },
    ]);
  });

  it('is no longer replaced once somebody has submitted, and the list is gone by then', async () => {
    const audit = await makeCaseAudit(api);
    const sample = await drawSample(audit, { count: 30, size: 2 });
    await judgeAll(audit.lead, sample);
    expect(await submitReviews(audit.lead, sample)).toBe('REVIEWING');
    expect(codesOf(await replace(audit, sample.cases[0]?.id ?? ''))).toEqual(['ILLEGAL_TRANSITION']);
    const left = await api.sql('select 1 from case_list_record where case_sample_id = $1', [
      uuidIn(sample.id),
    ]);
    expect(left).toEqual([]);
  });

  it('is replaced by the team, never by the service, which would choose its records so', async () => {
    const audit = await makeCaseAudit(api);
    const sample = await drawSample(audit);
    const input = { sampledCaseId: sample.cases[0]?.id, expectedVersion: 1, reason: 'Égaré' };
    expect(codesOf(await audit.manager.act('caseReplace', input))).toEqual(['FORBIDDEN']);
    expect(codesOf(await audit.observer.act('caseReplace', input))).toEqual(['OBSERVER_DOES_NOT_GRADE']);
  });
});

describe('the size of a sample', () => {
  const ask = async (args: string) =>
    await api.as((await makeOne()).accountId).run(`{ caseSampleSize(${args}) { size } }`);
  const makeOne = async () => {
    const [account] = await api.sql<{ accountId: string }>('select id as "accountId" from account limit 1');
    if (!account) throw new Error('nobody is there');
    return account;
  };

  it('is as the published vectors say', async () => {
    expect((await ask('expectedRate: 0.75, halfWidth: 0.1')).data).toEqual({ caseSampleSize: { size: 73 } });
    expect((await ask('expectedRate: 0.75, halfWidth: 0.1, population: 200')).data).toEqual({
      caseSampleSize: { size: 54 },
    });
  });

  it('is not asked of what is no rate', async () => {
    for (const args of [
      'expectedRate: 1, halfWidth: 0.1',
      'expectedRate: 0.5, halfWidth: 0',
      'expectedRate: 0.5, halfWidth: 0.1, population: -1',
    ])
      expect((await ask(args)).errors?.[0]?.extensions['code']).toBe('CASE_PLAN_IMPOSSIBLE');
  });
});

describe('what can be done with a sample', () => {
  const offered = async (audit: CaseAudit, id: string, who: 'lead' | 'manager' | 'coordinator') => {
    const { data } = await audit[who].run(
      `query ($id: ID!) { caseSample(id: $id) { availableTransitions { act to isAvailable reason } } }`,
      { id },
    );
    return data.caseSample.availableTransitions;
  };

  it('is told to who may do it, and what is missing', async () => {
    const audit = await makeCaseAudit(api);
    await addThird(api, audit);
    const id = await setList(audit);
    expect(await offered(audit, id, 'lead')).toEqual([
      { act: 'caseSampleDraw', to: 'DRAWN', isAvailable: true, reason: null },
    ]);
    expect(await offered(audit, id, 'manager')).toEqual([]);
    expect(await offered(audit, id, 'coordinator')).toEqual([]);
    await audit.lead.act('caseSampleDraw', { caseSampleId: id, expectedVersion: 1, size: 2 });
    const submit = { act: 'caseReviewsSubmit', to: 'REVIEWING' };
    expect(await offered(audit, id, 'lead')).toEqual([
      { ...submit, isAvailable: false, reason: 'CASE_REVIEWS_INCOMPLETE' },
    ]);
    await judgeAll(audit.lead, await readSample(audit.lead, id));
    expect(await offered(audit, id, 'lead')).toEqual([{ ...submit, isAvailable: true, reason: null }]);
  });

  it('leaves a history that service and team read, judging left out', async () => {
    const audit = await makeCaseAudit(api);
    const sample = await drawSample(audit);
    await judgeAll(audit.lead, sample);
    const historyOf = async (who: 'lead' | 'mate' | 'manager' | 'coordinator'): Promise<string[]> => {
      const { data } = await audit[who].run(
        `query ($id: ID!) { caseSample(id: $id) { history(first: 20) { nodes { act } } } }`,
        { id: sample.id },
      );
      return data.caseSample.history.nodes.map(({ act }: Json) => String(act)).sort();
    };
    expect(await historyOf('manager')).toEqual(['caseListSet', 'caseSampleDraw']);
    expect(await historyOf('mate')).toEqual(['caseListSet', 'caseSampleDraw']);
    expect(await historyOf('coordinator')).toEqual(['caseListSet', 'caseSampleDraw']);
    expect(await historyOf('lead')).toEqual(['caseListSet', 'caseReviewsRecord', 'caseSampleDraw']);
    await api.sql(`update audit set report_issued_at = now() where id = $1`, [audit.uuid]);
    expect(await historyOf('coordinator')).toContain('caseReviewsRecord');
    expect(await historyOf('mate')).toEqual(['caseListSet', 'caseSampleDraw']);
  });
});
