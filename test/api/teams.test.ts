import { assignmentStates, ASSIGNMENT_STATES, type AssignmentState } from '../../server/audits';
import { globalId } from '../../server/kernel/ids';
import { openApi, type TestApi } from '../support/api';
import {
  insertRow,
  makeAccount,
  makeAssignment,
  makeAudit,
  makeAuditor,
  makeCampaign,
  makeCoordinator,
} from '../support/factories';
import {
  codesOf,
  errorsOf,
  makeOpenAudit,
  makeTie,
  setRuleLevel,
  storedRow,
} from '../support/teams-factories';

let api: TestApi;
let coordinator: string;

beforeAll(async () => {
  api = await openApi();
  coordinator = await makeCoordinator(api);
});
afterAll(() => api.close());
beforeEach(() => api.clock.set('2027-01-11T08:00:00Z'));

const seatOf = (audit: { auditId: string; auditor: { auditorId: string } }, extra = {}) => ({
  auditId: globalId('Audit', audit.auditId),
  auditorId: globalId('Auditor', audit.auditor.auditorId),
  seat: 'RADIOLOGIST',
  ...extra,
});

const propose = (input: Record<string, unknown>, account = coordinator, selection = 'assignment { id }') =>
  api.as(account).act('assignmentPropose', input, selection);

const assignmentsOf = (auditId: string) =>
  api.sql('select state from assignment where audit_id = $1', [auditId]);

