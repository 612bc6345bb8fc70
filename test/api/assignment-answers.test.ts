import { globalId } from '../../server/kernel/ids';
import { openApi, type TestApi } from '../support/api';
import { makeAssignment, makeAudit, makeAuditor, makeCoordinator, makeService } from '../support/factories';
import {
  codesOf,
  errorsOf,
  makeOpenAudit,
  makeShownAudit,
  makeTie,
  storedRow,
} from '../support/teams-factories';
import { entriesOf } from '../support/trail-entries';

let api: TestApi;
let coordinator: string;

beforeAll(async () => {
  api = await openApi();
  coordinator = await makeCoordinator(api);
});
afterAll(() => api.close());
beforeEach(() => api.clock.set('2027-01-11T08:00:00Z'));

async function makeProposal(auditorIs: { isDeclared?: boolean } = {}, state = 'TEAM_PROPOSED') {
  const open = await makeOpenAudit(api, { state });
  const auditor = await makeAuditor(api, auditorIs);
  const assignmentId = await makeAssignment(api, {
    auditId: open.auditId,
    auditorId: auditor.auditorId,
    state: 'PROPOSED',
    columns: { attested_at: null },
  });
  return { ...open, auditor, assignmentId };
}

const accept = (account: string, assignmentId: string, extra: Record<string, unknown> = {}) =>
  api.as(account).act(
    'assignmentAccept',
    {
      assignmentId: globalId('Assignment', assignmentId),
      expectedVersion: 1,
      attestsNoConflict: true,
      ...extra,
    },
    'assignment { state attestedAt respondedAt version }',
  );

const leave = (act: string, account: string, assignmentId: string, expectedVersion = 1) =>
  api.as(account).act(
    act,
    {
      assignmentId: globalId('Assignment', assignmentId),
      expectedVersion,
      reason: 'My brother works there.',
    },
    'assignment { state reason version }',
  );

describe('assignmentAccept', () => {
  it('opens the audit to the auditor, who saw only its service and campaign before', async () => {
    const { auditor, assignmentId, auditId, serviceId, campaignId } = await makeProposal();
    const query = `query ($id: ID!) { assignment(id: $id) { audit { id } auditedService { id } campaign { id } } }`;
    const read = async () =>
      (await api.as(auditor.accountId).run(query, { id: globalId('Assignment', assignmentId) })).data[
        'assignment'
      ];
    const around = {
      auditedService: { id: globalId('AuditedService', serviceId) },
      campaign: { id: globalId('Campaign', campaignId) },
    };
    expect(await read()).toEqual({ audit: null, ...around });
    expect(await accept(auditor.accountId, assignmentId)).toEqual({
      assignment: {
        state: 'ACCEPTED',
        attestedAt: '2027-01-11T08:00:00.000Z',
        respondedAt: '2027-01-11T08:00:00.000Z',
        version: 2,
      },
      userErrors: [],
      replayed: false,
    });
    expect(await read()).toEqual({ audit: { id: globalId('Audit', auditId) }, ...around });
  });

  it('asks for the attestation and for a signed declaration', async () => {
    const { auditor, assignmentId } = await makeProposal();
    expect(errorsOf(await accept(auditor.accountId, assignmentId, { attestsNoConflict: false }))).toEqual([
      { code: 'ATTESTATION_MISSING', path: 'input.attestsNoConflict' },
    ]);
    const undeclared = await makeProposal({ isDeclared: false });
    expect(codesOf(await accept(undeclared.auditor.accountId, undeclared.assignmentId))).toEqual([
      'DECLARATION_NOT_SIGNED',
    ]);
    for (const id of [assignmentId, undeclared.assignmentId]) {
      expect(await storedRow(api, 'assignment', id)).toMatchObject({ state: 'PROPOSED', version: 1 });
    }
  });

  it('finds a tie that appeared since the proposal', async () => {
    const { auditor, assignmentId, organisationId } = await makeProposal();
    await makeTie(api, { personId: auditor.personId, organisationId, from: '2027-01-04' });
    const payload = await accept(auditor.accountId, assignmentId);
    expect(payload['userErrors']?.[0]).toMatchObject({
      __typename: 'ConflictOfInterestError',
      code: 'CONFLICT_OF_INTEREST',
      conflicts: [
        { ruleCode: 'C01', level: 'BLOCK', facts: [expect.stringContaining('since 2027-01-04')] },
        { ruleCode: 'C03', level: 'BLOCK', facts: [expect.stringContaining('since 2027-01-04')] },
      ],
    });
  });

  it('tells the auditor nothing about other people', async () => {
    const { auditor, assignmentId, organisationId, campaignId } = await makeProposal();
    const columns = { department_code: '2A', region_code: '94' };
    const own = await makeService(api, { organisationId: auditor.organisationId, columns });
    const host = await makeAuditor(api, { organisationId });
    const back = await makeAudit(api, { serviceId: own.serviceId, campaignId });
    await makeAssignment(api, { auditId: back.auditId, auditorId: host.auditorId, state: 'PROPOSED' });
    const payload = await accept(auditor.accountId, assignmentId);
    expect(payload['userErrors']?.[0]?.['conflicts']).toEqual([
      { ruleCode: 'C06', level: 'BLOCK', facts: [] },
    ]);
  });

  it('is the auditor’s own, in the version that he read, while the team is composed', async () => {
    const { auditor, assignmentId, managerId } = await makeProposal();
    const stranger = await makeAuditor(api);
    expect(codesOf(await accept(coordinator, assignmentId))).toEqual(['FORBIDDEN']);
    expect(codesOf(await accept(managerId, assignmentId))).toEqual(['NOT_FOUND']);
    expect(codesOf(await accept(stranger.accountId, assignmentId))).toEqual(['NOT_FOUND']);
    expect(codesOf(await accept(auditor.accountId, assignmentId, { expectedVersion: 7 }))).toEqual([
      'STALE_VERSION',
    ]);
    const cancelled = await makeProposal({}, 'CANCELLED');
    expect(codesOf(await accept(cancelled.auditor.accountId, cancelled.assignmentId))).toEqual([
      'TEAM_CLOSED',
    ]);
    expect(await storedRow(api, 'assignment', assignmentId)).toMatchObject({ state: 'PROPOSED', version: 1 });
  });
});

