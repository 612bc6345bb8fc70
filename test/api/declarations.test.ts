import { randomUUID } from 'node:crypto';
import { globalId } from '../../server/kernel/ids';
import { openApi, TEST_START, type Json, type TestApi } from '../support/api';
import {
  makeAccount,
  makeAuditor,
  makeCoordinator,
  makeOrganisation,
  makeService,
} from '../support/factories';
import { errorsOf } from '../support/import-factories';

let api: TestApi;

beforeAll(async () => {
  api = await openApi();
});

beforeEach(() => api.clock.set(TEST_START));

afterAll(() => api.close());

const DECLARATION = `declaration { id state signedAt expiresOn version
  interests { position kind description fromDate toDate organisation { id } auditedService { id } } }`;

const nothing = { interests: [] };

/** An auditor without a declaration, and what he can do. */
async function undeclared() {
  const auditor = await makeAuditor(api, { isDeclared: false });
  const client = api.as(auditor.accountId);
  return {
    ...auditor,
    client,
    create: (input: Record<string, unknown> = nothing) => client.act('declarationCreate', input, DECLARATION),
    sign: (declarationId: unknown, expectedVersion = 1) =>
      client.act('declarationSign', { declarationId, expectedVersion }, DECLARATION),
  };
}

const interest = (more: Record<string, unknown> = {}) => ({
  kind: 'CONSULTING',
  description: 'Audit à blanc',
  ...more,
});

describe('drafting a declaration of interests', () => {
  it('keeps the interests in their order, with what they are to', async () => {
    const { create } = await undeclared();
    const { serviceId, organisationId } = await makeService(api);
    const payload = await create({
      interests: [
        interest({ auditedServiceId: globalId('AuditedService', serviceId), toDate: '2025-06-30' }),
        interest({ kind: 'FAMILY', description: 'Conjoint', fromDate: '2010-01-01' }),
      ],
    });
    expect(payload).toMatchObject({
      userErrors: [],
      declaration: {
        state: 'DRAFT',
        signedAt: null,
        expiresOn: null,
        version: 1,
        interests: [
          {
            position: 1,
            kind: 'CONSULTING',
            description: 'Audit à blanc',
            fromDate: null,
            toDate: '2025-06-30',
            organisation: { id: globalId('Organisation', organisationId) },
            auditedService: { id: globalId('AuditedService', serviceId) },
          },
          { position: 2, kind: 'FAMILY', fromDate: '2010-01-01', organisation: null, auditedService: null },
        ],
      },
    });
  });

  it('has one draft at a time', async () => {
    const { create } = await undeclared();
    await create();
    expect(errorsOf(await create())).toEqual(['ALREADY_EXISTS input']);
  });

  it('refuses what cannot be, and writes nothing', async () => {
    const { create, auditorId } = await undeclared();
    const organisationId = await makeOrganisation(api);
    const refused = async (...interests: Record<string, unknown>[]) => errorsOf(await create({ interests }));
    expect(await refused(interest({ kind: 'OTHER' }), interest())).toEqual([
      'TIE_PLACE_MISSING input.interests.1.organisationId',
    ]);
    expect(await refused(interest({ organisationId: randomUUID() }))).toEqual([
      'NOT_FOUND input.interests.0.organisationId',
    ]);
    expect(await refused(interest({ organisationId, fromDate: '2025-01-01', toDate: '2024-01-01' }))).toEqual(
      ['DATES_REVERSED input.interests.0.toDate'],
    );
    expect(await refused(interest({ organisationId, description: '' }))).toEqual([
      'VALIDATION input.interests.0.description',
    ]);
    const many = Array.from({ length: 101 }, () => interest({ kind: 'OTHER' }));
    expect(await refused(...many)).toEqual(['VALIDATION input.interests']);
    expect(
      await api.sql('select 1 from declaration_of_interests where auditor_id = $1', [auditorId]),
    ).toEqual([]);
  });

  it('is for auditors alone', async () => {
    const coordinator = api.as(await makeCoordinator(api));
    expect(errorsOf(await coordinator.act('declarationCreate', nothing))).toEqual(['FORBIDDEN —']);
  });

  it('is rewritten as a whole while it is a draft', async () => {
    const { create, client } = await undeclared();
    const draft = await create({ interests: [interest({ kind: 'OTHER' }), interest({ kind: 'RESEARCH' })] });
    const declarationId = draft['declaration']!['id'];
    const update = (expectedVersion: number, as = client) =>
      as.act(
        'declarationUpdate',
        { declarationId, expectedVersion, interests: [interest({ kind: 'LITIGATION' })] },
        DECLARATION,
      );
    expect(errorsOf(await update(2))).toEqual(['STALE_VERSION input.expectedVersion']);
    const coordinator = api.as(await makeCoordinator(api));
    expect(errorsOf(await update(1, coordinator))).toEqual(['FORBIDDEN —']);
    const stranger = api.as((await makeAuditor(api)).accountId);
    expect(errorsOf(await update(1, stranger))).toEqual(['NOT_FOUND input.declarationId']);
    expect((await update(1))['declaration']).toMatchObject({
      version: 2,
      interests: [{ position: 1, kind: 'LITIGATION' }],
    });
  });
});