describe('assignmentPropose', () => {
  it('calls on an auditor, who has 7 days to answer, moved to a working day', async () => {
    const audit = await makeOpenAudit(api);
    const payload = await propose(
      seatOf(audit, { isLead: true }),
      coordinator,
      'assignment { seat isLead state respondBy version auditor { id } conflicts(first: 5) { totalCount } }',
    );
    expect(payload).toEqual({
      assignment: {
        seat: 'RADIOLOGIST',
        isLead: true,
        state: 'PROPOSED',
        respondBy: '2027-01-18',
        version: 1,
        auditor: { id: globalId('Auditor', audit.auditor.auditorId) },
        conflicts: { totalCount: 0 },
      },
      userErrors: [],
      replayed: false,
    });
  });

  it('refuses a blocking tie with its reasons, whatever override is given', async () => {
    const audit = await makeOpenAudit(api);
    await makeTie(api, {
      personId: audit.auditor.personId,
      organisationId: audit.organisationId,
      to: '2026-01-01',
    });
    const input = seatOf(audit, { overrideReason: 'No other radiologist is left.' });
    const payload = await propose(input);
    expect(payload['assignment']).toBeNull();
    expect(payload['userErrors']).toEqual([
      {
        __typename: 'ConflictOfInterestError',
        code: 'CONFLICT_OF_INTEREST',
        message: 'Blocking conflict of interest: C03.',
        path: ['input', 'auditorId'],
        conflicts: [{ ruleCode: 'C03', level: 'BLOCK', facts: [expect.stringContaining('2026-01-01')] }],
      },
    ]);
    expect(await assignmentsOf(audit.auditId)).toEqual([]);
  });

  it('asks for a reason to go on in spite of a tie to review, and keeps it with the name', async () => {
    const audit = await makeOpenAudit(api);
    await setRuleLevel(api, audit.campaignId, 'C03', 'REVIEW');
    await makeTie(api, {
      personId: audit.auditor.personId,
      organisationId: audit.organisationId,
      to: '2026-01-01',
    });
    const refused = await propose(seatOf(audit));
    expect(refused['userErrors']?.[0]).toMatchObject({
      __typename: 'ConflictOfInterestError',
      code: 'CONFLICT_REVIEW_NEEDED',
      path: ['input', 'overrideReason'],
      conflicts: [{ ruleCode: 'C03', level: 'REVIEW' }],
    });
    expect(await assignmentsOf(audit.auditId)).toEqual([]);

    const overrideReason = 'A locum of two days in another department.';
    const selection =
      'assignment { conflicts(first: 5) { nodes { ruleCode level overrideReason overriddenBy { id } } } }';
    const payload = await propose(seatOf(audit, { overrideReason }), coordinator, selection);
    const [account] = await api.sql('select person_id from account where id = $1', [coordinator]);
    expect(payload['assignment']?.['conflicts']).toEqual({
      nodes: [
        {
          ruleCode: 'C03',
          level: 'REVIEW',
          overrideReason,
          overriddenBy: { id: globalId('Person', String(account?.['person_id'])) },
        },
      ],
    });
  });

  it('records a warning and goes on', async () => {
    const audit = await makeOpenAudit(api);
    await setRuleLevel(api, audit.campaignId, 'C03', 'WARN');
    await makeTie(api, {
      personId: audit.auditor.personId,
      organisationId: audit.organisationId,
      to: '2026-01-01',
    });
    expect(codesOf(await propose(seatOf(audit)))).toEqual([]);
    expect(
      await api.sql('select rule_code, level, overridden_by_id from conflict where audit_id = $1', [
        audit.auditId,
      ]),
    ).toEqual([{ rule_code: 'C03', level: 'WARN', overridden_by_id: null }]);
  });

  it.each([
    ['another profession', { profession: 'RADIOGRAPHER' }, {}, 'SEAT_PROFESSION_MISMATCH', 'input.seat'],
    ['no qualification', { qualification: 'EVALUATED' }, {}, 'AUDITOR_NOT_QUALIFIED', 'input.auditorId'],
    ['no right to lead', { isLeadEligible: false }, { isLead: true }, 'LEAD_NOT_ELIGIBLE', 'input.isLead'],
    ['a leading observer', {}, { seat: 'OBSERVER', isLead: true }, 'LEAD_NOT_ELIGIBLE', 'input.isLead'],
    ['no declaration', { isDeclared: false }, {}, 'CONFLICT_OF_INTEREST', 'input.auditorId'],
  ])('refuses %s', async (_what, auditorIs, extra, code, path) => {
    const audit = { ...(await makeOpenAudit(api)), auditor: await makeAuditor(api, auditorIs) };
    expect(errorsOf(await propose(seatOf(audit, extra)))).toEqual([{ code, path }]);
    expect(await assignmentsOf(audit.auditId)).toEqual([]);
  });

  it('lets someone observe who is still in training, of whatever profession', async () => {
    const trainee = await makeAuditor(api, { profession: 'RADIOGRAPHER', qualification: 'IN_TRAINING' });
    const audit = { ...(await makeOpenAudit(api)), auditor: trainee };
    expect(codesOf(await propose(seatOf(audit, { seat: 'OBSERVER' })))).toEqual([]);
  });

  it('refuses who is away on the day of the visit, or on another visit', async () => {
    const audit = await makeOpenAudit(api, { columns: { visit_on: '2027-06-01' } });
    await insertRow(api, 'auditor_unavailability', {
      auditor_id: audit.auditor.auditorId,
      from_date: '2027-06-01',
      to_date: '2027-06-03',
    });
    const refusal = [{ code: 'AUDITOR_UNAVAILABLE', path: 'input.auditorId' }];
    expect(errorsOf(await propose(seatOf(audit)))).toEqual(refusal);

    const busy = await makeAuditor(api);
    const other = await makeAudit(api, { columns: { visit_on: '2027-06-01' } });
    await makeAssignment(api, { auditId: other.auditId, auditorId: busy.auditorId });
    expect(errorsOf(await propose(seatOf({ ...audit, auditor: busy })))).toEqual(refusal);
  });

  it('refuses beyond the yearly maximum, in the year of the visit', async () => {
    const audit = await makeOpenAudit(api, { columns: { visit_on: '2027-06-01' } });
    await api.sql('update auditor set yearly_maximum = 1 where id = $1', [audit.auditor.auditorId]);
    const campaignId = await makeCampaign(api, { visitsTo: '2028-12-31' });
    const other = await makeAudit(api, { campaignId, columns: { visit_on: '2028-01-10' } });
    await makeAssignment(api, { auditId: other.auditId, auditorId: audit.auditor.auditorId });
    await api.sql(`update audit set visit_on = '2027-12-15' where id = $1`, [other.auditId]);
    expect(errorsOf(await propose(seatOf(audit)))).toEqual([
      { code: 'AUDITOR_AT_MAXIMUM', path: 'input.auditorId' },
    ]);
    await api.sql(`update audit set visit_on = '2028-01-10' where id = $1`, [other.auditId]);
    expect(codesOf(await propose(seatOf(audit)))).toEqual([]);
  });

  it('refuses a seat or a lead that is taken, and an auditor who is on the team', async () => {
    const audit = await makeOpenAudit(api);
    const member = await makeAuditor(api);
    await makeAssignment(api, {
      auditId: audit.auditId,
      auditorId: member.auditorId,
      isLead: true,
      state: 'PROPOSED',
    });
    expect(errorsOf(await propose(seatOf(audit)))).toEqual([{ code: 'SEAT_TAKEN', path: 'input.seat' }]);
    const radiographer = { ...audit, auditor: await makeAuditor(api, { profession: 'RADIOGRAPHER' }) };
    const leading = seatOf(radiographer, { seat: 'RADIOGRAPHER', isLead: true });
    expect(errorsOf(await propose(leading))).toEqual([{ code: 'SEAT_TAKEN', path: 'input.isLead' }]);
    const again = seatOf({ ...audit, auditor: member }, { seat: 'OBSERVER' });
    expect(errorsOf(await propose(again))).toEqual([{ code: 'ALREADY_ON_TEAM', path: 'input.auditorId' }]);
  });

  it('is the coordination’s alone, while the team is composed', async () => {
    const audit = await makeOpenAudit(api);
    const steering = (await makeAccount(api, { roles: ['STEERING_MEMBER'] })).accountId;
    expect(codesOf(await propose(seatOf(audit), audit.managerId))).toEqual(['FORBIDDEN']);
    expect(codesOf(await propose(seatOf(audit), steering))).toEqual(['FORBIDDEN']);
    expect(codesOf(await propose(seatOf(audit), audit.auditor.accountId))).toEqual(['NOT_FOUND']);
    const shown = await makeOpenAudit(api, { state: 'RECUSAL_WINDOW' });
    expect(codesOf(await propose(seatOf(shown)))).toEqual(['ILLEGAL_TRANSITION']);
    expect(await assignmentsOf(audit.auditId)).toEqual([]);
  });
});

