import { RECUSAL_STATES, recusalStates, type RecusalState } from '../../server/audits';
import { globalId } from '../../server/kernel/ids';
import { openApi, type TestApi } from '../support/api';
import { insertRow, makeAccount, makeAuditor, makeCoordinator, makeService } from '../support/factories';
import { codesOf, errorsOf, makeShownAudit, storedRow } from '../support/teams-factories';

let api: TestApi;
let coordinator: string;
let steering: string;

beforeAll(async () => {
  api = await openApi();
  coordinator = await makeCoordinator(api);
  steering = (await makeAccount(api, { roles: ['STEERING_MEMBER'] })).accountId;
});
afterAll(() => api.close());
beforeEach(() => api.clock.set('2027-01-11T08:00:00Z'));

const REASON = 'Former partner of our head of service.';

const file = (account: string, assignmentId: string, extra: Record<string, unknown> = {}) =>
  api
    .as(account)
    .act(
      'recusalFile',
      { assignmentId: globalId('Assignment', assignmentId), reason: REASON, ...extra },
      'recusal { id state isLate decideBy auditor { id } version }',
    );

const move = (act: string, account: string, recusalId: string, expectedVersion = 1) =>
  api
    .as(account)
    .act(
      act,
      { recusalId: globalId('Recusal', recusalId), expectedVersion, reason: 'Heard both sides.' },
      'recusal { state decisionReason appealUntil appealReason appealDecisionReason decideBy }',
    );

/** A recusal of the lead in a state, as its acts would have left it. */
async function makeRecusal(state: RecusalState, columns: Record<string, unknown> = {}) {
  const audit = await makeShownAudit(api);
  const isDecided = state !== 'FILED';
  const recusalId = await insertRow(api, 'recusal', {
    audit_id: audit.auditId,
    assignment_id: audit.leadAssignmentId,
    state,
    reason: REASON,
    decide_by: '2027-01-18',
    decided_by_id: isDecided ? coordinator : null,
    decided_at: isDecided ? '2027-01-11T08:00:00Z' : null,
    appeal_until: isDecided ? '2027-01-26' : null,
    ...columns,
  });
  return { ...audit, recusalId };
}

describe('recusalFile', () => {
  it('is filed within the window, its last day included', async () => {
    const audit = await makeShownAudit(api);
    api.clock.set('2027-01-26T22:30:00Z');
    const payload = await file(audit.managerId, audit.leadAssignmentId);
    expect(payload).toMatchObject({
      recusal: {
        state: 'FILED',
        isLate: false,
        decideBy: '2027-02-02',
        auditor: { id: globalId('Auditor', audit.lead.auditorId) },
        version: 1,
      },
      userErrors: [],
    });
    expect(await storedRow(api, 'audit', audit.auditId)).toMatchObject({ state: 'RECUSAL_WINDOW' });
  });

  it('is refused after the window, except for a new fact', async () => {
    const audit = await makeShownAudit(api);
    api.clock.set('2027-01-26T23:30:00Z');
    expect(errorsOf(await file(audit.managerId, audit.leadAssignmentId))).toEqual([
      { code: 'RECUSAL_WINDOW_OVER', path: 'input.isNewFact' },
    ]);
    const late = await file(audit.managerId, audit.leadAssignmentId, { isNewFact: true });
    expect(late['recusal']).toMatchObject({ state: 'FILED', isLate: true });
  });

  it('needs a new fact once the team is confirmed, and is over when the visit begins', async () => {
    const confirmed = await makeShownAudit(api, { state: 'TEAM_CONFIRMED' });
    expect(codesOf(await file(confirmed.managerId, confirmed.leadAssignmentId))).toEqual([
      'RECUSAL_WINDOW_OVER',
    ]);
    expect(codesOf(await file(confirmed.managerId, confirmed.leadAssignmentId, { isNewFact: true }))).toEqual(
      [],
    );
    const visited = await makeShownAudit(api, { state: 'ON_SITE' });
    expect(codesOf(await file(visited.managerId, visited.leadAssignmentId, { isNewFact: true }))).toEqual([
      'ILLEGAL_TRANSITION',
    ]);
  });

  it('is filed once for an assignment, with a reason', async () => {
    const audit = await makeShownAudit(api);
    expect(errorsOf(await file(audit.managerId, audit.leadAssignmentId, { reason: 'No.' }))).toEqual([
      { code: 'VALIDATION', path: 'input.reason' },
    ]);
    await file(audit.managerId, audit.leadAssignmentId);
    expect(errorsOf(await file(audit.managerId, audit.leadAssignmentId))).toEqual([
      { code: 'ALREADY_EXISTS', path: 'input.assignmentId' },
    ]);
  });

  it('is the manager’s of this service alone', async () => {
    const audit = await makeShownAudit(api);
    const contributor = await makeAccount(api, { services: { [audit.serviceId]: 'SERVICE_CONTRIBUTOR' } });
    const stranger = await makeService(api);
    const refusals = [
      [contributor.accountId, 'FORBIDDEN'],
      [coordinator, 'FORBIDDEN'],
      [audit.mate.accountId, 'FORBIDDEN'],
      [stranger.managerId, 'NOT_FOUND'],
    ] as const;
    for (const [account, code] of refusals) {
      expect(codesOf(await file(account, audit.leadAssignmentId))).toEqual([code]);
    }
    expect(await api.sql('select 1 from recusal where audit_id = $1', [audit.auditId])).toEqual([]);
  });
});

