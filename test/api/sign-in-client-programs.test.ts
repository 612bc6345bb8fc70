import { buildSchema } from '../../schema/build-schema';
import { CLIENT_SCOPES, hashPassword } from '../../server/identity';
import { rootsOf } from '../../server/identity/client-programs/client-scopes';
import { clientOf, openApi, type ApiClient, type Json, type TestApi } from '../support/api';
import { askToken, CREDENTIALS, makeProgram as register, type Program } from '../support/client-programs';
import { makeAccount, makeAudit } from '../support/factories';
import { PASSWORD, refresh, rolesOf, signIn } from '../support/sign-in';

const START = '2027-01-11T08:00:00Z';

let api: TestApi;
let admin: ApiClient;
let adminId: string;

beforeAll(async () => {
  api = await openApi();
  adminId = (await makeAccount(api, { roles: ['ADMIN'] })).accountId;
  admin = api.as(adminId);
  await makeAudit(api);
});
beforeEach(() => api.clock.set(START));
afterAll(() => api.close());

const codesOf = (payload: Json): string[] => payload.userErrors.map(({ code }: Json) => code);
const errorsOf = ({ errors }: Json): string[] => (errors ?? []).map((error: Json) => error.extensions.code);

const makeProgram = (scopes?: string[]): Promise<Program> => register(admin, scopes);
const ask = (program: Pick<Program, 'clientId' | 'clientSecret'>, form = {}) => askToken(api, program, form);

async function tokenOf(program: Program, scope?: string): Promise<string> {
  const { body } = await ask(program, scope ? { scope } : {});
  return String(body.access_token);
}

