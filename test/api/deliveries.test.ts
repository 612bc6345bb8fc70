import { globalId } from '../../server/kernel/ids';
import { openApi, type Json, type TestApi } from '../support/api';
import {
  insertRow,
  makeAccount,
  makeAuditor,
  makeAssignment,
  makeCoordinator,
  makeTeamedAudit,
} from '../support/factories';
import { openMessageWorkers, type MessageWorkers } from '../support/message-workers';

let api: TestApi;
let workers: MessageWorkers;
let coordinator: string;
let tied: { accountId: string; personId: string };
let audit: Awaited<ReturnType<typeof makeTeamedAudit>>;

beforeAll(async () => {
  api = await openApi();
  workers = await openMessageWorkers(api, null);
  coordinator = await makeCoordinator(api);
  tied = await makeAccount(api, { roles: ['COORDINATOR'] });
  audit = await makeTeamedAudit(api, {
    state: 'ON_SITE',
    columns: { team_shown_at: '2027-01-04T08:00:00Z' },
  });
  await insertRow(api, 'affiliation', {
    person_id: tied.personId,
    organisation_id: audit.organisationId,
    kind: 'EMPLOYMENT',
    from_date: '2020-01-01',
    source: 'DECLARED',
  });
  const input = {
    auditId: globalId('Audit', audit.auditId),
    expectedVersion: 1,
    note: 'Blindage défectueux.',
  };
  expect((await api.as(audit.lead.accountId).act('auditEscalateSafety', input)).userErrors).toEqual([]);
  await workers.queue.settled();
});
afterAll(async () => {
  await workers.close();
  await api.close();
});

const FIELDS = 'nodes { topic audience composedAt acceptedAt recipient { id } audit { id } }';

/** Whom a viewer sees to have been told about the audit: as what, and the account where he sees it. */
async function seenBy(accountId: string): Promise<string[]> {
  const { data, errors } = await api.as(accountId).run(`{ deliveries(first: 50) { totalCount ${FIELDS} } }`);
  expect(errors).toBeUndefined();
  const { nodes, totalCount } = data.deliveries;
  expect(totalCount).toBe(nodes.length);
  return nodes
    .map(({ audience, recipient }: Json) => `${audience as string} ${recipient ? 'named' : 'unnamed'}`)
    .sort();
}

it('is read by the coordination with names, and by one with a tie not at all, counts included', async () => {
  expect(await seenBy(coordinator)).toEqual(['COORDINATION named', 'MANAGER named', 'TEAM named']);
  expect(await seenBy(tied.accountId)).toEqual([]);
});

it('proves to the service that its people and the team were told, and names no auditor', async () => {
  expect(await seenBy(audit.managerId)).toEqual(['MANAGER named', 'TEAM unnamed']);
  const query = `{ node(id: "${globalId('Audit', audit.auditId)}") { ... on Audit { deliveries(first: 9) { ${FIELDS} } } } }`;
  const { data } = await api.as(audit.managerId).run(query);
  expect(data.node.deliveries.nodes).toHaveLength(2);
  const names = await api.sql<{ word: string }>(
    `select unnest(array[p.family_name, o.email, o.id::text, p.id::text]) as word
     from person p join account o on o.person_id = p.id where o.id = any($1::uuid[])`,
    [[audit.lead.accountId, audit.mate.accountId]],
  );
  const text = JSON.stringify(data);
  expect(names.filter(({ word }) => text.includes(word))).toEqual([]);
  expect(text).not.toContain(globalId('Account', audit.mate.accountId));
});

it('says nothing of the team to a service that has not been shown it', async () => {
  await api.sql('update audit set team_shown_at = null where id = $1', [audit.auditId]);
  expect(await seenBy(audit.managerId)).toEqual(['MANAGER named']);
  await api.sql(`update audit set team_shown_at = '2027-01-04T08:00:00Z' where id = $1`, [audit.auditId]);
});

it('is read by the team as far as it is about it, and by nobody else', async () => {
  expect(await seenBy(audit.mate.accountId)).toEqual(['TEAM named']);
  expect(await seenBy(audit.lead.accountId)).toEqual(['TEAM unnamed']);
  const other = await makeTeamedAudit(api, { state: 'ON_SITE' });
  expect(await seenBy(other.managerId)).toEqual([]);
  expect(await seenBy(other.lead.accountId)).toEqual([]);
  const steering = await makeAccount(api, { roles: ['STEERING_MEMBER', 'OBSERVER', 'ADMIN'] });
  expect(await seenBy(steering.accountId)).toEqual([]);
});

