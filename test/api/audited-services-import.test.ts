import { openApi, type ApiClient, type TestApi } from '../support/api';
import { makeAccount, makeCoordinator } from '../support/factories';
import { errorsOf, fileText, importFile } from '../support/import-factories';

const demo = fileText('scripts/demo/data/imaging-sites.csv');
const dirty = fileText('test/data/dirty-sites.csv');

const TABLES = ['audited_service', 'organisation', 'organisation_link', 'service_organisation'];

let api: TestApi;
let coordinator: ApiClient;

beforeEach(async () => {
  api = await openApi();
  coordinator = api.as(await makeCoordinator(api));
});

afterEach(() => api.close());

/** Everything an import writes, as text. */
async function contents(): Promise<string> {
  const tables = await Promise.all(TABLES.map((table) => api.sql(`select * from ${table} order by id`)));
  return JSON.stringify(tables);
}

async function count(table: string, condition = 'true'): Promise<number> {
  const [row] = await api.sql<{ n: number }>(`select count(*)::int as n from ${table} where ${condition}`);
  return row?.n ?? -1;
}

/** A cell of every line of a registry that starts with a FINESS number, replaced. */
function withCell(csv: string, finessEt: string, column: string, value: string): string {
  const [header = '', ...lines] = csv.split('\n');
  const place = header.split(';').indexOf(column);
  return [
    header,
    ...lines.map((line) =>
      line.startsWith(`${finessEt};`)
        ? line
            .split(';')
            .map((cell, index) => (index === place ? value : cell))
            .join(';')
        : line,
    ),
  ].join('\n');
}

describe('importing the 60 sites of the demonstration', () => {
  it('creates them with their legal entities, groups and ties; a second import changes nothing', async () => {
    const first = await importFile(coordinator, 'auditedServicesImport', demo);
    expect(first).toEqual({
      state: 'DONE',
      createdCount: 60,
      changedCount: 0,
      refusedCount: 0,
      doneCount: 60,
      totalCount: 60,
      problems: [],
    });
    expect(await count('audited_service')).toBe(60);
    expect(await count('service_organisation', `from_date = '2000-01-01' and to_date is null`)).toBe(60);
    expect(await count('organisation', `kind = 'GROUPING' and code = 'BRE-01' and name = 'GHT BRE-01'`)).toBe(
      1,
    );
    const [tie] = await api.sql(
      `select l.kind, l.source, l.from_date, l.to_date, o.finess_ej from organisation_link l
       join organisation g on g.id = l.linked_organisation_id and g.code = 'BRE-01'
       join organisation o on o.id = l.organisation_id order by o.finess_ej limit 1`,
    );
    expect(tie).toMatchObject({ kind: 'GHT', source: 'REGISTRY', from_date: '2016-07-01', to_date: null });

    const before = await contents();
    const second = await importFile(coordinator, 'auditedServicesImport', demo);
    expect(second).toMatchObject({ state: 'DONE', createdCount: 0, changedCount: 0 });
    expect(await contents()).toBe(before);
  });

  it('writes nothing in a dry run, and counts all the same', async () => {
    const before = await contents();
    const dry = await importFile(coordinator, 'auditedServicesImport', demo, true);
    expect(dry).toMatchObject({ state: 'DONE', createdCount: 60, changedCount: 0, refusedCount: 0 });
    expect(await contents()).toBe(before);
  });

  it('changes what a later file changes, with a new version', async () => {
    await importFile(coordinator, 'auditedServicesImport', demo);
    const later = withCell(demo, '010000024', 'name', 'HOPITAL DE FLEYRIAT');
    expect(await importFile(coordinator, 'auditedServicesImport', later)).toMatchObject({
      createdCount: 0,
      changedCount: 1,
    });
    const services = await api.sql(
      `select name, version from audited_service where version > 1 or finess_et = '010000024'`,
    );
    expect(services).toEqual([{ name: 'HOPITAL DE FLEYRIAT', version: 2 }]);
  });

  it('ends the tie to a former legal entity and begins one to the new', async () => {
    await importFile(coordinator, 'auditedServicesImport', demo);
    const later = withCell(demo, '010000024', 'finess_ej', '020000063');
    expect(await importFile(coordinator, 'auditedServicesImport', later)).toMatchObject({ changedCount: 1 });
    const ties = await api.sql(
      `select o.finess_ej, m.from_date, m.to_date from service_organisation m
       join audited_service s on s.id = m.audited_service_id and s.finess_et = '010000024'
       join organisation o on o.id = m.organisation_id order by m.from_date`,
    );
    expect(ties).toEqual([
      { finess_ej: '010780054', from_date: '2000-01-01', to_date: '2027-01-10' },
      { finess_ej: '020000063', from_date: '2027-01-11', to_date: null },
    ]);
  });

  it('moves a legal entity to another group, and keeps the group of one that no longer tells', async () => {
    const joined = withCell(demo, '010000024', 'ght_declared_codes', 'ARA-01');
    await importFile(coordinator, 'auditedServicesImport', joined);
    await importFile(coordinator, 'auditedServicesImport', demo);
    await importFile(
      coordinator,
      'auditedServicesImport',
      withCell(demo, '010000024', 'ght_declared_codes', 'ARA-02'),
    );
    const ties = await api.sql(
      `select g.code, l.from_date, l.to_date from organisation_link l
       join organisation g on g.id = l.linked_organisation_id
       join organisation o on o.id = l.organisation_id and o.finess_ej = '010780054' order by g.code`,
    );
    expect(ties).toEqual([
      { code: 'ARA-01', from_date: '2016-07-01', to_date: '2027-01-10' },
      { code: 'ARA-02', from_date: '2027-01-11', to_date: null },
    ]);
  });

  it('gives one result when two run at once', async () => {
    const both = await Promise.all([
      importFile(coordinator, 'auditedServicesImport', demo),
      importFile(coordinator, 'auditedServicesImport', demo),
    ]);
    expect(both.map(({ state }) => state)).toEqual(['DONE', 'DONE']);
    expect(both.map(({ createdCount }) => createdCount).sort((a, b) => a - b)).toEqual([0, 60]);
    expect(await count('audited_service')).toBe(60);
  });
});

