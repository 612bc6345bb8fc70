import { randomUUID } from 'node:crypto';
import { setTimeout } from 'node:timers/promises';
import { globalId } from '../../server/kernel/ids';
import { openApi, type ApiClient, type Json, type TestApi } from '../support/api';
import { makeGradableAudit, makeSubmission, type GradableAudit } from '../support/grades-factories';

let api: TestApi;
let audit: GradableAudit;
let criteria: string[];
beforeAll(async () => {
  api = await openApi();
});
afterAll(() => api.close());
beforeEach(async () => {
  audit = await makeGradableAudit(api);
  criteria = audit.sections.flatMap(({ criterionIds }) => criterionIds);
});

const ROWS =
  'grades { id value version } rows { index clientReference gradeId userErrors { __typename code message path } }';

const record = (grades: unknown, input: Record<string, unknown> = {}): Promise<Json> =>
  audit.lead.act('gradesRecord', { auditId: audit.auditId, grades, ...input }, ROWS);

const stored = () =>
  api.sql<{ value: string; version: number }>(
    'select value, version from grade where audit_id = $1 order by value, id',
    [audit.uuid],
  );

describe('grades noted offline', () => {
  test('arrive in one go, each under its client’s id, created before and changed after in the same batch', async () => {
    const ids = criteria.map(() => randomUUID());
    const first = criteria.map((criterionId, index) => ({
      id: ids[index],
      clientReference: `note-${index}`,
      criterionId,
      value: 'CONFORM',
      minutes: 3,
      capturedAt: '2027-01-10T09:00:00+01:00',
    }));
    const change = { criterionId: criteria[0], expectedVersion: 1, value: 'PARTIAL' };

    const payload = await record([...first, change]);

    expect(payload.userErrors).toEqual([]);
    expect(payload.rows).toEqual([
      ...first.map(({ clientReference }, index) => ({
        index,
        clientReference,
        gradeId: globalId('Grade', ids[index] ?? ''),
        userErrors: [],
      })),
      {
        index: criteria.length,
        clientReference: null,
        gradeId: globalId('Grade', ids[0] ?? ''),
        userErrors: [],
      },
    ]);
    expect(payload.grades).toHaveLength(criteria.length);
    expect(payload.grades[0]).toEqual({ id: globalId('Grade', ids[0] ?? ''), value: 'PARTIAL', version: 2 });
    expect(await stored()).toHaveLength(criteria.length);
  });

  const faulty = () => [
    { criterionId: criteria[0], value: 'CONFORM' },
    { criterionId: criteria[1], value: 'NOT_EVALUATED', clientReference: 'b' },
    { criterionId: criteria[2], value: 'PARTIAL' },
    { criterionId: 'nonsense', value: 'PARTIAL' },
    { criterionId: criteria[0], value: 'PARTIAL', expectedVersion: 4 },
  ];

  test('are all refused when one is, with the errors of every row', async () => {
    const payload = await record(faulty());
    expect(payload.grades).toBeNull();
    expect(payload.rows).toBeNull();
    expect(payload.userErrors.map(({ code, path }: Json) => [code, path])).toEqual([
      ['REASON_MISSING', ['input', 'grades', '1', 'reason']],
      ['CRITERION_NOT_IN_TEMPLATE', ['input', 'grades', '3', 'criterionId']],
      ['STALE_VERSION', ['input', 'grades', '4', 'expectedVersion']],
    ]);
    expect(await stored()).toEqual([]);
  });

  test('are kept but for the refused ones with SKIP_FAILED, each with its reason', async () => {
    const payload = await record(faulty(), { errorPolicy: 'SKIP_FAILED' });
    expect(payload.userErrors).toEqual([]);
    expect(payload.grades.map(({ value }: Json) => value)).toEqual(['CONFORM', 'PARTIAL']);
    expect(
      payload.rows.map(({ gradeId, userErrors }: Json) => [
        gradeId === null,
        userErrors.map(({ code }: Json) => code),
      ]),
    ).toEqual([
      [false, []],
      [true, ['REASON_MISSING']],
      [false, []],
      [true, ['CRITERION_NOT_IN_TEMPLATE']],
      [true, ['STALE_VERSION']],
    ]);
    expect(payload.rows[1]).toEqual({
      index: 1,
      clientReference: 'b',
      gradeId: null,
      userErrors: [
        {
          __typename: 'InputError',
          code: 'REASON_MISSING',
          message: 'Give a reason.',
          path: ['input', 'grades', '1', 'reason'],
        },
      ],
    });
    expect(await stored()).toEqual([
      { value: 'CONFORM', version: 1 },
      { value: 'PARTIAL', version: 1 },
    ]);
  });

  test('skip what came twice under one id, and what came after the section was submitted', async () => {
    const id = randomUUID();
    const [section] = audit.sections;
    if (section) await makeSubmission(api, audit, section, audit.leadId);
    const late = section?.criterionIds[0];
    const open = audit.sections[1]?.criterionIds ?? [];
    const payload = await record(
      [
        { id, criterionId: open[0], value: 'CONFORM' },
        { id, criterionId: open[1], value: 'CONFORM' },
        { criterionId: late, value: 'CONFORM' },
      ],
      { errorPolicy: 'SKIP_FAILED' },
    );
    expect(
      payload.rows.map(({ userErrors }: Json) => userErrors.map(({ code, path }: Json) => [code, path])),
    ).toEqual([
      [],
      [['ID_TAKEN', ['input', 'grades', '1', 'id']]],
      [['SECTION_SUBMITTED', ['input', 'grades', '2', 'criterionId']]],
    ]);
    expect(await stored()).toEqual([{ value: 'CONFORM', version: 1 }]);
  });

  test('are at least one and at most 200, each within its limits', async () => {
    const row = { criterionId: criteria[0], value: 'CONFORM' };
    for (const [grades, path] of [
      [[], ['input', 'grades']],
      [Array.from({ length: 201 }, () => row), ['input', 'grades']],
      [
        [row, { ...row, minutes: 601 }],
        ['input', 'grades', '1', 'minutes'],
      ],
    ]) {
      expect((await record(grades)).userErrors).toMatchObject([{ code: 'VALIDATION', path }]);
    }
    expect(await stored()).toEqual([]);
  });

  test('replay to the same rows in the language of the asker', async () => {
    const idempotencyKey = randomUUID();
    const input = { idempotencyKey, errorPolicy: 'SKIP_FAILED' };
    const rows = faulty();
    const first = await record(rows, input);
    const again = await record(rows, input);
    expect(again).toEqual({ ...first, replayed: true });
    expect(await stored()).toHaveLength(2);
  });
});