describe('preferences', () => {
  const wanted = {
    expectedVersion: 0,
    language: 'fr',
    topicsOff: ['EVIDENCE_ANSWERED'],
    digestHour: 8,
    quietWeekdays: [1, 2, 3, 4],
  };

  it.each<[string, Json, string, string[]]>([
    [
      'a compulsory topic',
      { topicsOff: ['DRAFT_REPORT_SHARED'] },
      'TOPIC_IS_COMPULSORY',
      ['input', 'topicsOff'],
    ],
    ['every working day', { quietWeekdays: [1, 2, 3, 4, 5] }, 'NO_DAY_LEFT', ['input', 'quietWeekdays']],
    ['a day that is none', { quietWeekdays: [8] }, 'VALIDATION', ['input', 'quietWeekdays']],
    ['an hour of the night', { digestHour: 3 }, 'VALIDATION', ['input', 'digestHour']],
    [
      'days in the wrong order',
      { quietFrom: '2027-02-02', quietTo: '2027-02-01' },
      'QUIET_DAYS_WRONG',
      ['input', 'quietTo'],
    ],
    ['a first day alone', { quietFrom: '2027-02-02' }, 'QUIET_DAYS_WRONG', ['input', 'quietTo']],
    [
      'half a year',
      { quietFrom: '2027-02-02', quietTo: '2027-07-01' },
      'QUIET_DAYS_WRONG',
      ['input', 'quietTo'],
    ],
    ['an old version', { expectedVersion: 4 }, 'STALE_VERSION', ['input', 'expectedVersion']],
  ])('are refused with %s, and nothing changes', async (_what, changed, code, path) => {
    const payload = await api
      .as(audit.managerId)
      .act('notificationPreferencesSet', { ...wanted, ...changed });
    expect(payload.userErrors).toMatchObject([{ code, path }]);
    expect(await api.sql('select 1 from notification_preference')).toEqual([]);
  });

  it('are one’s own, and a topic that is off is not told', async () => {
    const set = await api
      .as(audit.mate.accountId)
      .act('notificationPreferencesSet', wanted, 'notificationPreferences { version }');
    expect(set).toMatchObject({ userErrors: [], notificationPreferences: { version: 1 } });
    const again = await api
      .as(audit.mate.accountId)
      .act('notificationPreferencesSet', { ...wanted, expectedVersion: 1 });
    expect(again.userErrors).toEqual([]);
    const query = '{ notificationPreferences { version digestHour topics { topic isOff } } }';
    const of = async (accountId: string): Promise<Json> =>
      (await api.as(accountId).run(query)).data.notificationPreferences;
    expect(await of(audit.mate.accountId)).toMatchObject({ version: 2, digestHour: 8 });
    const others = await of(audit.lead.accountId);
    expect(others.version).toBe(0);
    expect(others.topics.some(({ isOff }: Json) => isOff)).toBe(false);
    expect((await api.as(null).run(query)).data.notificationPreferences).toBeNull();
  });
});

describe('the preview of reminders', () => {
  const preview = async (accountId: string): Promise<Json> => {
    const id = globalId('Campaign', audit.campaignId);
    const { data } = await api
      .as(accountId)
      .run(`{ remindersPreview(campaignId: "${id}") { topic step audience facts people } }`);
    return data.remindersPreview;
  };

  it('counts who would be told, tells nobody, and leaves out audits that a tie hides', async () => {
    await api.sql(
      `update audit set state = 'SELF_ASSESSMENT', self_assessment_due_on = '2027-01-01' where id = $1`,
      [audit.auditId],
    );
    const proposed = await makeAuditor(api);
    await makeAssignment(api, {
      auditId: audit.auditId,
      auditorId: proposed.auditorId,
      seat: 'OBSERVER',
      state: 'PROPOSED',
      columns: { respond_by: '2027-03-01' },
    });
    const before = await api.sql('select 1 from delivery');
    expect(await preview(coordinator)).toEqual([
      { topic: 'ASSIGNMENT_ANSWER_DUE', step: 'OPENED', audience: 'AUDITOR', facts: 1, people: 1 },
      { topic: 'SELF_ASSESSMENT_DUE', step: 'AFTER', audience: 'SERVICE', facts: 1, people: 1 },
      { topic: 'SELF_ASSESSMENT_DUE', step: 'ESCALATED', audience: 'COORDINATION', facts: 1, people: 1 },
    ]);
    expect(await preview(tied.accountId)).toEqual([]);
    expect(await preview(audit.managerId)).toBeNull();
    expect(await api.sql('select 1 from delivery')).toHaveLength(before.length);
  });
});