describe('signing a declaration of interests', () => {
  it('makes it hold for 12 months, and it does not change any more', async () => {
    const { create, sign, client } = await undeclared();
    const draft = await create();
    const declarationId = draft['declaration']!['id'];
    expect(await sign(declarationId)).toMatchObject({
      userErrors: [],
      declaration: {
        state: 'SIGNED',
        signedAt: '2027-01-11T08:00:00.000Z',
        expiresOn: '2028-01-11',
        version: 2,
      },
    });
    const update = await client.act('declarationUpdate', { declarationId, expectedVersion: 2, ...nothing });
    expect(errorsOf(update)).toEqual(['DECLARATION_NOT_DRAFT input.declarationId']);
    expect(await sign(declarationId, 2)).toMatchObject({
      declaration: null,
      userErrors: [{ code: 'ILLEGAL_TRANSITION', from: 'SIGNED' }],
    });
  });

  it('is the auditor’s own, in the version that was read', async () => {
    const { create, sign } = await undeclared();
    const draft = await create();
    const declarationId = draft['declaration']!['id'];
    const coordinator = api.as(await makeCoordinator(api));
    const forbidden = await coordinator.act('declarationSign', { declarationId, expectedVersion: 1 });
    expect(errorsOf(forbidden)).toEqual(['FORBIDDEN —']);
    expect(errorsOf(await sign(declarationId, 3))).toEqual(['STALE_VERSION input.expectedVersion']);
  });

  it('takes the place of the one signed before', async () => {
    const { create, sign, auditorId } = await undeclared();
    const first = (await create())['declaration'];
    await sign(first['id']);
    api.clock.set('2027-06-01T08:00:00Z');
    const second = (await create())['declaration'];
    expect(await sign(second['id'])).toMatchObject({
      declaration: { state: 'SIGNED', expiresOn: '2028-06-01' },
    });
    expect(
      await api.sql(
        'select state, expires_on from declaration_of_interests where auditor_id = $1 order by expires_on',
        [auditorId],
      ),
    ).toEqual([
      { state: 'SUPERSEDED', expires_on: '2028-01-11' },
      { state: 'SIGNED', expires_on: '2028-06-01' },
    ]);
  });

  it('expires after its last day, whether or not a new one is signed', async () => {
    const { create, sign, client, auditorId } = await undeclared();
    const declarationId = (await create())['declaration']!['id'];
    await sign(declarationId);
    const state = async (): Promise<Json> => {
      const { data } = await client.run(
        `query ($id: ID!, $auditor: ID!) { declarationOfInterests(id: $id) { state }
          auditor(id: $auditor) { currentDeclaration { id state } } }`,
        { id: declarationId, auditor: globalId('Auditor', auditorId) },
      );
      expect(data['auditor']!['currentDeclaration']).toMatchObject({ id: declarationId });
      return data['declarationOfInterests']!['state'];
    };
    api.clock.set('2028-01-11T22:59:00Z');
    expect(await state()).toBe('SIGNED');
    api.clock.set('2028-01-11T23:01:00Z');
    expect(await state()).toBe('EXPIRED');

    const next = (await create())['declaration']!['id'];
    await sign(next);
    expect(
      await api.sql('select state from declaration_of_interests where auditor_id = $1 order by created_at', [
        auditorId,
      ]),
    ).toEqual([{ state: 'EXPIRED' }, { state: 'SIGNED' }]);
  });

  it('makes affiliations of ways of practising, and brings them up to date the next time', async () => {
    const { create, sign, personId } = await undeclared();
    const { serviceId, organisationId } = await makeService(api);
    const other = await makeOrganisation(api);
    const ties = () =>
      api.sql(
        `select organisation_id, audited_service_id, kind, from_date, to_date from affiliation
         where person_id = $1 and source = 'DECLARED' and from_date <> '2015-01-01' order by kind`,
        [personId],
      );
    const declare = async (locumTo: string | null) => {
      const draft = await create({
        interests: [
          interest({ kind: 'LOCUM', auditedServiceId: serviceId, fromDate: '2022-01-01', toDate: locumTo }),
          interest({ kind: 'TRAINING', organisationId: other, toDate: '2019-06-30' }),
          interest({ kind: 'FINANCIAL', organisationId: other }),
        ],
      });
      return sign(draft['declaration']!['id']);
    };
    const locum = {
      organisation_id: organisationId,
      audited_service_id: serviceId,
      kind: 'LOCUM',
      from_date: '2022-01-01',
      to_date: null,
    };
    const training = {
      organisation_id: other,
      audited_service_id: null,
      kind: 'TRAINING',
      from_date: '2000-01-01',
      to_date: '2019-06-30',
    };
    await declare(null);
    expect(await ties()).toEqual([locum, training]);
    await declare('2026-12-31');
    expect(await ties()).toEqual([{ ...locum, to_date: '2026-12-31' }, training]);
  });

  it('happens once when two sessions sign at once', async () => {
    const { create, sign } = await undeclared();
    const declarationId = (await create())['declaration']!['id'];
    const payloads = await Promise.all([sign(declarationId), sign(declarationId)]);
    expect(payloads.map(errorsOf).sort((a, b) => a.length - b.length)).toEqual([
      [],
      ['STALE_VERSION input.expectedVersion'],
    ]);
  });
});

