import { globalId } from '../../server/kernel/ids';
import { openApi, type Json, type TestApi } from '../support/api';
import { insertRow, makeAccount, makeCoordinator, makeService } from '../support/factories';
import {
  codesOf,
  makeAction,
  makeAuditIn,
  makeFinalFinding,
  makeNote,
  rowOf,
} from '../support/findings-factories';

let api: TestApi;
beforeAll(async () => {
  api = await openApi();
});
afterAll(() => api.close());

const undertaking = { title: 'Review doses monthly', ownerName: 'Dr Martin', dueOn: '2027-02-10' };
const ACTION =
  'correctiveAction { state title cause containment ownerName dueOn effectivenessDueOn isOverdue version }';

describe('correctiveActionPropose', () => {
  it('undertakes something on a finding, and sets at once when its effect is looked at', async () => {
    const audit = await makeAuditIn(api, 'PLAN_DUE');
    const findingId = await makeFinalFinding(api, audit);
    const input = {
      findingId,
      ...undertaking,
      cause: 'Nobody was in charge.',
      containment: 'Protocol withdrawn.',
    };
    const answer = await api.as(audit.managerId).act('correctiveActionPropose', input, ACTION);
    expect(answer.userErrors).toEqual([]);
    expect(answer.correctiveAction).toEqual({
      state: 'PROPOSED',
      title: 'Review doses monthly',
      cause: 'Nobody was in charge.',
      containment: 'Protocol withdrawn.',
      ownerName: 'Dr Martin',
      dueOn: '2027-02-10',
      effectivenessDueOn: '2027-05-11',
      isOverdue: false,
      version: 1,
    });
  });

  it.each([
    ['NON_CONFORMITY', 'CRITICAL', '2027-02-10', '2027-02-11'],
    ['NON_CONFORMITY', 'MAJOR', '2027-04-12', '2027-04-13'],
    ['NON_CONFORMITY', 'MINOR', '2028-01-11', '2028-01-12'],
    ['RECOMMENDATION', null, '2028-01-11', '2028-01-12'],
  ])('%s %s is due by %s, counted from the report', async (kind, severity, latest, late) => {
    const audit = await makeAuditIn(api, 'PLAN_DUE');
    const findingId = await makeFinalFinding(api, audit, { kind, severity });
    const propose = (dueOn: string) =>
      api.as(audit.managerId).act('correctiveActionPropose', { findingId, ...undertaking, dueOn });
    expect(codesOf(await propose(latest))).toEqual([]);
    expect((await propose(late)).userErrors).toMatchObject([
      {
        code: 'DUE_DATE_TOO_LATE',
        path: ['input', 'dueOn'],
        message: expect.stringContaining(`at the latest ${latest}`) as string,
      },
    ]);
  });

  it('refuses a day before the report', async () => {
    const audit = await makeAuditIn(api, 'PLAN_DUE');
    const findingId = await makeFinalFinding(api, audit);
    const input = { findingId, ...undertaking, dueOn: '2027-01-10' };
    const answer = await api.as(audit.managerId).act('correctiveActionPropose', input);
    expect(codesOf(answer)).toEqual(['DATES_REVERSED']);
  });

  it.each([[{ kind: 'STRENGTH' }], [{ kind: 'OBSERVATION' }], [{ state: 'WITHDRAWN' }]])(
    'is not for a finding like %j',
    async (columns) => {
      const audit = await makeAuditIn(api, 'PLAN_DUE');
      const findingId = await makeFinalFinding(api, audit, columns);
      const answer = await api
        .as(audit.managerId)
        .act('correctiveActionPropose', { findingId, ...undertaking });
      expect(answer.userErrors).toMatchObject([
        { code: 'FINDING_NEEDS_NO_ACTION', path: ['input', 'findingId'] },
      ]);
    },
  );

  it('is for the service: contributors may, readers, team and coordinator may not, strangers find nothing', async () => {
    const audit = await makeAuditIn(api, 'PLAN_DUE');
    const findingId = await makeFinalFinding(api, audit);
    const of = async (role: string) =>
      (await makeAccount(api, { services: { [audit.serviceId]: role } })).accountId;
    const accounts = [
      await of('SERVICE_CONTRIBUTOR'),
      await of('SERVICE_READER'),
      audit.lead.accountId,
      await makeCoordinator(api),
      (await makeService(api)).managerId,
    ];
    const codes = [];
    for (const account of accounts) {
      codes.push(
        codesOf(await api.as(account).act('correctiveActionPropose', { findingId, ...undertaking })),
      );
    }
    expect(codes).toEqual([[], ['FORBIDDEN'], ['FORBIDDEN'], ['FORBIDDEN'], ['NOT_FOUND']]);
    const made = await api.sql('select 1 from corrective_action where finding_id = $1', [findingId]);
    expect(made).toHaveLength(1);
  });

  it('is refused before the plan is due, after it was handed in, and under an id that exists', async () => {
    const early = await makeAuditIn(api, 'REPORT_ISSUED');
    const submitted = await makeAuditIn(api, 'PLAN_DUE', { plan_submitted_at: '2027-01-11T08:00:00Z' });
    const due = await makeAuditIn(api, 'PLAN_DUE');
    const taken = await makeAction(api, due);
    const propose = async (audit: typeof due, more = {}) => {
      const findingId = await makeFinalFinding(api, audit);
      const input = { findingId, ...undertaking, ...more };
      return codesOf(await api.as(audit.managerId).act('correctiveActionPropose', input));
    };
    expect(await propose(early)).toEqual(['ILLEGAL_TRANSITION']);
    expect(await propose(submitted)).toEqual(['PLAN_ALREADY_SUBMITTED']);
    expect(await propose(due, { id: taken })).toEqual(['ID_TAKEN']);
  });
});

