import { globalId } from '../../server/kernel/ids';
import { openApi, type Json, type TestApi } from '../support/api';
import { insertRow, makeAccount, makeAssignment, makeAuditor, makeCoordinator } from '../support/factories';
import { makeShownAudit, makeTie } from '../support/teams-factories';

let api: TestApi;
let coordinator: string;

beforeAll(async () => {
  api = await openApi();
  coordinator = await makeCoordinator(api);
});
afterAll(() => api.close());
beforeEach(() => api.clock.set('2027-01-11T08:00:00Z'));

describe('who sees an assignment', () => {
  const TEAM = `query ($id: ID!) { audit(id: $id) { assignments(first: 10) { nodes { state auditor { id } } } } }`;
  const teamSeenBy = async (account: string, auditId: string) =>
    (await api.as(account).run(TEAM, { id: globalId('Audit', auditId) })).data['audit']?.['assignments']?.[
      'nodes'
    ]?.map((assignment: Json) => assignment['state']);

  it('shows the service nobody before the team is shown, and then who accepted', async () => {
    const audit = await makeShownAudit(api, { team_shown_at: null });
    const observer = await makeAuditor(api);
    await makeAssignment(api, {
      auditId: audit.auditId,
      auditorId: observer.auditorId,
      seat: 'OBSERVER',
      state: 'DECLINED',
    });
    expect(await teamSeenBy(audit.managerId, audit.auditId)).toEqual([]);
    await api.sql('update audit set team_shown_at = now() where id = $1', [audit.auditId]);
    expect(await teamSeenBy(audit.managerId, audit.auditId)).toEqual(['ACCEPTED', 'ACCEPTED']);
    expect(await teamSeenBy(audit.mate.accountId, audit.auditId)).toEqual(['ACCEPTED', 'ACCEPTED']);
    expect(await teamSeenBy(coordinator, audit.auditId)).toEqual(['ACCEPTED', 'ACCEPTED', 'DECLINED']);
  });

  it('does not show the service a substitute before the team is shown again', async () => {
    const audit = await makeShownAudit(api, { state: 'TEAM_PROPOSED' });
    await api.sql(`update assignment set responded_at = '2027-01-08T08:00:00Z' where id = $1`, [
      audit.leadAssignmentId,
    ]);
    await api.sql(`update assignment set responded_at = '2027-01-12T08:00:00Z' where id = $1`, [
      audit.mateAssignmentId,
    ]);
    expect(await teamSeenBy(audit.managerId, audit.auditId)).toEqual(['ACCEPTED']);
  });
});

describe('who sees how far the team is with its report', () => {
  it('shows the signatures to the team and the programme, and not to the service', async () => {
    const audit = await makeShownAudit(api, { state: 'DRAFT_REPORT' });
    const signed = '2027-01-11T09:00:00.000Z';
    await api.sql('update assignment set draft_signed_at = $2, report_signed_at = $2 where id = $1', [
      audit.leadAssignmentId,
      signed,
    ]);
    const query = `query ($id: ID!) { audit(id: $id) {
      assignments(first: 10) { nodes { isLead draftSignedAt reportSignedAt } } } }`;
    const seenBy = async (account: string): Promise<Json> => {
      const { data } = await api.as(account).run(query, { id: globalId('Audit', audit.auditId) });
      return data.audit.assignments.nodes.find(({ isLead }: Json) => isLead);
    };
    const shown = { isLead: true, draftSignedAt: signed, reportSignedAt: signed };
    expect(await seenBy(audit.lead.accountId)).toEqual(shown);
    expect(await seenBy(audit.mate.accountId)).toEqual(shown);
    expect(await seenBy(coordinator)).toEqual(shown);
    const hidden = { isLead: true, draftSignedAt: null, reportSignedAt: null };
    expect(await seenBy(audit.managerId)).toEqual(hidden);
  });
});

describe('who sees the ties that were found', () => {
  it('keeps recorded conflicts between coordination and steering', async () => {
    const audit = await makeShownAudit(api);
    await insertRow(api, 'conflict', {
      audit_id: audit.auditId,
      assignment_id: audit.leadAssignmentId,
      auditor_id: audit.lead.auditorId,
      rule_code: 'C03',
      rule_number: 1,
      level: 'REVIEW',
      facts: JSON.stringify([{ fr: 'Stage en 2020', en: 'Internship in 2020' }]),
    });
    const tied = await makeAccount(api, { roles: ['COORDINATOR'] });
    await makeTie(api, { personId: tied.personId, organisationId: audit.organisationId });
    const query = `query ($id: ID!) { assignment(id: $id) {
      conflicts(first: 5) { totalCount nodes { ruleCode facts } } } }`;
    const read = async (account: string) =>
      (await api.as(account).run(query, { id: globalId('Assignment', audit.leadAssignmentId) })).data[
        'assignment'
      ]?.['conflicts'];
    const found = { totalCount: 1, nodes: [{ ruleCode: 'C03', facts: ['Internship in 2020'] }] };
    const steering = (await makeAccount(api, { roles: ['STEERING_MEMBER'] })).accountId;
    expect(await read(coordinator)).toEqual(found);
    expect(await read(steering)).toEqual(found);
    for (const account of [audit.managerId, audit.lead.accountId, audit.mate.accountId]) {
      expect(await read(account)).toEqual({ totalCount: 0, nodes: [] });
    }
    expect(await read(tied.accountId)).toBeUndefined();
  });
});