describe('who sees a declaration', () => {
  it('its owner and the coordination', async () => {
    const { create, client } = await undeclared();
    const draft = await create({ interests: [interest({ kind: 'OTHER', description: 'Secret' })] });
    const declarationId = draft['declaration']!['id'];
    const QUERY = `query ($id: ID!) { declarationOfInterests(id: $id) { interests { id description } } }`;
    const read = async (as: { run: typeof client.run }): Promise<Json> =>
      (await as.run(QUERY, { id: declarationId })).data['declarationOfInterests'];
    const seen = await read(client);
    expect(seen['interests']).toEqual([{ id: expect.any(String), description: 'Secret' }]);
    const coordinator = api.as(await makeCoordinator(api));
    expect(await read(coordinator)).toEqual(seen);

    const interestId = seen['interests']![0]!['id'];
    const NODE = `query ($id: ID!) { node(id: $id) { ... on Interest { description } } }`;
    expect((await coordinator.run(NODE, { id: interestId })).data).toEqual({
      node: { description: 'Secret' },
    });
    const others = [
      (await makeAuditor(api)).accountId,
      (await makeService(api)).managerId,
      (await makeAccount(api, { roles: ['STEERING_MEMBER', 'ADMIN', 'OBSERVER', 'ANALYST'] })).accountId,
    ];
    for (const accountId of others) {
      expect(await read(api.as(accountId))).toBeNull();
      expect((await api.as(accountId).run(NODE, { id: interestId })).data).toEqual({ node: null });
    }
  });
});
