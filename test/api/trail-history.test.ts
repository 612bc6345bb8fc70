import { BLIND_ACTS } from '../../server/identity/policy/history-acts';
import { globalId } from '../../server/kernel/ids';
import { openApi, type Json, type TestApi } from '../support/api';
import { insertRow, makeAccount, makeCoordinator, makeService, makeTeamedAudit } from '../support/factories';

let api: TestApi;
let coordinator: string;
let audit: Awaited<ReturnType<typeof makeTeamedAudit>>;

const HISTORY = `query ($id: ID!) { audit(id: $id) { history(first: 50) { totalCount nodes {
  act actingAs actor { familyName } } } } }`;

const versionOf = async (table: string, id: string): Promise<number> =>
  (await api.sql<{ version: number }>(`select version from ${table} where id = $1`, [id]))[0]?.version ?? 0;

async function acts(account: string, id = audit.auditId): Promise<Json[] | null> {
  const { data, errors } = await api.as(account).run(HISTORY, { id: globalId('Audit', id) });
  expect(errors).toBeUndefined();
  return data.audit?.history.nodes ?? null;
}

const names = async (account: string): Promise<string[]> =>
  ((await acts(account)) ?? []).map(({ act }: Json) => act);

async function succeed(account: string, act: string, input: Record<string, unknown>): Promise<void> {
  expect((await api.as(account).act(act, input)).userErrors).toEqual([]);
}

beforeAll(async () => {
  api = await openApi();
  coordinator = await makeCoordinator(api);
  audit = await makeTeamedAudit(api, { state: 'ON_SITE' });
  const auditId = globalId('Audit', audit.auditId);
  const [criterion] = await api.sql<{ id: string }>(
    'select c.id from criterion c join audit a on a.template_version_id = c.template_version_id where a.id = $1 order by c.position limit 1',
    [audit.auditId],
  );
  const grade = { criterionId: globalId('Criterion', criterion?.id ?? ''), value: 'CONFORM' };
  await succeed(audit.lead.accountId, 'gradesRecord', {
    auditId,
    grades: [grade],
    errorPolicy: 'ALL_OR_NOTHING',
  });
  await succeed(audit.mate.accountId, 'gradesRecord', {
    auditId,
    grades: [grade],
    errorPolicy: 'ALL_OR_NOTHING',
  });
  await succeed(coordinator, 'auditSuspend', {
    auditId,
    expectedVersion: await versionOf('audit', audit.auditId),
    reason: 'Panne du scanner.',
  });
  await succeed(coordinator, 'auditResume', {
    auditId,
    expectedVersion: await versionOf('audit', audit.auditId),
  });
});
afterAll(() => api.close());

describe('the history of an audit', () => {
  it('tells the coordination who did what as what, and nothing of blind grades before the report', async () => {
    expect(await acts(coordinator)).toEqual([
      {
        act: 'auditSuspend',
        actingAs: ['COORDINATOR'],
        actor: { familyName: expect.stringMatching(/^Person/) },
      },
      {
        act: 'auditResume',
        actingAs: ['COORDINATOR'],
        actor: { familyName: expect.stringMatching(/^Person/) },
      },
    ]);
  });

  it('tells an auditor his own grading, and not that his peer has graded', async () => {
    const [own, ...others] = (await acts(audit.lead.accountId)) ?? [];
    expect(own).toMatchObject({ act: 'gradesRecord', actor: { familyName: expect.any(String) } });
    expect(own.actingAs).toContain('TEAM');
    expect(others).toEqual([
      { act: 'auditSuspend', actingAs: ['COORDINATOR'], actor: null },
      { act: 'auditResume', actingAs: ['COORDINATOR'], actor: null },
    ]);
  });

  it('tells the service what concerns it, and never who', async () => {
    expect(await acts(audit.managerId)).toEqual([
      { act: 'auditSuspend', actingAs: ['COORDINATOR'], actor: null },
      { act: 'auditResume', actingAs: ['COORDINATOR'], actor: null },
    ]);
  });

  it('is not there for whom the audit is not there', async () => {
    const stranger = (await makeService(api)).managerId;
    const { accountId: auditor } = await makeAccount(api, { roles: ['AUDITOR'] });
    const { accountId: admin } = await makeAccount(api, { roles: ['ADMIN'] });
    for (const account of [stranger, auditor, admin]) expect(await acts(account)).toBeNull();
  });

  it('is not told to a coordinator with a tie, nor who acted if he sees the audit as its service', async () => {
    const { accountId, personId } = await makeAccount(api, { roles: ['COORDINATOR'] });
    expect((await acts(accountId))?.[0]).toMatchObject({
      act: 'auditSuspend',
      actor: { familyName: expect.any(String) },
    });
    await insertRow(api, 'affiliation', {
      person_id: personId,
      organisation_id: audit.organisationId,
      kind: 'EMPLOYMENT',
      from_date: '2020-01-01',
      source: 'DECLARED',
    });
    expect(await acts(accountId)).toBeNull();
    const both = await makeAccount(api, {
      roles: ['COORDINATOR'],
      services: { [audit.serviceId]: 'SERVICE_READER' },
    });
    expect((await acts(both.accountId))?.map(({ actor }: Json) => actor)).toEqual([null, null]);
  });

  it('holds the same acts for blind by both walls', async () => {
    const [reading] = await api.sql<{ source: string }>(
      `select prosrc as source from pg_proc where proname = 'trail_act_is_visible'`,
    );
    const lists = [...reading!.source.matchAll(/'\{([^}]*)\}'/g)].map(([, list]) => list!.split(/,\s*/));
    const blind = lists.find((list) => list.includes('gradeRecord')) ?? [];
    expect(blind.length).toBeGreaterThan(1);
    expect(BLIND_ACTS).toEqual(expect.arrayContaining(blind));
  });

  it('opens the grading to the programme once the report is out', async () => {
    await api.sql(`update audit set report_issued_at = now() where id = $1`, [audit.auditId]);
    expect(await names(coordinator)).toEqual(['gradesRecord', 'gradesRecord', 'auditSuspend', 'auditResume']);
    expect(await names(audit.lead.accountId)).toEqual(['gradesRecord', 'auditSuspend', 'auditResume']);
    expect(await names(audit.managerId)).toEqual(['auditSuspend', 'auditResume']);
  });
});

