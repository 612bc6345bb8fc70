import { randomUUID } from 'node:crypto';
import { Writable } from 'node:stream';
import { codeAt, stepAt } from '../../server/identity';
import { clientOf, openApi, type Json, type TestApi } from '../support/api';
import { drawSample, makeCaseAudit, ratingsOf } from '../support/case-factories';
import { makeAccount } from '../support/factories';
import { issuerOf } from '../support/federated-api';
import {
  Browser,
  CLIENT_SECRET,
  PUBLIC_URL,
  startProvider,
  verifierAndChallenge,
  type RunningProvider,
} from '../support/identity-provider';
import { createAccountOf, PASSWORD, renewed, sessionOf, signIn } from '../support/sign-in';

let provider: RunningProvider;
let api: TestApi;
let log = '';

beforeAll(async () => {
  provider = await startProvider();
  const logTo = new Writable({
    write(chunk: Buffer, _encoding, done) {
      log += chunk.toString();
      done();
    },
  });
  api = await openApi({
    settings: {
      logLevel: 'trace',
      logTo,
      publicUrl: PUBLIC_URL,
      oidcIssuers: [issuerOf(provider.issuer)],
    },
  });
});
afterAll(async () => {
  await api.close();
  provider.stop();
});

/** Signs in by every way there is, does wrong what can be done wrong, and gives every secret that was sent or received. */
async function everySecret(): Promise<Record<string, string>> {
  const adminId = (await makeAccount(api, { roles: ['ADMIN'] })).accountId;
  const admin = api.as(adminId);
  const email = 'canary@example.org';
  await createAccountOf(api, adminId, email);
  const wrongPassword = 'a wrong password canary';
  await signIn(api, email, wrongPassword);
  const session = await sessionOf(api, email);
  const own = clientOf(api.url, session.accessToken);
  const factor = await own.act(
    'secondFactorEnrol',
    { currentPassword: PASSWORD },
    'secondFactorKey { secret uri }',
  );
  const totpSecret = String(factor.secondFactorKey.secret);
  const confirmed = await own.act(
    'secondFactorConfirm',
    { code: codeAt(totpSecret, stepAt(api.clock.now())) },
    'recoveryCodes { codes }',
  );
  const [spent, unspent, third] = confirmed.recoveryCodes.codes as string[];
  const again = await sessionOf(api, email, { code: spent });
  const next = await renewed(api, again.refreshToken);

  const program = await admin.act(
    'clientProgramCreate',
    { name: 'Canari', contactEmail: 'c@example.org', scopes: ['AUDITS_READ'] },
    'clientProgram { id } clientCredentials { clientId clientSecret }',
  );
  const { clientId, clientSecret } = program.clientCredentials;
  const wrongSecret = 'vav_a-wrong-client-secret-canary';
  const ask = async (secret: string): Promise<Json> => {
    const response = await fetch(new URL('/oauth/token', api.url), {
      method: 'POST',
      headers: { authorization: `Basic ${Buffer.from(`${clientId}:${secret}`).toString('base64')}` },
      body: new URLSearchParams({ grant_type: 'client_credentials' }),
    });
    return response.json();
  };
  await ask(wrongSecret);
  const clientToken = String((await ask(clientSecret)).access_token);
  await clientOf(api.url, clientToken).run('{ viewer { roles } }');

  const { codeVerifier, challenge } = verifierAndChallenge();
  const browser = new Browser(api.url);
  const callback = new URL(
    await browser.signInAt(`${PUBLIC_URL}/sign-in/oidc/psc?code_challenge=${challenge}`, 'canary-subject'),
  );
  const signInCode = (JSON.parse((await browser.get(callback.href)).text) as { code: string }).code;
  await browser.get(callback.href);
  const linked = await clientOf(api.url, next.accessToken).act('identityLink', {
    code: signInCode,
    codeVerifier,
    password: PASSWORD,
    secondFactorCode: third,
  });
  expect(linked.userErrors).toEqual([]);
  const invited = await admin.act(
    'invitationCreate',
    { familyName: 'A', givenName: 'B', email: 'd@example.org' },
    'invitation { token }',
  );
  const changed = 'un nouveau mot de passe canari';
  const change = { currentPassword: PASSWORD, newPassword: changed };
  expect((await clientOf(api.url, next.accessToken).act('passwordChange', change)).userErrors).toEqual([]);

  return {
    password: PASSWORD,
    wrongPassword,
    changed,
    accessToken: session.accessToken,
    refreshToken: session.refreshToken,
    usedRefreshToken: again.refreshToken,
    nextRefreshToken: next.refreshToken,
    totpSecret,
    spent: String(spent),
    unspent: String(unspent),
    clientSecret: String(clientSecret),
    wrongSecret,
    clientToken,
    providerSecret: CLIENT_SECRET,
    providerCode: String(callback.searchParams.get('code')),
    state: String(callback.searchParams.get('state')),
    signInCode,
    codeVerifier,
    invitation: String(invited.invitation.token),
  };
}

describe('a secret', () => {
  it('stands neither in the log, at its loudest, nor in any table', async () => {
    const secrets = await everySecret();
    const tables = await api.sql<{ name: string }>(
      `select tablename as name from pg_tables where schemaname = 'public' order by 1`,
    );
    const rows: string[] = [];
    for (const { name } of tables) {
      const found = await api.sql<{ row: string }>(
        `select '${name} ' || to_jsonb(t)::text as row from "${name}" t`,
      );
      rows.push(...found.map(({ row }) => row));
    }
    const where = Object.entries(secrets).flatMap(([name, secret]) => {
      expect(secret.length).toBeGreaterThan(15);
      const spellings = [
        secret,
        encodeURIComponent(secret),
        secret.replaceAll('-', ''),
        JSON.stringify(secret).slice(1, -1),
      ];
      const isIn = (text: string): boolean => spellings.some((spelling) => text.includes(spelling));
      return [
        ...(isIn(log) ? [`${name} in the log`] : []),
        ...rows.filter((row) => isIn(row)).map((row) => `${name} in ${row.split(' ')[0]}`),
      ];
    });
    expect(where).toEqual([]);
    // What would be found is there: the log tells of each request, the tables of each act.
    expect(log.match(/"url":"\/graphql"/g)?.length).toBeGreaterThan(10);
    expect(log).toContain('/sign-in/oidc/callback');
    for (const act of ['secondFactorConfirm', 'clientProgramCreate', 'identityLink', 'passwordChange'])
      expect(rows.filter((row) => row.startsWith('idempotency_key') && row.includes(act))).toHaveLength(1);
  });
});

describe('what somebody wrote', () => {
  it('stands not in the log when the database fails over it', async () => {
    const audit = await makeCaseAudit(api);
    const sample = await drawSample(audit);
    const [row] = ratingsOf(sample);
    const remark = 'remarque-canari-aveugle';
    await api.sql('alter table case_review add constraint fails check (remark is null)');
    const { errors } = await audit.lead.run(
      `mutation ($input: CaseReviewsRecordInput!) { caseReviewsRecord(input: $input) { userErrors { __typename } } }`,
      { input: { caseSampleId: sample.id, idempotencyKey: randomUUID(), reviews: [{ ...row, remark }] } },
    );
    await api.sql('alter table case_review drop constraint fails');
    expect(errors?.[0]?.extensions['code']).toBe('INTERNAL');
    expect(log).toContain('insert into case_review');
    expect(log).not.toContain(remark);
  });
});