describe('the moves of an assignment', () => {
  const ACTS = ['assignmentAccept', 'assignmentDecline', 'assignmentDeclareConflict', 'assignmentReplace'];
  const legal = (act: string, from: AssignmentState) =>
    assignmentStates.moves.find((move) => move.act === act && move.from.includes(from));
  const cases = ACTS.flatMap((act) =>
    ASSIGNMENT_STATES.map((from) => [act, from, legal(act, from)?.to] as const),
  );

  it.each(cases)('%s from %s leads to %s', async (act, from, to) => {
    const audit = await makeOpenAudit(api, { state: 'TEAM_PROPOSED' });
    const assignmentId = await makeAssignment(api, {
      auditId: audit.auditId,
      auditorId: audit.auditor.auditorId,
      state: from,
    });
    const account = act === 'assignmentReplace' ? coordinator : audit.auditor.accountId;
    const rest = act === 'assignmentAccept' ? { attestsNoConflict: true } : { reason: 'Another engagement.' };
    const payload = await api
      .as(account)
      .act(act, { assignmentId: globalId('Assignment', assignmentId), expectedVersion: 1, ...rest });
    expect(codesOf(payload)).toEqual(to ? [] : ['ILLEGAL_TRANSITION']);
    expect(await storedRow(api, 'assignment', assignmentId)).toMatchObject({
      state: to ?? from,
      version: to ? 2 : 1,
    });
  });

  it('offers its moves to whom they belong, with what stands in the way', async () => {
    const { auditId } = await makeOpenAudit(api);
    const auditor = await makeAuditor(api, { isDeclared: false });
    const assignmentId = await makeAssignment(api, {
      auditId,
      auditorId: auditor.auditorId,
      state: 'PROPOSED',
    });
    const query = `query ($id: ID!) { assignment(id: $id) { availableTransitions { act to isAvailable reason } } }`;
    const read = async (account: string) =>
      (await api.as(account).run(query, { id: globalId('Assignment', assignmentId) })).data['assignment']?.[
        'availableTransitions'
      ];
    const line = (act: string, to: string, reason: string | null = null) => ({
      act,
      to,
      isAvailable: reason === null,
      reason,
    });
    expect(await read(auditor.accountId)).toEqual([
      line('assignmentAccept', 'ACCEPTED', 'DECLARATION_NOT_SIGNED'),
      line('assignmentDecline', 'DECLINED'),
      line('assignmentDeclareConflict', 'CONFLICT_DECLARED'),
    ]);
    expect(await read(coordinator)).toEqual([line('assignmentReplace', 'REPLACED')]);
  });
});
