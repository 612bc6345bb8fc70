import { openApi, type ApiClient, type TestApi } from '../support/api';
import { makeAccount, makeCoordinator } from '../support/factories';
import { errorsOf, fileText, importFile } from '../support/import-factories';

const sites = fileText('scripts/demo/data/imaging-sites.csv');
const demo = fileText('scripts/demo/data/rpps.txt');
const dirty = fileText('test/data/dirty-rpps.txt');

const TABLES = ['person', 'auditor', 'affiliation', 'organisation'];
const [header = '', ...demoLines] = demo.trimEnd().split('\n');

let api: TestApi;
let coordinator: ApiClient;

beforeEach(async () => {
  api = await openApi();
  coordinator = api.as(await makeCoordinator(api));
});

afterEach(() => api.close());

async function contents(): Promise<string> {
  return JSON.stringify(
    await Promise.all(TABLES.map((table) => api.sql(`select * from ${table} order by id`))),
  );
}

async function count(table: string, condition = 'true'): Promise<number> {
  const [row] = await api.sql<{ n: number }>(`select count(*)::int as n from ${table} where ${condition}`);
  return row?.n ?? -1;
}

/** Lines of one person of the demonstration file, with its header. */
function linesOf(rpps: string, change: (line: string) => string | null = (line) => line): string {
  const lines = demoLines.filter((line) => line.startsWith(`8|${rpps}|`)).map(change);
  return [header, ...lines.filter((line) => line !== null)].join('\n');
}

/** The ties of a person, in order. */
function tiesOf(rpps: string) {
  return api.sql(
    `select o.finess_ej, s.finess_et, f.kind, f.source, f.from_date, f.to_date
     from affiliation f join auditor a on a.person_id = f.person_id join organisation o on o.id = f.organisation_id
     left join audited_service s on s.id = f.audited_service_id
     where a.rpps = $1 order by f.from_date, o.finess_ej, s.finess_et`,
    [rpps],
  );
}

/** A person of the file with at least two workplaces. */
function personWithTwoWorkplaces(): string {
  const counted = new Map<string, number>();
  for (const line of demoLines) {
    const rpps = line.split('|')[1] ?? '';
    counted.set(rpps, (counted.get(rpps) ?? 0) + 1);
  }
  const found = [...counted].find(([rpps, lines]) => lines === 2 && linesOf(rpps).includes('|SM44|'));
  if (!found) throw new Error('nobody works at two places');
  return found[0];
}

describe('importing the people of the demonstration', () => {
  it('makes candidates of 377 with their employers; a second import changes nothing', async () => {
    await importFile(coordinator, 'auditedServicesImport', sites);
    const first = await importFile(coordinator, 'auditorsImport', demo);
    expect(first).toMatchObject({
      state: 'DONE',
      createdCount: 377,
      changedCount: 0,
      refusedCount: 0,
      doneCount: 377,
      totalCount: 377,
    });
    expect(first.problems).toHaveLength(23);
    expect(first.problems.every((problem) => problem.endsWith(' WARNING NOT_AN_AUDITOR_PROFESSION'))).toBe(
      true,
    );
    expect(await count('auditor', `qualification = 'CANDIDATE'`)).toBe(377);
    expect(
      await count('affiliation', `kind = 'EMPLOYMENT' and source = 'REGISTRY' and to_date is null`),
    ).toBe(await count('affiliation'));
    expect(await count('affiliation', 'audited_service_id is not null')).toBeGreaterThan(0);
    expect(await tiesOf('99000000010')).toEqual([
      {
        finess_ej: '170000285',
        finess_et: null,
        kind: 'EMPLOYMENT',
        source: 'REGISTRY',
        from_date: '2027-01-11',
        to_date: null,
      },
    ]);

    const before = await contents();
    expect(await importFile(coordinator, 'auditorsImport', demo)).toMatchObject({
      state: 'DONE',
      createdCount: 0,
      changedCount: 0,
    });
    expect(await contents()).toBe(before);
  });

  it('writes nothing in a dry run, and counts all the same', async () => {
    const before = await contents();
    expect(await importFile(coordinator, 'auditorsImport', demo, true)).toMatchObject({
      state: 'DONE',
      createdCount: 377,
      changedCount: 0,
    });
    expect(await contents()).toBe(before);
  });

  it('gives one result when two run at once', async () => {
    const both = await Promise.all([
      importFile(coordinator, 'auditorsImport', demo),
      importFile(coordinator, 'auditorsImport', demo),
    ]);
    expect(both.map(({ createdCount }) => createdCount).sort((a, b) => a - b)).toEqual([0, 377]);
    expect(await count('auditor')).toBe(377);
  });
});

