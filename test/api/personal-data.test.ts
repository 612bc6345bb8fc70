import { randomUUID } from 'node:crypto';
import type { DataSource } from 'typeorm';
import { globalId } from '../../server/kernel/ids';
import { signAccessToken } from '../../server/identity';
import { claimOf, clientOf, openApi, type Json, type TestApi } from '../support/api';
import {
  insertRow,
  makeAccount,
  makeAuditor,
  makeCoordinator,
  makeService,
  makeTeamedAudit,
} from '../support/factories';
import { makeTie } from '../support/teams-factories';
import { tablesWith } from '../support/tables-with';
import { entriesOf } from '../support/trail-entries';
import {
  connectAsReader,
  makeTrailStage,
  problemsOf,
  suspendAndResume,
  verifyDatabase,
} from '../support/trail-factories';

const FAMILY = 'Zygomatique';
const GIVEN = 'Hyacinthe';
const EMAIL = 'hyacinthe.zygomatique@example.org';
const RPPS = '10101010101';
const TIE = 'Son frère dirige le centre de Trifouillis.';
/** Words that only this person brings in. */
const CANARIES = [FAMILY, GIVEN, EMAIL, RPPS, TIE];

let api: TestApi;
let reader: DataSource;
let coordinator: string;

beforeAll(async () => {
  api = await openApi();
  reader = await connectAsReader(api);
  coordinator = await makeCoordinator(api);
});
afterAll(async () => {
  await reader.destroy();
  await api.close();
});

const codesOf = ({ userErrors }: Json): string[] => userErrors.map(({ code }: Json) => code);

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

/** An auditor whose every trace was written through the API, by himself and by the coordination. */
async function makeTracedAuditor() {
  const auditor = await makeAuditor(api, { isDeclared: false });
  await api.sql('update person set family_name = $2, given_name = $3, email = $4 where id = $1', [
    auditor.personId,
    FAMILY,
    GIVEN,
    EMAIL,
  ]);
  await api.sql('update auditor set rpps = $2 where id = $1', [auditor.auditorId, RPPS]);
  await api.sql('update account set email = $2 where id = $1', [auditor.accountId, EMAIL]);
  const { declaration } = await succeed(
    auditor.accountId,
    'declarationCreate',
    {
      interests: [
        {
          kind: 'FAMILY',
          organisationId: globalId('Organisation', auditor.organisationId),
          description: TIE,
        },
      ],
    },
    'declaration { id version }',
  );
  await succeed(auditor.accountId, 'declarationSign', {
    declarationId: declaration.id,
    expectedVersion: declaration.version,
  });
  await succeed(coordinator, 'auditorSuspend', {
    auditorId: globalId('Auditor', auditor.auditorId),
    expectedVersion: 1,
    reason: `${FAMILY} l’a demandé.`,
  });
  return auditor;
}

const erase = (
  account: string,
  personId: string,
  version: number,
  reason = 'Demande de la personne.',
): Promise<Json> =>
  api
    .as(account)
    .act(
      'personErase',
      { personId: globalId('Person', personId), expectedVersion: version, reason },
      'person { familyName givenName email }',
    );