describe('the moves of a recusal', () => {
  const ACTS = [
    'recusalGrant',
    'recusalRefuse',
    'recusalAppeal',
    'recusalGrantAppeal',
    'recusalRefuseAppeal',
  ];
  const legal = (act: string, from: RecusalState) =>
    recusalStates.moves.find((each) => each.act === act && each.from.includes(from));
  const cases = ACTS.flatMap((act) =>
    RECUSAL_STATES.map((from) => [act, from, legal(act, from)?.to] as const),
  );

  it.each(cases)('%s from %s leads to %s', async (act, from, to) => {
    const { recusalId, managerId } = await makeRecusal(from);
    const payload = await move(act, act === 'recusalAppeal' ? managerId : steering, recusalId);
    expect(codesOf(payload)).toEqual(to ? [] : ['ILLEGAL_TRANSITION']);
    expect(await storedRow(api, 'recusal', recusalId)).toMatchObject({
      state: to ?? from,
      version: to ? 2 : 1,
    });
  });

  it('refuses who may not decide, and another version', async () => {
    const { recusalId, managerId, lead } = await makeRecusal('FILED');
    const stranger = (await makeService(api)).managerId;
    expect(codesOf(await move('recusalGrant', managerId, recusalId))).toEqual(['FORBIDDEN']);
    expect(codesOf(await move('recusalGrant', lead.accountId, recusalId))).toEqual(['NOT_FOUND']);
    expect(codesOf(await move('recusalGrant', stranger, recusalId))).toEqual(['NOT_FOUND']);
    expect(codesOf(await move('recusalAppeal', coordinator, recusalId))).toEqual(['FORBIDDEN']);
    expect(codesOf(await move('recusalGrant', coordinator, recusalId, 3))).toEqual(['STALE_VERSION']);
    expect(await storedRow(api, 'recusal', recusalId)).toMatchObject({ state: 'FILED', version: 1 });
  });
});