describe('importing a person again', () => {
  it('renames the person and keeps the account of what changed', async () => {
    await importFile(coordinator, 'auditorsImport', linesOf('99000000010'));
    const renamed = linesOf('99000000010', (line) => line.replace('FICTIF001', 'MARIE001'));
    expect(await importFile(coordinator, 'auditorsImport', renamed)).toMatchObject({
      createdCount: 0,
      changedCount: 1,
    });
    expect(await api.sql(`select family_name, version from person where family_name like '%001'`)).toEqual([
      { family_name: 'MARIE001', version: 2 },
    ]);
  });

  it('ends a tie that the directory no longer shows, and begins it anew when it is back', async () => {
    const rpps = personWithTwoWorkplaces();
    await importFile(coordinator, 'auditorsImport', linesOf(rpps));
    expect(await tiesOf(rpps)).toHaveLength(2);

    api.clock.set('2027-03-01T08:00:00Z');
    let seen = 0;
    const onlyFirst = linesOf(rpps, (line) => ((seen += 1) === 1 ? line : null));
    expect(await importFile(coordinator, 'auditorsImport', onlyFirst)).toMatchObject({ changedCount: 1 });
    expect((await tiesOf(rpps)).map((tie) => tie['to_date']).sort()).toEqual(['2027-02-28', null]);

    api.clock.set('2027-04-01T08:00:00Z');
    expect(await importFile(coordinator, 'auditorsImport', linesOf(rpps))).toMatchObject({ changedCount: 1 });
    expect((await tiesOf(rpps)).map((tie) => [tie['from_date'], tie['to_date']])).toEqual(
      expect.arrayContaining([
        ['2027-01-11', '2027-02-28'],
        ['2027-01-11', null],
        ['2027-04-01', null],
      ]),
    );
  });

  it('ends no tie of whoever sent the file: a tie walls him off, and he cannot lift that', async () => {
    const rpps = personWithTwoWorkplaces();
    await importFile(coordinator, 'auditorsImport', linesOf(rpps));
    const [person] = await api.sql<{ id: string }>('select person_id as id from auditor where rpps = $1', [
      rpps,
    ]);
    const { accountId } = await makeAccount(api, { roles: ['COORDINATOR'], personId: person?.id ?? '' });
    let seen = 0;
    const onlyFirst = linesOf(rpps, (line) => ((seen += 1) === 1 ? line : null));
    await importFile(api.as(accountId), 'auditorsImport', onlyFirst);
    expect((await tiesOf(rpps)).map((tie) => tie['to_date'])).toEqual([null, null]);
    await importFile(coordinator, 'auditorsImport', onlyFirst);
    expect((await tiesOf(rpps)).filter((tie) => tie['to_date'] === null)).toHaveLength(1);
  });

  it('ends no tie when a line of the person was refused', async () => {
    const rpps = personWithTwoWorkplaces();
    await importFile(coordinator, 'auditorsImport', linesOf(rpps));
    let seen = 0;
    const secondBroken = linesOf(rpps, (line) => {
      seen += 1;
      const cells = line.split('|');
      return seen === 1 ? line : cells.map((cell, index) => (index === 21 ? '12' : cell)).join('|');
    });
    const imported = await importFile(coordinator, 'auditorsImport', secondBroken);
    expect(imported.problems).toEqual(['3 ERROR MALFORMED_FINESS_ET']);
    expect((await tiesOf(rpps)).map((tie) => tie['to_date'])).toEqual([null, null]);
  });

  it('ties the person to the service once the service is known', async () => {
    const finessEj = demoLines[0]?.split('|')[22] ?? '';
    const finessEt = demoLines[0]?.split('|')[21] ?? '';
    await importFile(coordinator, 'auditorsImport', linesOf('99000000010'));
    const [organisation] = await api.sql<{ id: string }>('select id from organisation where finess_ej = $1', [
      finessEj,
    ]);
    await api.sql(
      `insert into audited_service (id, organisation_id, finess_et, name, department_code, department_name, region_code, region_name)
       values (gen_random_uuid(), $1, $2, 'Site', '17', 'Charente-Maritime', '75', 'Nouvelle-Aquitaine')`,
      [organisation?.id, finessEt],
    );
    api.clock.set('2027-02-01T08:00:00Z');
    await importFile(coordinator, 'auditorsImport', linesOf('99000000010'));
    expect(
      (await tiesOf('99000000010')).map((tie) => [tie['finess_et'], tie['from_date'], tie['to_date']]),
    ).toEqual([
      [null, '2027-01-11', '2027-01-31'],
      [finessEt, '2027-02-01', null],
    ]);
  });
});