describe('importing a dirty registry', () => {
  const PROBLEMS = [
    '3 ERROR MALFORMED_FINESS_ET',
    '4 ERROR MALFORMED_FINESS_ET',
    '5 WARNING BAD_KEY_FINESS_ET',
    '6 ERROR DUPLICATE_FINESS_ET',
    '7 ERROR MALFORMED_FINESS_EJ',
    '8 WARNING BAD_KEY_FINESS_EJ',
    '9 ERROR MISSING_NAME',
    '10 ERROR BAD_CHARACTERS',
    '11 ERROR VALUE_TOO_LONG',
    '12 ERROR UNKNOWN_DEPARTMENT',
    '13 ERROR UNKNOWN_REGION',
    '14 WARNING REGION_MISMATCH',
    '15 ERROR UNKNOWN_SECTOR',
    '16 WARNING BAD_POSTCODE',
    '17 WARNING BAD_COMMUNE_CODE',
    '18 WARNING MISSING_COORDINATES',
    '19 WARNING BAD_COORDINATES',
    '21 WARNING BAD_COORDINATES',
    '22 ERROR BAD_NUMBER',
    '23 ERROR BAD_NUMBER',
    '24 ERROR BAD_FLAG',
    '25 WARNING UNKNOWN_GHT',
    '26 WARNING NO_MODALITY',
    '27 ERROR WRONG_COLUMN_COUNT',
    '28 ERROR MALFORMED_LINE',
    '32 ERROR BAD_NUMBER',
    '32 ERROR MALFORMED_FINESS_ET',
    '32 ERROR MISSING_NAME',
    '32 ERROR UNKNOWN_SECTOR',
    '33 WARNING BAD_COORDINATES',
    '34 WARNING BAD_COORDINATES',
  ];
  const inOrder = (problems: string[]): string[] =>
    [...problems].sort((a, b) => parseInt(a, 10) - parseInt(b, 10) || a.localeCompare(b));

  it('takes the sound rows with their warnings and tells what is wrong with the others', async () => {
    const imported = await importFile(coordinator, 'auditedServicesImport', dirty);
    expect(inOrder(imported.problems)).toEqual(PROBLEMS);
    expect(imported).toMatchObject({
      state: 'DONE',
      createdCount: 16,
      changedCount: 0,
      refusedCount: 16,
      doneCount: 16,
      totalCount: 16,
    });
    expect(await count('audited_service')).toBe(16);
    const [warned] = await api.sql(
      `select registry_warnings from audited_service where finess_et = '010780197'`,
    );
    expect(warned).toEqual({ registry_warnings: ['BAD_KEY_FINESS_ET'] });
  });

  it('tells the same in a dry run, and writes nothing', async () => {
    const before = await contents();
    const dry = await importFile(coordinator, 'auditedServicesImport', dirty, true);
    expect(inOrder(dry.problems)).toEqual(PROBLEMS);
    expect(dry).toMatchObject({ createdCount: 16, refusedCount: 16 });
    expect(await contents()).toBe(before);
  });
});

describe('a registry that cannot be imported', () => {
  it.each([
    ['an empty file', '', 'File refused: EMPTY_FILE.'],
    [
      'another file',
      'a;b\n1;2',
      /^File refused: MISSING_COLUMNS: finess_et, finess_ej, .*ght_declared_codes\.$/,
    ],
  ])('is refused as a whole: %s', async (_case, csv, message) => {
    const payload = await coordinator.act(
      'auditedServicesImport',
      { csv, isDryRun: false },
      'operation { id }',
    );
    expect(payload['operation']).toBeNull();
    expect(errorsOf(payload)).toEqual(['FILE_REFUSED input.csv']);
    expect(payload['userErrors'][0]?.['message']).toEqual(
      typeof message === 'string' ? message : expect.stringMatching(message),
    );
    expect(await count('operation')).toBe(0);
  });

  it('is too long', async () => {
    const payload = await coordinator.act('auditedServicesImport', {
      csv: 'x'.repeat(2_000_001),
      isDryRun: true,
    });
    expect(errorsOf(payload)).toEqual(['VALIDATION input.csv']);
  });

  it.each(['STEERING_MEMBER', 'ADMIN', 'AUDITOR'])('is not for %s', async (role) => {
    const client = api.as((await makeAccount(api, { roles: [role] })).accountId);
    const payload = await client.act('auditedServicesImport', { csv: demo, isDryRun: false });
    expect(errorsOf(payload)).toEqual(['FORBIDDEN —']);
    expect(await count('operation')).toBe(0);
    expect(await count('audited_service')).toBe(0);
  });
});