describe('the same intention sent again', () => {
  const said = () => ({ auditId: audit.auditId, criterionId: criteria[0], value: 'CONFORM' });
  const SELECTION = 'grade { id version }';

  test('answers as before and happens once', async () => {
    const idempotencyKey = randomUUID();
    const first = await audit.lead.act('gradeRecord', { ...said(), idempotencyKey }, SELECTION);
    const again = await audit.lead.act('gradeRecord', { ...said(), idempotencyKey }, SELECTION);
    expect(first).toMatchObject({ replayed: false, userErrors: [], grade: { version: 1 } });
    expect(again).toEqual({ ...first, replayed: true });
    expect(await stored()).toEqual([{ value: 'CONFORM', version: 1 }]);
  });

  test('has one effect when twenty copies arrive at once', async () => {
    const idempotencyKey = randomUUID();
    const payloads = await Promise.all(
      Array.from({ length: 20 }, () =>
        audit.lead.act('gradeRecord', { ...said(), idempotencyKey }, SELECTION),
      ),
    );
    expect(payloads.map(({ userErrors }) => userErrors)).toEqual(payloads.map(() => []));
    expect(new Set(payloads.map(({ grade }) => grade.id)).size).toBe(1);
    expect(payloads.filter(({ replayed }) => !replayed)).toHaveLength(1);
    expect(await stored()).toEqual([{ value: 'CONFORM', version: 1 }]);
  });

  test('is refused when its key comes with other content', async () => {
    const idempotencyKey = randomUUID();
    await audit.lead.act('gradeRecord', { ...said(), idempotencyKey });
    const other = await audit.lead.act(
      'gradeRecord',
      { ...said(), value: 'PARTIAL', idempotencyKey },
      SELECTION,
    );
    expect(other.grade).toBeNull();
    expect(other.userErrors).toMatchObject([
      { code: 'IDEMPOTENCY_KEY_REUSED', path: ['input', 'idempotencyKey'] },
    ]);
    expect(await stored()).toEqual([{ value: 'CONFORM', version: 1 }]);
  });

  test('is another intention when another person sends it', async () => {
    const idempotencyKey = randomUUID();
    await audit.lead.act('gradeRecord', { ...said(), idempotencyKey });
    const mate = await audit.mate.act('gradeRecord', { ...said(), value: 'PARTIAL', idempotencyKey });
    expect(mate).toEqual({ replayed: false, userErrors: [] });
    expect(await stored()).toHaveLength(2);
  });
});

describe('twenty writers on one grade', () => {
  const WRITERS = 20;
  const WRITES = 10;

  /** Writes ten times, reading the present version whenever another was faster; gives the versions acknowledged. */
  async function write(client: ApiClient, criterionId: string): Promise<number[]> {
    const acknowledged: number[] = [];
    let expectedVersion = 1;
    let refusals = 0;
    while (acknowledged.length < WRITES) {
      const { data } = await client.run(
        `mutation ($input: GradeRecordInput!) { gradeRecord(input: $input) {
          grade { version } userErrors { code ... on StaleVersionError { current { ... on Grade { version } } } } } }`,
        {
          input: {
            idempotencyKey: randomUUID(),
            auditId: audit.auditId,
            criterionId,
            expectedVersion,
            value: 'PARTIAL',
          },
        },
      );
      const { grade, userErrors } = data['gradeRecord'];
      if (grade === null) {
        expect(userErrors).toMatchObject([{ code: 'STALE_VERSION' }]);
        expectedVersion = userErrors[0]?.['current']['version'] ?? 0;
        // As clients do: they step back further each time, or they would only ever stand in each other's way.
        refusals += 1;
        await setTimeout(Math.random() * Math.min(60 * 2 ** refusals, 1000));
      } else {
        // What is read back may be newer than what was written, when another writer came in between.
        refusals = 0;
        acknowledged.push(expectedVersion + 1);
        expect(grade['version']).toBeGreaterThanOrEqual(expectedVersion + 1);
        expectedVersion = grade['version'];
      }
    }
    return acknowledged;
  }

  test('lose nothing: every acknowledged write is one version', async () => {
    const criterionId = criteria[0] ?? '';
    await audit.lead.act('gradeRecord', { auditId: audit.auditId, criterionId, value: 'CONFORM' });
    const clients = Array.from({ length: WRITERS }, () => api.as(audit.leadAccountId));
    const written = await Promise.all(clients.map((client) => write(client, criterionId)));
    const versions = written.flat().sort((a, b) => a - b);
    expect(versions).toEqual(Array.from({ length: WRITERS * WRITES }, (_, index) => index + 2));
    expect(await stored()).toEqual([{ value: 'PARTIAL', version: 1 + WRITERS * WRITES }]);
  });
});
