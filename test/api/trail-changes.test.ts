import { createHash, randomUUID } from 'node:crypto';
import type { DataSource } from 'typeorm';
import { globalId } from '../../server/kernel/ids';
import { openApi, type Json, type TestApi } from '../support/api';
import { makeAccount, makeCoordinator, makeTeamedAudit } from '../support/factories';
import { fileText, importFile } from '../support/import-factories';
import { PASSWORD } from '../support/sign-in';
import { entriesOf } from '../support/trail-entries';
import { connectAsReader, problemsOf, verifyDatabase } from '../support/trail-factories';

/**
 * Tables whose changes the trail does not keep row by row. A table that is neither watched nor here fails the test below:
 * whoever makes one decides.
 */
const NOT_WATCHED: Readonly<Record<string, string>> = {
  idempotency_key: 'says that an act was done, which the trail says itself',
  upload_part: 'pieces of a file on its way; what became of it, its entry says',
  file_blob: 'what is stored, once for all; whose it is, nobody may read off it',
  download_ticket: 'secrets of a minute; that one was asked for, its entry says',
  operation_problem: 'written by imports alone, whose entries count them',
  matching_snapshot: 'written once by the platform; the entry of the run’s end has its hash',
  matching_result: 'written once by the platform; the entry of the run’s end has its hash',
  proposed_team: 'what the plan says, whose hash the entry of the run’s end has',
  case_list_record: 'the list of a service, gone with the draw; its row of case_sample has its hash',
  case_draw_secret: 'secret until the draw, which publishes it; its row of case_sample has its hash',
  dose_record: 'by the hundred thousand; the entry of their import has the hash of the file and the counts',
  dose_refusal: 'written by imports alone, whose entries count them',
  disclosed_group: 'names services; the entry of what they were told for has its hash or its traits',
  dose_key: 'a secret',
  job: 'work that waits; what it comes to is written elsewhere',
  migration: 'the list of migrations',
  account_session: 'sessions come and go with every sign-in; that one was ended by an act, its entry says',
  client_secret: 'a secret; that another was made, the entry and the version of the program say',
  second_factor: 'a secret; enrolling, confirming and removing it have their entries',
  own_password: 'that a password was changed, its entry says',
  recovery_code: 'secrets',
  refresh_token: 'secrets',
  oidc_flow: 'a way through a provider, forgotten within days',
  sign_in_attempt: 'counts of a quarter of an hour',
  trail_entry: 'the trail',
  trail_chain: 'the trail',
  trail_leaf: 'the trail',
  trail_payload: 'the trail',
  checkpoint: 'the trail',
  trail_key: 'the trail',
  // Loaded from files that are under version control, each version with its hash.
  scale: 'template',
  evidence_kind: 'template',
  verification_level: 'template',
  reference_text: 'template',
  reference_family: 'template',
  audit_template: 'template',
  template_version: 'template',
  section: 'template',
  criterion: 'template',
  criterion_lineage: 'template',
  crosswalk: 'template',
  conflict_rule: 'template',
  deadline_rule: 'template',
  rule_setting: 'template',
  exam_type: 'template',
  dose_population: 'template',
};

let api: TestApi;
let reader: DataSource;

beforeAll(async () => {
  api = await openApi();
  reader = await connectAsReader(api);
});
afterAll(async () => {
  await reader.destroy();
  await api.close();
});

/** The changed rows that the entries on an object commit to. */
const changesOf = (objectId: string): Promise<Json[]> =>
  api.sql(
    `select p.table_name, p.row_id, p.operation, p.before::jsonb as before, p.after::jsonb as after
     from trail_entry e join trail_payload p on p.entry_id = e.id
     where e.object_id = $1 and p.position > 0 order by e.created_at, p.position`,
    [objectId],
  );