describe('personErase', () => {
  it('leaves no word of the person anywhere, closes the account, and the trail still verifies', async () => {
    const auditor = await makeTracedAuditor();
    const accountToken = signAccessToken(api.signingKey, claimOf(auditor.accountId), 600);
    for (const word of CANARIES) expect(await tablesWith(api, word)).not.toEqual([]);
    expect((await tablesWith(api, FAMILY)).includes('trail_payload')).toBe(true);

    const payload = await erase(coordinator, auditor.personId, 1);
    expect(payload).toMatchObject({ userErrors: [], person: { familyName: '', givenName: '', email: null } });
    for (const word of CANARIES) expect([word, await tablesWith(api, word)]).toEqual([word, []]);
    const { errors } = await clientOf(api.url, accountToken).run('{ viewer { roles } }');
    expect(errors?.map(({ extensions }) => extensions['code'])).toEqual(['UNAUTHENTICATED']);

    const verdict = await verifyDatabase(reader);
    expect(problemsOf(verdict)).toEqual([]);
    expect(verdict.chains.reduce((sum, { erased }) => sum + erased, 0)).toBeGreaterThan(5);
    expect(await entriesOf(api, auditor.personId)).toMatchObject([
      { act: 'personErase', account_id: coordinator, detail: { reason: 'Demande de la personne.' } },
    ]);
  });

  it('takes what later migrations hang on an account as well', async () => {
    const { personId, accountId } = await makeAccount(api);
    await api.sql(`create table hanging (account_id uuid references account (id), word text)`);
    await api.sql('alter table hanging owner to vis_a_vis_owner');
    const { accountId: other } = await makeAccount(api);
    await api.sql(`insert into hanging values ($1, 'hers'), ($2, 'not hers')`, [accountId, other]);
    expect(codesOf(await erase(coordinator, personId, 1))).toEqual([]);
    const left = await api.sql('select word from hanging');
    await api.sql('drop table hanging');
    expect(left).toEqual([{ word: 'not hers' }]);
  });

  it('takes how the person wanted to be told and the programs that were told for him; that the account was told stays proven', async () => {
    const { personId, accountId } = await makeAccount(api, { roles: ['COORDINATOR'] });
    const now = '2027-02-01T07:00:00Z';
    const mail = {
      account_id: accountId,
      kind: 'DIGEST',
      day: '2027-02-01',
      language: 'fr',
      composed_at: now,
    };
    const mailId = await insertRow(api, 'mail', mail);
    const attempt = { number: 1, outcome: 'ACCEPTED', began_at: now, ended_at: now };
    await insertRow(api, 'mail_attempt', { mail_id: mailId, ...attempt });
    const told = {
      account_id: accountId,
      topic: 'RECUSAL_FILED',
      audience: 'COORDINATION',
      object_type: 'Audit',
    };
    const about = { subject_id: randomUUID(), object_id: randomUUID(), fact: 'act 1', found_at: now };
    await insertRow(api, 'delivery', { ...told, ...about, mail_id: mailId });
    await insertRow(api, 'notification_preference', { account_id: accountId });
    const endpoint = { account_id: accountId, url: 'https://recepteur.exemple.fr/' };
    const endpointId = await insertRow(api, 'webhook_endpoint', endpoint);
    await insertRow(api, 'webhook_secret', { webhook_endpoint_id: endpointId, sealed: 'x' });
    const sent = { webhook_endpoint_id: endpointId, sequence: 1, topic: 'TEST', body: '{}' };
    const deliveryId = await insertRow(api, 'webhook_delivery', sent);
    const tried = { number: 1, outcome: 'UNREACHED', began_at: now, duration_ms: 1 };
    await insertRow(api, 'webhook_attempt', { webhook_delivery_id: deliveryId, ...tried });

    const { document } = await api.as(accountId).act('personalDataExport', {}, 'document');
    expect(document.sections).toMatchObject({
      deliveries: [{ topic: 'RECUSAL_FILED', kind: 'DIGEST' }],
      notificationPreferences: [{ language: 'fr' }],
      webhookEndpoints: [{ url: endpoint.url }],
      reportSignatures: [],
    });
    const admin = await makeAccount(api, { roles: ['ADMIN'] });
    expect(codesOf(await erase(admin.accountId, personId, 1))).toEqual([]);
    for (const id of [endpointId, deliveryId]) expect(await tablesWith(api, id)).toEqual([]);
    for (const table of ['notification_preference', 'webhook_endpoint'])
      expect(await api.sql(`select 1 from ${table} where account_id = $1`, [accountId])).toEqual([]);
    // Of an account without name and address.
    for (const table of ['mail', 'delivery'])
      expect(await api.sql(`select 1 from ${table} where account_id = $1`, [accountId])).toHaveLength(1);
    const kept = await api.sql('select email from account where id = $1', [accountId]);
    expect(kept).toEqual([{ email: `${accountId}@erased.invalid` }]);
  });

  it('happens once', async () => {
    const { personId } = await makeAccount(api);
    expect(codesOf(await erase(coordinator, personId, 1))).toEqual([]);
    expect(codesOf(await erase(coordinator, personId, 2))).toEqual(['PERSON_ERASED']);
  });

  it.each(['PROPOSED', 'ACCEPTED', 'CONFIRMED', 'COMPLETED'])(
    'waits while a seat is %s on an audit that has not ended',
    async (state) => {
      const audit = await makeTeamedAudit(api, { state: 'FOLLOW_UP', assignmentState: state });
      expect(codesOf(await erase(coordinator, audit.lead.personId, 1))).toEqual(['PERSON_HELD']);
      await api.sql(`update audit set state = 'CLOSED' where id = $1`, [audit.auditId]);
      expect(codesOf(await erase(coordinator, audit.lead.personId, 1))).toEqual([]);
    },
  );

  it('is for the coordination and the administration, and never for oneself', async () => {
    const { personId, accountId } = await makeAccount(api, { roles: ['ADMIN'] });
    const other = await makeAccount(api);
    const steering = await makeAccount(api, { roles: ['STEERING_MEMBER'] });
    expect(codesOf(await erase(accountId, personId, 1))).toEqual(['NOT_FOR_ONESELF']);
    expect(codesOf(await erase(other.accountId, other.personId, 1))).toEqual(['FORBIDDEN']);
    expect(codesOf(await erase(steering.accountId, other.personId, 1))).not.toEqual([]);
    expect(codesOf(await erase(accountId, other.personId, 7))).toEqual(['STALE_VERSION']);
    expect(codesOf(await erase(accountId, randomUUID(), 1))).toEqual(['NOT_FOUND']);
    expect(codesOf(await erase(accountId, other.personId, 1, '?'))).toEqual(['VALIDATION']);
    expect(codesOf(await erase(accountId, other.personId, 1))).toEqual([]);
  });
});