describe('correctiveActionUpdate', () => {
  it('rewrites a proposed action whole, its effectiveness date with it', async () => {
    const audit = await makeAuditIn(api, 'PLAN_DUE');
    const correctiveActionId = await makeAction(api, audit, { cause: 'Nobody was in charge.' });
    const input = { correctiveActionId, expectedVersion: 1, ...undertaking, dueOn: '2027-01-12' };
    const answer = await api.as(audit.managerId).act('correctiveActionUpdate', input, ACTION);
    expect(answer.correctiveAction).toMatchObject({
      cause: null,
      dueOn: '2027-01-12',
      effectivenessDueOn: '2027-04-12',
      version: 2,
    });
  });

  it('refuses others, another version, an agreed action, a late date and a plan that was handed in', async () => {
    const audit = await makeAuditIn(api, 'PLAN_DUE');
    const correctiveActionId = await makeAction(api, audit);
    const input = { correctiveActionId, expectedVersion: 1, ...undertaking };
    const manager = api.as(audit.managerId);
    const update = async (more: Record<string, unknown>, client = manager) =>
      codesOf(await client.act('correctiveActionUpdate', { ...input, ...more }));
    expect(await update({}, api.as(audit.lead.accountId))).toEqual(['FORBIDDEN']);
    expect(await update({}, api.as((await makeService(api)).managerId))).toEqual(['NOT_FOUND']);
    expect(await update({ expectedVersion: 2 })).toEqual(['STALE_VERSION']);
    expect(await update({ dueOn: '2027-04-13' })).toEqual(['DUE_DATE_TOO_LATE']);
    const agreed = await makeAction(api, audit, { state: 'AGREED' });
    expect(await update({ correctiveActionId: agreed })).toEqual(['ILLEGAL_TRANSITION']);
    await api.sql('update audit set plan_submitted_at = now() where id = $1', [audit.auditId]);
    expect(await update({})).toEqual(['PLAN_ALREADY_SUBMITTED']);
    expect(await rowOf(api, 'corrective_action', correctiveActionId, 'version')).toEqual({ version: 1 });
  });
});