describe('importing a dirty extract', () => {
  const PROBLEMS = [
    '3 ERROR MALFORMED_RPPS',
    '4 WARNING BAD_KEY_RPPS',
    '5 ERROR UNSUPPORTED_IDENTIFIER_TYPE',
    '6 ERROR MISSING_NAME',
    '7 ERROR MISSING_NAME',
    '8 ERROR BAD_CHARACTERS',
    '9 ERROR VALUE_TOO_LONG',
    '10 WARNING NOT_AN_AUDITOR_PROFESSION',
    '11 WARNING NOT_AN_AUDITOR_PROFESSION',
    '13 WARNING CONFLICTING_NAME',
    '15 WARNING CONFLICTING_PROFESSION',
    '16 ERROR MALFORMED_FINESS_ET',
    '17 WARNING BAD_KEY_FINESS_ET',
    '18 ERROR MALFORMED_FINESS_EJ',
    '19 WARNING BAD_KEY_FINESS_EJ',
    '20 ERROR MALFORMED_SIRET',
    '21 WARNING BAD_KEY_SIRET',
    '22 WARNING UNKNOWN_PRACTICE_MODE',
    '23 WARNING NO_WORKPLACE',
    '24 WARNING BAD_DEPARTMENT_CODE',
    '27 ERROR MALFORMED_FINESS_ET',
    '28 ERROR WRONG_COLUMN_COUNT',
  ];

  it('takes the people whose lines allow it, and tells what is wrong with the others', async () => {
    const imported = await importFile(coordinator, 'auditorsImport', dirty);
    expect(imported).toEqual({
      state: 'DONE',
      createdCount: 12,
      changedCount: 0,
      refusedCount: 11,
      doneCount: 12,
      totalCount: 12,
      problems: PROBLEMS,
    });
    expect(await count('auditor')).toBe(12);
    expect(await api.sql(`select registry_warnings from auditor where rpps = '99010000993'`)).toEqual([
      { registry_warnings: ['BAD_KEY_RPPS'] },
    ]);
    // Known by SIRET alone: tied to the legal entity of that SIREN.
    expect(
      await api.sql(
        `select o.siren from affiliation f join auditor a on a.person_id = f.person_id
         join organisation o on o.id = f.organisation_id where a.rpps = '99010005009'`,
      ),
    ).toEqual([{ siren: '356000000' }]);
    // Without workplace: no tie.
    expect(
      await count('affiliation f join auditor a on a.person_id = f.person_id', `a.rpps = '99010000224'`),
    ).toBe(0);

    const before = await contents();
    expect(await importFile(coordinator, 'auditorsImport', dirty)).toMatchObject({
      createdCount: 0,
      changedCount: 0,
      refusedCount: 11,
      problems: PROBLEMS,
    });
    expect(await contents()).toBe(before);
  });

  it('is refused as a whole without its columns, and for others than coordinators', async () => {
    const other = await coordinator.act('auditorsImport', { text: 'a|b\n1|2', isDryRun: false });
    expect(errorsOf(other)).toEqual(['FILE_REFUSED input.text']);
    const steering = api.as((await makeAccount(api, { roles: ['STEERING_MEMBER'] })).accountId);
    const forbidden = await steering.act('auditorsImport', { text: demo, isDryRun: false });
    expect(errorsOf(forbidden)).toEqual(['FORBIDDEN —']);
    expect(await count('operation')).toBe(0);
  });
});