describe('a token of a client program', () => {
  it('may call what its scopes list, and nothing else, whatever its roles', async () => {
    const program = await makeProgram(['AUDITS_READ']);
    const coordinator = (await makeAccount(api, { roles: ['ADMIN'] })).accountId;
    await api.as(coordinator).act('roleGrant', { accountId: program.accountId, role: 'COORDINATOR' });
    const token = await tokenOf(program);
    const client = clientOf(api.url, token);
    expect(await rolesOf(api, token)).toEqual(['COORDINATOR']);
    const audits = await client.run('{ audits(first: 5) { totalCount } }');
    expect(audits).toMatchObject({ status: 200, data: { audits: { totalCount: 1 } } });
    for (const query of [
      '{ accounts(first: 1) { totalCount } }',
      '{ auditedServices(first: 1) { totalCount } }',
      '{ clientPrograms(first: 1) { totalCount } }',
      '{ nodes(ids: []) { id } }',
      'mutation { campaignCreate(input: { idempotencyKey: "5f0f6d9e-6a8d-4d6a-9f43-2d6d0c1e8a11", code: "C", title: "T", templateVersionId: "x", visitsFrom: "2027-03-01", visitsTo: "2027-03-02" }) { replayed } }',
      'mutation { signOut(input: { idempotencyKey: "5f0f6d9e-6a8d-4d6a-9f43-2d6d0c1e8a11" }) { replayed } }',
    ])
      expect(errorsOf(await client.run(query))).toEqual(['SCOPE_MISSING']);
    expect(await api.sql(`select 1 from campaign where code = 'C'`)).toEqual([]);
  });

  it('reaches from its roots no type of another scope', async () => {
    const program = await makeProgram(['REGISTRY_READ']);
    const { accountId } = await makeAccount(api, { roles: ['ADMIN'] });
    await api.as(accountId).act('roleGrant', { accountId: program.accountId, role: 'COORDINATOR' });
    const client = clientOf(api.url, await tokenOf(program));
    const within = await client.run(
      '{ auditedServices(first: 1) { nodes { name organisations { organisation { name } } } } }',
    );
    expect([errorsOf(within), within.data.auditedServices.nodes.length]).toEqual([[], 1]);
    for (const beyond of [
      'audits(first: 1) { totalCount nodes { state } }',
      'roleGrants { account { email } }',
    ])
      expect(
        errorsOf(await client.run(`{ auditedServices(first: 1) { nodes { name ${beyond} } } }`)),
      ).toEqual(['SCOPE_MISSING']);
  });

  it('sees without roles what an account without roles sees', async () => {
    const client = clientOf(api.url, await tokenOf(await makeProgram(['AUDITS_READ'])));
    const { data } = await client.run(
      '{ audits(first: 5) { totalCount } viewer { person { id } account { kind } } }',
    );
    expect(data).toEqual({
      audits: { totalCount: 0 },
      viewer: { person: null, account: { kind: 'SERVICE_ACCOUNT' } },
    });
  });

  it('may be asked for with fewer scopes', async () => {
    const program = await makeProgram(['AUDITS_READ', 'REGISTRY_READ']);
    const client = clientOf(api.url, await tokenOf(program, 'registry:read'));
    expect(errorsOf(await client.run('{ auditedServices(first: 1) { totalCount } }'))).toEqual([]);
    expect(errorsOf(await client.run('{ audits(first: 1) { totalCount } }'))).toEqual(['SCOPE_MISSING']);
  });

  it('cannot be renewed, and its account cannot sign in by a password', async () => {
    const program = await makeProgram();
    expect(await refresh(api, await tokenOf(program))).toEqual(['REFRESH_REFUSED']);
    const passwordHash = await hashPassword(PASSWORD);
    await api.sql(
      `update account set password_hash = $2 where id = (select account_id from client_program where id = $1)`,
      [program.clientId, passwordHash],
    );
    const email = `${program.clientId}@client-program.invalid`;
    const { data } = await signIn(api, email);
    expect(data.signIn.userErrors).toMatchObject([{ code: 'SIGN_IN_FAILED' }]);
  });

  it('ends at the next request when the program is revoked, or its account closed, or a scope taken away', async () => {
    const revoked = await makeProgram(['AUDITS_READ']);
    const closed = await makeProgram(['AUDITS_READ']);
    const narrowed = await makeProgram(['AUDITS_READ']);
    const tokens = await Promise.all([revoked, closed, narrowed].map((program) => tokenOf(program)));
    const look = async () =>
      Promise.all(
        tokens.map(async (token) =>
          errorsOf(await clientOf(api.url, token).run('{ audits(first: 1) { totalCount } }')),
        ),
      );
    expect(await look()).toEqual([[], [], []]);
    await admin.act('clientProgramRevoke', { clientProgramId: revoked.id, expectedVersion: 1 });
    await admin.act('accountDisable', { accountId: closed.accountId, expectedVersion: 1 });
    await api.sql(`update client_program set scopes = '{REGISTRY_READ}' where id = $1`, [narrowed.clientId]);
    expect(await look()).toEqual([['UNAUTHENTICATED'], ['UNAUTHENTICATED'], ['SCOPE_MISSING']]);
    expect((await ask(revoked)).status).toBe(401);
    expect((await ask(closed)).status).toBe(401);
  });

  it('has the roles that its account has now', async () => {
    const program = await makeProgram();
    const token = await tokenOf(program);
    expect(await rolesOf(api, token)).toEqual([]);
    const { roleGrant } = await admin.act(
      'roleGrant',
      { accountId: program.accountId, role: 'ANALYST' },
      'roleGrant { id }',
    );
    expect(await rolesOf(api, token)).toEqual(['ANALYST']);
    await admin.act('roleRevoke', { roleGrantId: roleGrant.id, expectedVersion: 1 });
    expect(await rolesOf(api, token)).toEqual([]);
  });
});