describe('reading corrective actions', () => {
  const LIST = `query ($filter: CorrectiveActionFilter) { correctiveActions(first: 50, filter: $filter) {
    totalCount nodes { id state dueOn isOverdue } } }`;

  it('lists what one may see, by due date, and filters by state, campaign and delay', async () => {
    const audit = await makeAuditIn(api, 'FOLLOW_UP');
    const other = await makeAuditIn(api, 'FOLLOW_UP');
    const later = await makeAction(api, audit, { state: 'IN_PROGRESS', due_on: '2027-01-11' });
    const overdue = await makeAction(api, audit, { state: 'AGREED', due_on: '2027-01-08' });
    const done = await makeAction(api, audit, { state: 'VERIFIED', due_on: '2027-01-05' });
    const foreign = await makeAction(api, other, { state: 'AGREED', due_on: '2027-01-01' });
    const idsSeenBy = async (account: string, filter: object | null = null) => {
      const answer = await api.as(account).run(LIST, { filter });
      return answer.data['correctiveActions']?.nodes.map((node: Json) => node.id);
    };
    const [one, two, three, four] = [done, overdue, later, foreign].map((id) =>
      globalId('CorrectiveAction', id),
    );
    const both = [audit, other].map(({ campaignId }) => globalId('Campaign', campaignId));
    const coordinator = await makeCoordinator(api);
    expect(await idsSeenBy(audit.managerId)).toEqual([one, two, three]);
    expect(await idsSeenBy(audit.mate.accountId)).toEqual([one, two, three]);
    expect(await idsSeenBy(audit.managerId, { overdue: true })).toEqual([two]);
    expect(await idsSeenBy(audit.managerId, { overdue: false })).toEqual([one, three]);
    expect(await idsSeenBy(audit.managerId, { states: ['IN_PROGRESS', 'VERIFIED'] })).toEqual([one, three]);
    expect(await idsSeenBy(coordinator, { campaignIds: both, overdue: true })).toEqual([four, two]);
    expect(await idsSeenBy(coordinator, { campaignIds: ['nonsense'] })).toEqual([]);
    const tied = await makeAccount(api, { roles: ['COORDINATOR'] });
    await insertRow(api, 'affiliation', {
      person_id: tied.personId,
      organisation_id: audit.organisationId,
      kind: 'EMPLOYMENT',
      from_date: '2020-01-01',
      source: 'DECLARED',
    });
    expect(await idsSeenBy(tied.accountId, { campaignIds: both })).toEqual([four]);
    const outsider = await makeAccount(api, { roles: ['OBSERVER', 'ANALYST', 'ADMIN', 'TEMPLATE_EDITOR'] });
    const none = await api.as(outsider.accountId).run(LIST);
    expect(none.data['correctiveActions']).toEqual({ totalCount: 0, nodes: [] });
  });

  it('is overdue from the day after its due date, as long as the service owes it', async () => {
    const audit = await makeAuditIn(api, 'FOLLOW_UP');
    const id = globalId('CorrectiveAction', await makeAction(api, audit, { state: 'AGREED' }));
    const overdueAt = async (instant: string) => {
      api.clock.set(instant);
      const answer = await api
        .as(audit.managerId)
        .run('query ($id: ID!) { correctiveAction(id: $id) { isOverdue } }', { id });
      return answer.data['correctiveAction']?.isOverdue;
    };
    const onItsDay = await overdueAt('2027-02-10T22:59:59Z');
    const dayAfter = await overdueAt('2027-02-10T23:00:00Z');
    await api.sql(`update corrective_action set state = 'WAIVED' where audit_id = $1`, [audit.auditId]);
    const waived = await overdueAt('2027-02-10T23:00:00Z');
    api.clock.set('2027-01-11T08:00:00Z');
    expect([onItsDay, dayAfter, waived]).toEqual([false, true, false]);
  });

  it('leads from the finding to its actions and their notes, and hides them from strangers', async () => {
    const audit = await makeAuditIn(api, 'FOLLOW_UP');
    const findingId = await makeFinalFinding(api, audit);
    const actionId = await makeAction(api, audit, { finding_id: findingId, state: 'IN_PROGRESS' });
    const noteId = await makeNote(api, audit, actionId);
    const document = `query ($finding: ID!, $note: ID!) {
      finding(id: $finding) { correctiveActions(first: 5) { nodes { id notes { id kind text } } } }
      node(id: $note) { id } }`;
    const note = globalId('CorrectiveActionNote', noteId);
    const variables = { finding: globalId('Finding', findingId), note };
    const own = await api.as(audit.managerId).run(document, variables);
    const stranger = await api.as((await makeService(api)).managerId).run(document, variables);
    expect(own.data).toEqual({
      finding: {
        correctiveActions: {
          nodes: [
            {
              id: globalId('CorrectiveAction', actionId),
              notes: [{ id: note, kind: 'PROOF', text: 'Minutes of the review.' }],
            },
          ],
        },
      },
      node: { id: note },
    });
    expect(stranger.data).toEqual({ finding: null, node: null });
  });
});