describe('what a decision brings about', () => {
  it('takes the auditor off the team, so that a substitute can be proposed', async () => {
    const audit = await makeRecusal('FILED');
    await move('recusalGrant', coordinator, audit.recusalId);
    expect(await storedRow(api, 'assignment', audit.leadAssignmentId)).toMatchObject({ state: 'RECUSED' });
    expect(await storedRow(api, 'assignment', audit.mateAssignmentId)).toMatchObject({ state: 'ACCEPTED' });
    expect(await storedRow(api, 'audit', audit.auditId)).toMatchObject({
      state: 'TEAM_PROPOSED',
      recusal_until: null,
      team_shown_at: '2027-01-11T08:00:00.000Z',
    });
    const propose = (auditorId: string) =>
      api.as(coordinator).act('assignmentPropose', {
        auditId: globalId('Audit', audit.auditId),
        auditorId: globalId('Auditor', auditorId),
        seat: 'RADIOLOGIST',
        isLead: true,
      });
    expect((await propose(audit.lead.auditorId))['userErrors']?.[0]?.['conflicts']).toEqual([
      { ruleCode: 'C13', level: 'BLOCK', facts: ['Recusal granted for this audit on 2027-01-11'] },
    ]);
    expect(codesOf(await propose((await makeAuditor(api)).auditorId))).toEqual([]);
  });

  it('still lets a recusal be settled when the auditor has left meanwhile', async () => {
    const audit = await makeRecusal('FILED');
    await api.sql(`update assignment set state = 'REPLACED' where id = $1`, [audit.leadAssignmentId]);
    expect(codesOf(await move('recusalGrant', coordinator, audit.recusalId))).toEqual([]);
    expect(await storedRow(api, 'assignment', audit.leadAssignmentId)).toMatchObject({ state: 'REPLACED' });
    expect(await storedRow(api, 'audit', audit.auditId)).toMatchObject({ state: 'RECUSAL_WINDOW' });
  });

  it('opens 15 days for an appeal against a refusal, and no more', async () => {
    const { recusalId, managerId } = await makeRecusal('FILED');
    const refused = await move('recusalRefuse', coordinator, recusalId);
    expect(refused['recusal']).toMatchObject({
      state: 'REFUSED',
      decisionReason: 'Heard both sides.',
      appealUntil: '2027-01-26',
    });
    api.clock.set('2027-01-27T08:00:00Z');
    expect(codesOf(await move('recusalAppeal', managerId, recusalId, 2))).toEqual(['APPEAL_OVER']);
    api.clock.set('2027-01-26T08:00:00Z');
    const appealed = await move('recusalAppeal', managerId, recusalId, 2);
    expect(appealed['recusal']).toMatchObject({
      state: 'APPEALED',
      appealReason: 'Heard both sides.',
      decideBy: '2027-02-10',
    });
  });

  it('has the appeal decided by another person, whatever account he uses', async () => {
    const audit = await makeRecusal('APPEALED');
    const [who] = await api.sql('select person_id from account where id = $1', [coordinator]);
    const second = await makeAccount(api, {
      roles: ['STEERING_MEMBER'],
      personId: String(who?.['person_id']),
    });
    for (const account of [coordinator, second.accountId]) {
      expect(codesOf(await move('recusalGrantAppeal', account, audit.recusalId))).toEqual([
        'DECIDED_BY_SAME_PERSON',
      ]);
      expect(codesOf(await move('recusalRefuseAppeal', account, audit.recusalId))).toEqual([
        'DECIDED_BY_SAME_PERSON',
      ]);
    }
    const granted = await move('recusalGrantAppeal', steering, audit.recusalId);
    expect(granted['recusal']).toMatchObject({
      state: 'APPEAL_GRANTED',
      appealDecisionReason: 'Heard both sides.',
    });
    expect(await storedRow(api, 'assignment', audit.leadAssignmentId)).toMatchObject({ state: 'RECUSED' });
    expect(await storedRow(api, 'audit', audit.auditId)).toMatchObject({ state: 'TEAM_PROPOSED' });
  });

  it('is between the service and those who decide', async () => {
    const audit = await makeRecusal('FILED');
    const query = `query ($id: ID!) { recusal(id: $id) { reason availableTransitions { act isAvailable } } }`;
    const read = async (account: string) =>
      (await api.as(account).run(query, { id: globalId('Recusal', audit.recusalId) })).data['recusal'];
    const decisions = [
      { act: 'recusalGrant', isAvailable: true },
      { act: 'recusalRefuse', isAvailable: true },
    ];
    expect(await read(coordinator)).toEqual({ reason: REASON, availableTransitions: decisions });
    expect(await read(steering)).toEqual({ reason: REASON, availableTransitions: decisions });
    expect(await read(audit.managerId)).toEqual({ reason: REASON, availableTransitions: [] });
    expect(await read(audit.lead.accountId)).toBeNull();
    expect(await read(audit.mate.accountId)).toBeNull();
  });
});
