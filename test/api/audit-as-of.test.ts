import { globalId } from '../../server/kernel/ids';
import { openApi, type Json, type TestApi } from '../support/api';
import { makeCoordinator, makeService, makeTeamedAudit } from '../support/factories';
import { signAll } from '../support/signing';

let api: TestApi;
let coordinator: string;
let audit: Awaited<ReturnType<typeof makeTeamedAudit>>;
/** Instants of the acts, by the clock of the database, which writes the trail. */
const at: Record<string, string> = {};

const AS_OF = `query ($id: ID!, $at: DateTime!) { auditAsOf(auditId: $id, at: $at) {
  state stateReason version visitOn closedAt
  findings { number state statement draftedStatement } correctiveActions { title state ownerName dueOn } } }`;

async function asOf(account: string, instant: string): Promise<Json> {
  const { data, errors } = await api
    .as(account)
    .run(AS_OF, { id: globalId('Audit', audit.auditId), at: instant });
  expect(errors).toBeUndefined();
  return data.auditAsOf;
}

/** Marks the instant of the last entry: what it changed is so from then on. */
async function mark(name: string): Promise<void> {
  const [row] = await api.sql<{ last: string }>('select max(created_at) as last from trail_entry');
  at[name] = row?.last ?? '';
}

async function succeed(
  account: string,
  act: string,
  input: Record<string, unknown>,
  selection = '',
): Promise<Json> {
  const payload = await api.as(account).act(act, input, selection);
  expect(payload.userErrors).toEqual([]);
  return payload;
}

const versionOf = async (): Promise<number> =>
  (await api.sql<{ version: number }>('select version from audit where id = $1', [audit.auditId]))[0]
    ?.version ?? 0;
const move = async (): Promise<Record<string, unknown>> => ({
  auditId: globalId('Audit', audit.auditId),
  expectedVersion: await versionOf(),
});

beforeAll(async () => {
  api = await openApi();
  coordinator = await makeCoordinator(api);
  audit = await makeTeamedAudit(api, {
    state: 'DRAFT_REPORT',
    columns: { visit_on: '2027-01-04' },
  });
  const { lead, mate, managerId } = audit;
  const [made] = await api.sql<{ before: string; planned: string }>(
    `select created_at - interval '1 millisecond' as before, created_at as planned from audit where id = $1`,
    [audit.auditId],
  );
  Object.assign(at, made);
  const { finding } = await succeed(
    lead.accountId,
    'findingCreate',
    {
      auditId: globalId('Audit', audit.auditId),
      kind: 'NON_CONFORMITY',
      severity: 'MAJOR',
      statement: 'Premier jet.',
    },
    'finding { id version }',
  );
  await mark('drafted');
  await succeed(lead.accountId, 'findingUpdate', {
    findingId: finding.id,
    expectedVersion: finding.version,
    kind: 'NON_CONFORMITY',
    severity: 'MAJOR',
    statement: 'Second jet.',
  });
  await signAll(api, { ...audit, lead, mate }, 'DRAFT');
  await succeed(lead.accountId, 'draftReportSubmit', await move());
  await mark('shared');
  await succeed(managerId, 'findingReply', {
    findingId: finding.id,
    expectedVersion: (
      await api.sql<{ version: number }>('select version from finding where audit_id = $1', [audit.auditId])
    )[0]?.version,
    kind: 'CONTESTED',
    argument: 'Le protocole existe, en voici la référence.',
  });
  await mark('contested');
  await succeed(coordinator, 'auditSuspend', { ...(await move()), reason: 'Grève.' });
  await mark('suspended');
});
afterAll(() => api.close());

const states = async (account: string, instant: string): Promise<unknown> => {
  const found = await asOf(account, at[instant] ?? '');
  return found && [found.state, found.findings.map(({ state, statement }: Json) => `${state} ${statement}`)];
};

describe('an audit as of an instant', () => {
  it('is what it was then, step by step, for its team', async () => {
    const { accountId } = audit.lead;
    expect(await states(accountId, 'before')).toBeNull();
    expect(await states(accountId, 'planned')).toEqual(['DRAFT_REPORT', []]);
    expect(await states(accountId, 'drafted')).toEqual(['DRAFT_REPORT', ['DRAFT Premier jet.']]);
    expect(await states(accountId, 'shared')).toEqual(['CONTRADICTORY', ['SHARED Second jet.']]);
    expect(await states(accountId, 'contested')).toEqual(['CONTRADICTORY', ['CONTESTED Second jet.']]);
    expect(await states(accountId, 'suspended')).toEqual(['SUSPENDED', ['CONTESTED Second jet.']]);
  });

  it.each([
    ['service', () => audit.managerId],
    ['coordination', () => coordinator],
  ])('shows the %s no draft, then or now', async (_who, account) => {
    expect(await states(account(), 'planned')).toEqual(['DRAFT_REPORT', []]);
    expect(await states(account(), 'drafted')).toEqual(['DRAFT_REPORT', []]);
    expect(await states(account(), 'shared')).toEqual(['CONTRADICTORY', ['SHARED Second jet.']]);
    expect(await states(account(), 'contested')).toEqual(['CONTRADICTORY', ['CONTESTED Second jet.']]);
    for (const instant of ['before', 'planned', 'drafted', 'shared', 'contested', 'suspended'])
      expect(JSON.stringify(await asOf(account(), at[instant] ?? ''))).not.toContain('Premier');
  });

  it('keeps the reason of a suspension to whom may read it', async () => {
    expect((await asOf(coordinator, at['suspended'] ?? '')).stateReason).toBe('Grève.');
    expect((await asOf(audit.managerId, at['suspended'] ?? '')).stateReason).toBe('Grève.');
    expect((await asOf(coordinator, at['contested'] ?? '')).stateReason).toBeNull();
  });

  it('is not there for whom the audit is not there', async () => {
    const stranger = (await makeService(api)).managerId;
    expect(await asOf(stranger, at['shared'] ?? '')).toBeNull();
    expect((await api.as(coordinator).run(AS_OF, { id: 'x', at: at['shared'] })).data.auditAsOf).toBeNull();
  });

  it('is the present one in the future, and takes no instant that is none', async () => {
    expect((await asOf(coordinator, '2199-01-01T00:00:00Z')).state).toBe('SUSPENDED');
    const { errors } = await api
      .as(coordinator)
      .run(AS_OF, { id: globalId('Audit', audit.auditId), at: 'hier' });
    expect(errors?.map(({ extensions }) => extensions['code'])).toEqual(['BAD_USER_INPUT']);
  });
});