describe('an entry by its id', () => {
  it('is read by whom its history shows it to, and by nobody else', async () => {
    const entries = await api.sql<{ id: string; act: string; account_id: string }>(
      'select id, act, account_id from trail_entry where object_id = $1',
      [audit.auditId],
    );
    const stranger = (await makeService(api)).managerId;
    for (const account of [
      coordinator,
      audit.lead.accountId,
      audit.mate.accountId,
      audit.managerId,
      stranger,
    ]) {
      const { data } = await api
        .as(account)
        .run('query ($ids: [ID!]!) { nodes(ids: $ids) { ... on TrailEntry { act } } }', {
          ids: entries.map(({ id }) => globalId('TrailEntry', id)),
        });
      const read = data.nodes.filter((node: Json) => node !== null).map(({ act }: Json) => act);
      expect(read.sort()).toEqual(account === stranger ? [] : (await names(account)).sort());
    }
  });
});

describe('the history of a seat', () => {
  it('is told to the coordination and to its auditor, not to the service nor to the team', async () => {
    const other = await makeTeamedAudit(api, { state: 'TEAM_CONFIRMED' });
    const id = globalId('Assignment', other.mateAssignmentId);
    await succeed(other.mate.accountId, 'assignmentDeclareConflict', {
      assignmentId: id,
      expectedVersion: 1,
      reason: 'Mon frère y travaille.',
    });
    const read = async (account: string) =>
      (
        await api
          .as(account)
          .run('query ($id: ID!) { assignment(id: $id) { history(first: 5) { nodes { act } } } }', { id })
      ).data.assignment?.history.nodes ?? null;
    expect(await read(coordinator)).toEqual([{ act: 'assignmentDeclareConflict' }]);
    expect(await read(other.mate.accountId)).toEqual([{ act: 'assignmentDeclareConflict' }]);
    expect(await read(other.managerId)).toBeNull();
    expect(await read(other.lead.accountId)).toBeNull();
    const text = JSON.stringify([
      await acts(other.managerId, other.auditId),
      await acts(other.lead.accountId, other.auditId),
    ]);
    expect(text).not.toMatch(/assignment|conflict|frère/i);
  });
});

describe('one’s own account', () => {
  it('tells its owner what was done to it, and not by whom', async () => {
    const { accountId: admin } = await makeAccount(api, { roles: ['ADMIN'] });
    const { accountId } = await makeAccount(api);
    await succeed(admin, 'accountDisable', { accountId: globalId('Account', accountId), expectedVersion: 1 });
    await succeed(admin, 'accountEnable', { accountId: globalId('Account', accountId), expectedVersion: 2 });
    await api.sql('update account set session_version = 1 where id = $1', [accountId]);
    const query = '{ viewer { account { history(first: 5) { nodes { act actor { familyName } } } } } }';
    expect((await api.as(accountId).run(query)).data.viewer.account.history.nodes).toEqual([
      { act: 'accountDisable', actor: null },
      { act: 'accountEnable', actor: null },
    ]);
  });
});
