import { codeAt, GUESSES, stepAt } from '../../server/identity';
import { globalId, uuidOf } from '../../server/kernel/ids';
import { clientOf, type ApiClient, type Json, type TestApi } from '../support/api';
import { makeAccount, makeAuditor, makeService } from '../support/factories';
import { codesOf, link, openFederatedApi, type FederatedApi } from '../support/federated-api';
import { verifierAndChallenge } from '../support/identity-provider';
import { PASSWORD, rolesOf } from '../support/sign-in';
import { givePassword } from '../support/signing';
import { makeTie } from '../support/teams-factories';
import { entriesOf } from '../support/trail-entries';

const ACCEPT = `mutation ($input: InvitationAcceptInput!) { invitationAccept(input: $input) {
  session { accessToken } userErrors { code path } } }`;

let federated: FederatedApi;
let api: TestApi;
let adminId: string;

beforeAll(async () => {
  federated = await openFederatedApi();
  ({ api, adminId } = federated);
});
afterAll(() => federated.close());

const through: FederatedApi['through'] = (...args) => federated.through(...args);
const redeem: FederatedApi['redeem'] = (input) => federated.redeem(input);
const local: FederatedApi['local'] = () => federated.local();

/** Gives an account a second factor; gives one of its recovery codes. */
async function enrol(client: ApiClient): Promise<string> {
  const { secondFactorKey } = await client.act(
    'secondFactorEnrol',
    { currentPassword: PASSWORD },
    'secondFactorKey { secret }',
  );
  const code = codeAt(String(secondFactorKey.secret), stepAt(api.clock.now()));
  const { recoveryCodes } = await client.act('secondFactorConfirm', { code }, 'recoveryCodes { codes }');
  return String(recoveryCodes.codes[0]);
}

describe('linking an identity', () => {
  it('is for one account: a second one is refused, and so is a code of another client', async () => {
    const { client } = await local();
    await link(client, await through('sub-taken'));
    const { client: other } = await local();
    expect(codesOf(await link(other, await through('sub-taken')))).toEqual(['IDENTITY_TAKEN']);
    const { code } = await through('sub-free');
    const foreign = { code, codeVerifier: verifierAndChallenge().codeVerifier };
    expect(codesOf(await link(other, foreign))).toEqual(['SIGN_IN_CODE_REFUSED']);
  });

  it('is refused when the register knows the auditor under another RPPS number', async () => {
    const { accountId, auditorId } = await makeAuditor(api);
    await api.sql(`update auditor set rpps = '10000000012' where id = $1`, [auditorId]);
    await givePassword(api, accountId);
    const auditor = api.as(accountId);
    expect(codesOf(await link(auditor, await through('sub-rpps;810000000099')))).toEqual([
      'IDENTITY_RPPS_MISMATCH',
    ]);
    const fits = await link(auditor, await through('sub-rpps;810000000012'));
    expect(codesOf(fits)).toEqual([]);
  });

  it('asks who holds the session for the password and the second factor, as signing does', async () => {
    const { client, uuid } = await local();
    const attempt = async (more: object) =>
      (await client.act('identityLink', { ...(await through('sub-stolen')), ...more })).userErrors;
    expect(await attempt({})).toMatchObject([{ code: 'PASSWORD_MISSING', path: ['input', 'password'] }]);
    expect(await attempt({ password: 'une autre phrase longue' })).toMatchObject([
      { code: 'PASSWORD_WRONG', path: ['input', 'password'] },
    ]);
    const recoveryCode = await enrol(client);
    expect(await attempt({ password: PASSWORD })).toMatchObject([
      { code: 'SECOND_FACTOR_REQUIRED', path: ['input', 'secondFactorCode'] },
    ]);
    expect(await attempt({ password: PASSWORD, secondFactorCode: '000000' })).toMatchObject([
      { code: 'SECOND_FACTOR_CODE_WRONG', path: ['input', 'secondFactorCode'] },
    ]);
    expect(await api.sql('select 1 from account_identity where account_id = $1', [uuid])).toEqual([]);
    expect(await attempt({ password: PASSWORD, secondFactorCode: recoveryCode })).toEqual([]);
  });

  it('asks an account without a password for a sign-in of the last five minutes', async () => {
    const { client, uuid } = await local();
    await link(client, await through('sub-first'));
    const { session } = await redeem(await through('sub-first'));
    await api.sql(`update account set kind = 'OIDC', password_hash = null where id = $1`, [uuid]);
    const provided = clientOf(api.url, session.accessToken);
    const second = async () => codesOf(await provided.act('identityLink', await through('sub-second')));
    const age = (interval: string) =>
      api.sql(
        `update account_session set created_at = now() - $2::interval where account_id = $1 and method = 'OIDC'`,
        [uuid, interval],
      );
    await age('5 minutes 1 second');
    expect(await second()).toEqual(['SESSION_NOT_FRESH']);
    await age('1 minute');
    expect(await second()).toEqual([]);
  });

  it('counts wrong guesses, whatever else was sent', async () => {
    const { client } = await local();
    const flow = { code: 'x', codeVerifier: verifierAndChallenge().codeVerifier };
    const guess = async (password: string) =>
      codesOf(await client.act('identityLink', { ...flow, password }));
    for (let time = 0; time < GUESSES.account; time += 1)
      expect(await guess('faux')).toEqual(['PASSWORD_WRONG']);
    expect(await guess(PASSWORD)).toEqual(['TOO_MANY_ATTEMPTS']);
  });

  it('is undone by its owner or an administrator, and its sessions end', async () => {
    const { client } = await local();
    const { accountIdentity } = await link(client, await through('sub-undone'));
    const { session } = await redeem(await through('sub-undone'));
    const { client: stranger } = await local();
    const input = { accountIdentityId: accountIdentity.id };
    expect(codesOf(await stranger.act('identityUnlink', input))).toEqual(['NOT_FOUND']);
    expect(codesOf(await client.act('identityUnlink', input))).toEqual([]);
    expect(await rolesOf(api, session.accessToken)).toEqual(['UNAUTHENTICATED']);
    expect(codesOf(await redeem(await through('sub-undone')))).toEqual(['IDENTITY_UNKNOWN']);
  });
});