describe('what an act changed', () => {
  it('is kept as it was and as it is, row by row', async () => {
    const coordinator = await makeCoordinator(api);
    const audit = await makeTeamedAudit(api, { state: 'ON_SITE' });
    const input = { auditId: globalId('Audit', audit.auditId), expectedVersion: 1, reason: 'Panne.' };
    expect((await api.as(coordinator).act('auditSuspend', input)).userErrors).toEqual([]);
    expect(await changesOf(audit.auditId)).toMatchObject([
      {
        table_name: 'audit',
        row_id: audit.auditId,
        operation: 'UPDATE',
        before: { state: 'ON_SITE', state_reason: null, version: 1 },
        after: { state: 'SUSPENDED', state_reason: 'Panne.', version: 2 },
      },
    ]);
  });

  it('leaves out what is secret', async () => {
    const { accountId: admin } = await makeAccount(api, { roles: ['ADMIN'] });
    const email = `${randomUUID()}@example.org`;
    const payload = await api
      .as(admin)
      .act(
        'accountCreate',
        { familyName: 'Durand', givenName: 'A', email, password: PASSWORD },
        'account { id }',
      );
    const uuid = Buffer.from(String(payload.account.id), 'base64url').toString().split(':')[1] ?? '';
    const [person, account, ...more] = await changesOf(uuid);
    expect([person.table_name, account.table_name, more]).toEqual(['person', 'account', []]);
    expect(account.after).toMatchObject({ email });
    expect(Object.keys(account.after)).not.toContain('password_hash');
    const [kept] = await api.sql(
      `select count(*)::int as count from trail_payload t where t::text like '%argon2%'`,
    );
    expect(kept).toEqual({ count: 0 });
  });

  it('does not hold what a batch gave up on the way', async () => {
    const audit = await makeTeamedAudit(api, { state: 'ON_SITE' });
    const criteria = await api.sql<{ id: string }>(
      `select c.id from criterion c join audit a on a.template_version_id = c.template_version_id
       where a.id = $1 order by c.position, c.id limit 2`,
      [audit.auditId],
    );
    const [first, second] = criteria.map(({ id }) => ({
      criterionId: globalId('Criterion', id),
      value: 'CONFORM',
    }));
    const taken = randomUUID();
    const grades = [
      { ...first, id: taken },
      { ...second, id: taken },
      { ...first, value: 'PARTIAL', comment: 'Revu' },
    ];
    const input = { auditId: globalId('Audit', audit.auditId), grades, errorPolicy: 'SKIP_FAILED' };
    const { rows } = await api
      .as(audit.lead.accountId)
      .act('gradesRecord', input, 'rows { gradeId userErrors { code } }');
    expect(rows.map(({ userErrors }: Json) => userErrors.map(({ code }: Json) => code))).toEqual([
      [],
      ['ID_TAKEN'],
      expect.any(Array),
    ]);
    const changes = await changesOf(audit.auditId);
    expect(new Set(changes.map(({ row_id }) => row_id))).toEqual(new Set([taken]));
    expect(changes.at(-1)?.after).toMatchObject(
      (await api.sql('select value, version from grade where id = $1', [taken]))[0] as object,
    );
  });

  it('is summed up for an import: the file’s hash, then the counts, and none of its rows', async () => {
    const coordinator = await makeCoordinator(api);
    const file = fileText('scripts/demo/data/imaging-sites.csv');
    const imported = await importFile(api.as(coordinator), 'auditedServicesImport', file);
    expect(imported).toMatchObject({ state: 'DONE', createdCount: 60 });
    const [started] = await api.sql<{ object_id: string }>(
      `select object_id from trail_entry where act = 'auditedServicesImport'`,
    );
    const operation = started?.object_id ?? '';
    expect(await entriesOf(api, operation)).toMatchObject([
      {
        act: 'auditedServicesImport',
        account_id: coordinator,
        detail: { sha256: createHash('sha256').update(file).digest('hex'), rows: 60, isDryRun: false },
      },
      { act: 'operationFinish', account_id: null, detail: { created: 60, changed: 0, refused: 0 } },
    ]);
    expect((await changesOf(operation)).map(({ table_name }) => table_name)).toEqual(['operation']);
  });

  it('stands under one entry for each act, and all of it verifies', async () => {
    expect(problemsOf(await verifyDatabase(reader))).toEqual([]);
    const { personId } = await makeAccount(api);
    expect(await entriesOf(api, personId)).toEqual([]);
  });
});

describe('every table', () => {
  it('is watched by the trail, or has a reason not to be', async () => {
    const tables = await api.sql<{ name: string; isWatched: boolean }>(
      `select c.relname as name, exists (
         select 1 from pg_trigger t where t.tgrelid = c.oid and t.tgname = 'trail_capture' and t.tgenabled = 'O') as "isWatched"
       from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' order by 1`,
    );
    const undecided = tables
      .filter(({ name, isWatched }) => isWatched === name in NOT_WATCHED)
      .map(({ name }) => name);
    expect(undecided).toEqual([]);
  });
});