describe('a client secret', () => {
  it('is shown once, and only its hash is kept', async () => {
    const input = {
      idempotencyKey: '1f0f6d9e-6a8d-4d6a-9f43-2d6d0c1e8a22',
      name: 'Export',
      contactEmail: 'dsi@example.org',
      scopes: ['REGISTRY_READ'],
    };
    const made = await admin.act('clientProgramCreate', input, CREDENTIALS);
    expect(made.clientProgram.account).toMatchObject({ kind: 'SERVICE_ACCOUNT', person: null });
    const again = await admin.act('clientProgramCreate', input, CREDENTIALS);
    expect(again).toMatchObject({
      replayed: true,
      clientCredentials: null,
      clientProgram: { id: made.clientProgram.id },
    });
    const { clientSecret } = made.clientCredentials;
    const rows = await api.sql<{ row: string }>(
      `select to_jsonb(s)::text as row from client_secret s union all select to_jsonb(k)::text from idempotency_key k`,
    );
    expect(rows.length).toBeGreaterThan(1);
    expect(rows.filter(({ row }) => row.includes(clientSecret))).toEqual([]);
  });

  it('is rotated without a gap: both are good for the overlap', async () => {
    const program = await makeProgram();
    const rotated = await admin.act(
      'clientProgramRotateSecret',
      { clientProgramId: program.id, expectedVersion: 1, overlapHours: 2 },
      CREDENTIALS,
    );
    const next = rotated.clientCredentials;
    expect(next.clientSecret).not.toBe(program.clientSecret);
    const statuses = async () => [(await ask(program)).status, (await ask(next)).status];
    expect(await statuses()).toEqual([200, 200]);
    api.clock.advance({ hours: 2 });
    expect(await statuses()).toEqual([401, 200]);
    const stale = await admin.act('clientProgramRotateSecret', {
      clientProgramId: program.id,
      expectedVersion: 1,
    });
    expect(codesOf(stale)).toEqual(['STALE_VERSION']);
  });

  it('that leaked is replaced at once, with no overlap', async () => {
    const program = await makeProgram();
    const rotated = await admin.act(
      'clientProgramRotateSecret',
      { clientProgramId: program.id, expectedVersion: 1, overlapHours: 0 },
      CREDENTIALS,
    );
    expect([(await ask(program)).status, (await ask(rotated.clientCredentials)).status]).toEqual([401, 200]);
    await admin.act('clientProgramRevoke', { clientProgramId: program.id, expectedVersion: 2 });
    const late = await admin.act('clientProgramRotateSecret', {
      clientProgramId: program.id,
      expectedVersion: 3,
    });
    expect(codesOf(late)).toEqual(['CLIENT_PROGRAM_REVOKED']);
  });
});

describe('client programs', () => {
  it('are an administrator’s business', async () => {
    const program = await makeProgram();
    const { accountId } = await makeAccount(api, { roles: ['COORDINATOR', 'STEERING_MEMBER'] });
    const coordinator = api.as(accountId);
    const input = { name: 'X', contactEmail: 'x@example.org', scopes: ['AUDITS_READ'] };
    expect(codesOf(await coordinator.act('clientProgramCreate', input))).toEqual(['FORBIDDEN']);
    const move = { clientProgramId: program.id, expectedVersion: 1 };
    expect(codesOf(await coordinator.act('clientProgramRevoke', move))).toEqual(['NOT_FOUND']);
    const { data } = await coordinator.run('{ clientPrograms(first: 5) { totalCount } }');
    expect(data).toEqual({ clientPrograms: { totalCount: 0 } });
    expect(codesOf(await admin.act('clientProgramCreate', { ...input, scopes: [] }))).toEqual(['VALIDATION']);
  });

  it('have scopes that name root fields of the schema, none of which signs in or hands out rights', () => {
    const schema = buildSchema();
    const roots = { ...schema.getQueryType()?.getFields(), ...schema.getMutationType()?.getFields() };
    const listed = Object.values(CLIENT_SCOPES).flatMap((scope) => [...scope.roots]);
    expect(listed.filter((root) => !(root in roots))).toEqual([]);
    expect(
      listed.filter((root) => /account|role|session|password|secret|factor|identity|node/i.test(root)),
    ).toEqual([]);
    expect([...rootsOf([])]).toEqual(['viewer']);
  });
});