describe('personErase by a coordinator', () => {
  it.each(['ADMIN', 'COORDINATOR', 'ANALYST'])('does not reach who is %s', async (role) => {
    const { personId, accountId } = await makeAccount(api, { roles: [role] });
    expect(codesOf(await erase(coordinator, personId, 1))).toEqual(['FORBIDDEN']);
    const { accountId: admin } = await makeAccount(api, { roles: ['ADMIN'] });
    const [grant] = await api.sql<{ id: string }>('select id from role_grant where account_id = $1', [
      accountId,
    ]);
    await succeed(admin, 'roleRevoke', {
      roleGrantId: globalId('RoleGrant', grant?.id ?? ''),
      expectedVersion: 1,
    });
    expect(codesOf(await erase(coordinator, personId, 1))).toEqual([]);
  });

  it('does not reach the people of a service that he has a tie with', async () => {
    const service = await makeService(api);
    const manager = await makeAccount(api, { services: { [service.serviceId]: 'SERVICE_MANAGER' } });
    const tied = await makeAccount(api, { roles: ['COORDINATOR'] });
    await makeTie(api, { personId: tied.personId, organisationId: service.organisationId });
    expect(codesOf(await erase(tied.accountId, manager.personId, 1))).toEqual(['FORBIDDEN']);
    expect(codesOf(await erase(coordinator, manager.personId, 1))).toEqual([]);
  });
});

describe('an erasure', () => {
  beforeAll(async () => suspendAndResume(api, await makeTrailStage(api), 0, 2));

  const EMPTY = `before = null, before_salt = null, after = null, after_salt = null`;
  const undo = async (): Promise<void> => {
    await api.sql(
      `set local session_replication_role = replica; delete from trail_payload; insert into trail_payload select * from kept; drop table kept`,
    );
  };

  it.each([
    [
      'without an act',
      `update trail_payload set ${EMPTY} where position > 0 and erased_by_id is null`,
      'no act erased it',
    ],
    [
      'under somebody else’s act',
      `update trail_payload set ${EMPTY}, erased_by_id = (select id from trail_entry where act <> 'personErase' limit 1)
       where position > 0 and erased_by_id is null`,
      'which is no such act',
    ],
    [
      'under an act that erased something else',
      `update trail_payload set ${EMPTY}, erased_by_id = (select id from trail_entry where act = 'personErase' limit 1)
       where position > 0 and erased_by_id is null`,
      'the erased payloads are not those that it erased',
    ],
    [
      'of which one payload came back',
      `update trail_payload set erased_by_id = null, after = '{}' where (entry_id, position) in (
         select entry_id, position from trail_payload where erased_by_id is not null limit 1)`,
      'is not the one committed to',
    ],
    [
      'that is only claimed',
      `update trail_payload set erased_by_id = (select id from trail_entry where act = 'personErase' limit 1)
       where position > 0 and erased_by_id is null`,
      'is marked as erased and is not',
    ],
  ])('%s is tampering', async (_how, statement, problem) => {
    await api.sql('create table kept as table trail_payload');
    await api.sql(`set local session_replication_role = replica; ${statement}`);
    const problems = problemsOf(await verifyDatabase(reader));
    await undo();
    expect(problems.join('\n')).toContain(problem);
    expect(problemsOf(await verifyDatabase(reader))).toEqual([]);
  });
});