describe('who came back from a provider', () => {
  it('is forgotten once the code was redeemed', async () => {
    const flow = await through('sub-forgotten;810000000031');
    const kept = () =>
      api.sql(`select 1 from oidc_flow where subject like 'sub-forgotten%' or rpps is not null`);
    expect(await kept()).toHaveLength(1);
    expect(codesOf(await redeem(flow))).toEqual(['IDENTITY_UNKNOWN']);
    expect(await kept()).toEqual([]);
  });
});

describe('an invitation', () => {
  const INVITED = 'account { id kind email } invitation { token expiresAt }';
  let coordinatorId: string;

  beforeAll(async () => {
    coordinatorId = (await makeAccount(api, { roles: ['COORDINATOR'] })).accountId;
  });

  const invite = (input: Record<string, unknown>, by = coordinatorId) =>
    api.as(by).act('invitationCreate', { familyName: 'Moreau', givenName: 'Dominique', ...input }, INVITED);
  const accept = async (flow: Record<string, unknown>, invitation: string): Promise<Json> =>
    (await api.as(null).run(ACCEPT, { input: { ...flow, invitation } })).data.invitationAccept;

  it('opens an account without a password for whoever holds the word, once', async () => {
    const made = await invite({ email: 'invited@example.org' });
    expect(made.account).toMatchObject({ kind: 'OIDC', email: 'invited@example.org' });
    const { token } = made.invitation;
    expect(codesOf(await accept(await through('sub-invited'), 'x'.repeat(43)))).toEqual([
      'INVITATION_REFUSED',
    ]);
    const { session, userErrors } = await accept(await through('sub-invited'), token);
    expect(userErrors).toEqual([]);
    expect(await rolesOf(api, session.accessToken)).toEqual([]);
    const entries = await entriesOf(api, uuidOf('Account', made.account.id) ?? '');
    expect(entries.map(({ act }: Json) => act)).toEqual(['invitationCreate', 'invitationAccept']);
    expect(codesOf(await accept(await through('sub-second'), token))).toEqual(['INVITATION_REFUSED']);
    expect(codesOf(await redeem(await through('sub-invited')))).toEqual([]);
    const [row] = await api.sql<{ row: string }>('select to_jsonb(i)::text as row from account_invitation i');
    expect(row?.row).not.toContain(token);

    const own = clientOf(api.url, session.accessToken);
    const { data } = await own.run('{ viewer { identities(first: 1) { nodes { id } } } }');
    const input = { accountIdentityId: data.viewer.identities.nodes[0].id };
    expect(codesOf(await own.act('identityUnlink', input))).toEqual(['IDENTITY_LAST']);
  });

  it('ends after a week', async () => {
    const { invitation } = await invite({ email: 'late@example.org' });
    api.clock.advance({ days: 7 });
    expect(codesOf(await accept(await through('sub-late'), invitation.token))).toEqual([
      'INVITATION_REFUSED',
    ]);
  });

  it('is given again for an account that waits, and for no other', async () => {
    const first = await invite({ email: 'waiting@example.org' });
    const again = await invite({ accountId: first.account.id, email: 'waiting@example.org' });
    expect(again.account.id).toBe(first.account.id);
    expect(codesOf(await accept(await through('sub-waiting'), again.invitation.token))).toEqual([]);
    const linked = await invite({ accountId: first.account.id, email: 'waiting@example.org' });
    expect(codesOf(linked)).toEqual(['ALREADY_EXISTS']);
    const { id } = await local();
    expect(codesOf(await invite({ accountId: id, email: 'x@example.org' }))).toEqual([
      'INVITATION_NOT_FOR_PASSWORDS',
    ]);
  });

  it('by a coordinator does not reach an account that holds more than he may grant', async () => {
    const { account } = await invite({ email: 'admin-to-be@example.org' });
    await api.as(adminId).act('roleGrant', { accountId: account.id, role: 'ADMIN' });
    const input = { accountId: account.id, email: 'admin-to-be@example.org' };
    expect(codesOf(await invite(input))).toEqual(['FORBIDDEN']);
    expect(codesOf(await invite(input, adminId))).toEqual([]);
  });

  it('opens nothing any more once the owner came, however many words are out', async () => {
    const first = await invite({ email: 'several@example.org' });
    const second = await invite({ accountId: first.account.id, email: 'several@example.org' });
    const flows = [await through('sub-owner'), await through('sub-late-comer')] as const;
    const answers = await Promise.all([
      accept(flows[0], first.invitation.token),
      accept(flows[1], second.invitation.token),
    ]);
    expect(answers.flatMap(codesOf)).toEqual(['INVITATION_REFUSED']);
    const third = await accept(await through('sub-last'), second.invitation.token);
    expect(codesOf(third)).toEqual(['INVITATION_REFUSED']);
  });

  it('into an account with a seat at a service is for coordinators without a tie, and never for administrators', async () => {
    const { serviceId, organisationId } = await makeService(api);
    const tied = await makeAccount(api, { roles: ['COORDINATOR'] });
    await makeTie(api, { personId: tied.personId, organisationId });
    const { account } = await invite({ email: 'manager-to-be@example.org' });
    const seat = { role: 'SERVICE_MANAGER', auditedServiceId: globalId('AuditedService', serviceId) };
    await api.as(coordinatorId).act('roleGrant', { accountId: account.id, ...seat });
    const input = { accountId: account.id, email: 'manager-to-be@example.org' };
    expect(codesOf(await invite(input, tied.accountId))).toEqual(['FORBIDDEN']);
    expect(codesOf(await invite(input, adminId))).toEqual(['FORBIDDEN']);
    expect(codesOf(await invite(input))).toEqual([]);
  });

  it('is not for everybody to make', async () => {
    const { client } = await local();
    const payload = await client.act('invitationCreate', {
      email: 'a@example.org',
      familyName: 'A',
      givenName: 'B',
    });
    expect(codesOf(payload)).toEqual(['FORBIDDEN']);
  });
});
