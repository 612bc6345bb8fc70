import { randomUUID } from 'node:crypto';
import { AUDIT_STATES, auditStates, BEFORE_REPORT, type AuditState } from '../../server/audits';
import { policy } from '../../server/identity/policy';
import { globalId } from '../../server/kernel/ids';
import { allowedActs, moveOf } from '../../server/kernel/states';
import { openApi, type Json, type TestApi } from '../support/api';
import { gradeAll, makeAction, makeMajorFinding } from '../support/audit-factories';
import { insertRow, makeCampaign, makeCoordinator, makeTeamedAudit } from '../support/factories';
import { signAll } from '../support/signing';

let api: TestApi;
let coordinator: string;
let inputTypes: Map<string, string>;

beforeAll(async () => {
  api = await openApi();
  coordinator = await makeCoordinator(api);
  const answer = await api
    .as(coordinator)
    .run('{ __type(name: "Mutation") { fields { name args { type { ofType { name } } } } } }');
  const fields = answer.data['__type']?.['fields'] as unknown as {
    name: string;
    args: { type: { ofType: { name: string } } }[];
  }[];
  inputTypes = new Map(fields.map(({ name, args }) => [name, args[0]?.type.ofType.name ?? '']));
});
afterAll(() => api.close());
beforeEach(() => api.clock.set('2027-06-01T08:00:00Z'));

const acts = auditStates.moves.filter((move) => !move.isInternal).map(({ act }) => act);
const pairs = AUDIT_STATES.flatMap((state) => acts.map((act) => [state, act] as const));
const isLegal = ([state, act]: readonly [AuditState, string]) =>
  moveOf(auditStates, act, state) !== undefined;

/** What an act needs beside the audit and its version. */
const EXTRA: Record<string, Record<string, string>> = {
  auditSuspend: { reason: 'Panne du scanner.' },
  auditCancel: { reason: 'Le service ferme.' },
};

/** An audit in a state, with all that any guard asks for. */
async function readyAudit(state: AuditState) {
  const columns = {
    suspended_from_state: state === 'SUSPENDED' ? 'ON_SITE' : null,
    visit_on: '2027-05-03',
    recusal_until: '2027-02-15',
    self_assessment_due_on: '2027-04-02',
    contradictory_until: '2027-05-31',
    plan_submitted_at: '2027-05-31T08:00:00Z',
  };
  const assignmentState = ['PLANNED', 'TEAM_PROPOSED', 'RECUSAL_WINDOW'].includes(state)
    ? 'ACCEPTED'
    : 'CONFIRMED';
  const campaignId = await makeCampaign(api);
  const audit = await makeTeamedAudit(api, { state, columns, assignmentState, campaignId });
  await gradeAll(api, audit.auditId, 'SELF');
  await gradeAll(api, audit.auditId, 'CONSENSUS', {
    author: audit.lead.auditorId,
    agreedBy: audit.mate.auditorId,
  });
  const isDrafting =
    BEFORE_REPORT.indexOf(state) >= 0 &&
    BEFORE_REPORT.indexOf(state) <= BEFORE_REPORT.indexOf('DRAFT_REPORT');
  const findingId = await makeMajorFinding(api, audit, isDrafting ? 'DRAFT' : 'SHARED');
  if (!isDrafting)
    await insertRow(api, 'finding_reply', {
      finding_id: findingId,
      audit_id: audit.auditId,
      kind: 'ACCEPTED',
    });
  await makeAction(api, audit, findingId, state === 'PLAN_DUE' ? 'PROPOSED' : 'VERIFIED');
  if (state === 'PLAN_DUE')
    await insertRow(api, 'report', {
      audit_id: audit.auditId,
      number: 1,
      content: '{}',
      sha256: EMPTY_SHA256,
    });
  if (state === 'DRAFT_REPORT') await signAll(api, audit, 'DRAFT');
  if (state === 'FINALISATION') await signAll(api, audit, 'REPORT');
  return audit;
}

/** Of `{}`. */
const EMPTY_SHA256 = '44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a';

type Ready = Awaited<ReturnType<typeof readyAudit>>;

/** Somebody whom the policy table lets do the act. */
function whoMay(audit: Ready, act: string): string {
  const allowed = policy.mutations[act] ?? [];
  if (allowed.includes('COORDINATOR')) return coordinator;
  return allowed.includes('SERVICE_MANAGER') ? audit.managerId : audit.lead.accountId;
}

async function perform(audit: Ready, act: string): Promise<Json> {
  const document = `mutation ($input: ${inputTypes.get(act)}!) { ${act}(input: $input) {
    audit { state version }
    userErrors { code ... on IllegalTransitionError { from allowed } } } }`;
  const input = {
    idempotencyKey: randomUUID(),
    auditId: globalId('Audit', audit.auditId),
    expectedVersion: 1,
    ...EXTRA[act],
  };
  const answer = await api.as(whoMay(audit, act)).run(document, { input });
  const payload = answer.data?.[act];
  if (!payload) throw new Error(JSON.stringify(answer));
  return payload;
}

/** The audit with its team and findings, as the database has them. */
async function snapshot({ auditId }: Ready): Promise<unknown> {
  return api.sql(
    `select to_json(a) as audit,
       (select json_agg(s order by s.id) from assignment s where s.audit_id = a.id) as assignments,
       (select json_agg(f order by f.id) from finding f where f.audit_id = a.id) as findings
     from audit a where a.id = $1`,
    [auditId],
  );
}

describe('each legal move of an audit', () => {
  it.each(pairs.filter(isLegal))('from %s by %s', async (state, act) => {
    const audit = await readyAudit(state);
    const move = moveOf(auditStates, act, state);
    const payload = await perform(audit, act);
    expect(payload['userErrors']).toEqual([]);
    const to = act === 'auditResume' ? 'ON_SITE' : move?.to;
    expect(payload['audit']).toEqual({ state: to, version: 2 });
  });
});

describe('each illegal move of an audit', () => {
  it.each(AUDIT_STATES)('out of %s is refused and changes nothing', async (state) => {
    const audit = await readyAudit(state);
    const before = await snapshot(audit);
    const illegal = acts.filter((act) => !isLegal([state, act]));
    for (const act of illegal) {
      const payload = await perform(audit, act);
      const refusal = { code: 'ILLEGAL_TRANSITION', from: state, allowed: allowedActs(auditStates, state) };
      expect({ act, ...payload }).toEqual({ act, audit: null, userErrors: [refusal] });
    }
    expect(illegal.length).toBeGreaterThan(0);
    expect(await snapshot(audit)).toEqual(before);
  });
});

describe('availableTransitions of an audit', () => {
  it.each(AUDIT_STATES)('in %s are the moves of the table that are the viewer’s', async (state) => {
    const audit = await readyAudit(state);
    const viewers = [
      [coordinator, ['COORDINATOR']],
      [audit.lead.accountId, ['LEAD', 'TEAM']],
      [audit.mate.accountId, ['TEAM']],
      [audit.managerId, ['SERVICE_MANAGER']],
    ] as const;
    for (const [account, relations] of viewers) {
      const answer = await api
        .as(account)
        .run('query ($id: ID!) { audit(id: $id) { availableTransitions { act isAvailable reason } } }', {
          id: globalId('Audit', audit.auditId),
        });
      const his = (act: string) =>
        relations.some((relation) => policy.mutations[act]?.some((allowed) => allowed === relation));
      expect(answer.data['audit']?.['availableTransitions']).toEqual(
        allowedActs(auditStates, state)
          .filter(his)
          .map((act) => ({ act, isAvailable: true, reason: null })),
      );
    }
  });
});