describe('leaving a team', () => {
  it('keeps the reason between the auditor and the coordination', async () => {
    const audit = await makeShownAudit(api);
    const payload = await leave('assignmentDeclareConflict', audit.lead.accountId, audit.leadAssignmentId);
    expect(payload['assignment']).toEqual({
      state: 'CONFLICT_DECLARED',
      reason: 'My brother works there.',
      version: 2,
    });
    const query = `query ($id: ID!) { assignment(id: $id) { state reason } }`;
    const read = async (account: string) =>
      (await api.as(account).run(query, { id: globalId('Assignment', audit.leadAssignmentId) })).data[
        'assignment'
      ];
    expect(await read(coordinator)).toEqual({
      state: 'CONFLICT_DECLARED',
      reason: 'My brother works there.',
    });
    expect(await read(audit.managerId)).toBeNull();
    expect(await read(audit.mate.accountId)).toBeNull();
    const trail = await entriesOf(api, audit.leadAssignmentId);
    expect(trail).toHaveLength(1);
    expect(JSON.stringify(trail)).not.toContain('brother');
  });

  it.each(['RECUSAL_WINDOW', 'TEAM_CONFIRMED', 'SELF_ASSESSMENT', 'DOCUMENT_REVIEW'])(
    'sends an audit in %s back to composing its team',
    async (state) => {
      const audit = await makeShownAudit(api, { state, is_team_agreed: true });
      await leave('assignmentDeclareConflict', audit.lead.accountId, audit.leadAssignmentId);
      expect(await storedRow(api, 'audit', audit.auditId)).toMatchObject({
        state: 'TEAM_PROPOSED',
        is_team_agreed: false,
        recusal_until: null,
        team_shown_at: '2027-01-11T08:00:00.000Z',
      });
    },
  );

  it('sends a suspended audit back to composing once it resumes', async () => {
    const audit = await makeShownAudit(api, { state: 'SUSPENDED', suspended_from_state: 'TEAM_CONFIRMED' });
    await leave('assignmentDeclareConflict', audit.lead.accountId, audit.leadAssignmentId);
    expect(await storedRow(api, 'audit', audit.auditId)).toMatchObject({
      state: 'SUSPENDED',
      suspended_from_state: 'TEAM_PROPOSED',
    });
  });

  it('leaves the audit where it is for an observer, and after the visit has begun', async () => {
    const audit = await makeShownAudit(api, { state: 'TEAM_CONFIRMED' });
    const observer = await makeAuditor(api);
    const observing = await makeAssignment(api, {
      auditId: audit.auditId,
      auditorId: observer.auditorId,
      seat: 'OBSERVER',
    });
    await leave('assignmentDeclareConflict', observer.accountId, observing);
    expect(await storedRow(api, 'audit', audit.auditId)).toMatchObject({
      state: 'TEAM_CONFIRMED',
      version: 1,
    });
    const visited = await makeShownAudit(api, { state: 'ON_SITE' });
    expect(
      codesOf(await leave('assignmentDeclareConflict', visited.lead.accountId, visited.leadAssignmentId)),
    ).toEqual([]);
    expect(await storedRow(api, 'audit', visited.auditId)).toMatchObject({ state: 'ON_SITE', version: 1 });
  });

  it('keeps who declared a conflict off this audit, and lets who declined be asked again', async () => {
    const left = await makeProposal();
    await leave('assignmentDeclareConflict', left.auditor.accountId, left.assignmentId);
    const again = (proposal: typeof left) =>
      api.as(coordinator).act('assignmentPropose', {
        auditId: globalId('Audit', proposal.auditId),
        auditorId: globalId('Auditor', proposal.auditor.auditorId),
        seat: 'RADIOLOGIST',
      });
    expect((await again(left))['userErrors']?.[0]?.['conflicts']).toEqual([
      {
        ruleCode: 'C14',
        level: 'BLOCK',
        facts: ['The auditor declared a conflict on this audit on 2027-01-11'],
      },
    ]);
    const declined = await makeProposal();
    expect(
      codesOf(await leave('assignmentDecline', declined.auditor.accountId, declined.assignmentId)),
    ).toEqual([]);
    expect(codesOf(await again(declined))).toEqual([]);
  });

  it('lets the coordination replace a member before the visit and not after', async () => {
    const audit = await makeShownAudit(api, { state: 'TEAM_CONFIRMED' });
    expect(codesOf(await leave('assignmentReplace', audit.mate.accountId, audit.leadAssignmentId))).toEqual([
      'FORBIDDEN',
    ]);
    expect(codesOf(await leave('assignmentReplace', coordinator, audit.leadAssignmentId, 4))).toEqual([
      'STALE_VERSION',
    ]);
    expect(codesOf(await leave('assignmentReplace', coordinator, audit.leadAssignmentId))).toEqual([]);
    expect(await storedRow(api, 'audit', audit.auditId)).toMatchObject({ state: 'TEAM_PROPOSED' });
    const visited = await makeShownAudit(api, { state: 'ON_SITE' });
    expect(codesOf(await leave('assignmentReplace', coordinator, visited.leadAssignmentId))).toEqual([
      'TEAM_CLOSED',
    ]);
  });
});

describe('auditConfirmTeam', () => {
  it('evaluates the rules once more', async () => {
    const audit = await makeShownAudit(api, { is_team_agreed: true });
    await makeTie(api, { personId: audit.mate.personId, organisationId: audit.organisationId });
    const confirm = () =>
      api
        .as(coordinator)
        .act('auditConfirmTeam', { auditId: globalId('Audit', audit.auditId), expectedVersion: 1 });
    const refused = await confirm();
    expect(refused['userErrors']?.[0]).toMatchObject({
      code: 'CONFLICT_OF_INTEREST',
      conflicts: [{ ruleCode: 'C01' }, { ruleCode: 'C03' }],
    });
    expect(await storedRow(api, 'audit', audit.auditId)).toMatchObject({ state: 'RECUSAL_WINDOW' });
    await api.sql('delete from affiliation where person_id = $1 and organisation_id = $2', [
      audit.mate.personId,
      audit.organisationId,
    ]);
    expect(codesOf(await confirm())).toEqual([]);
    expect(await storedRow(api, 'assignment', audit.mateAssignmentId)).toMatchObject({ state: 'CONFIRMED' });
  });
});
