import { globalId } from '../../server/kernel/ids';
import { clientOf, openApi, type ApiClient, type Json, type TestApi } from '../support/api';
import {
  makeAccount,
  makeAuditor,
  makeAudit,
  makeCampaign,
  makeCoordinator,
  makeOrganisation,
  makeService,
  insertRow,
} from '../support/factories';
import { errorsOf } from '../support/import-factories';
import { PASSWORD, tokenOf } from '../support/sign-in';

const id = (type: string, uuid: string): string => globalId(type, uuid);

let api: TestApi;
let coordinatorId: string;
let coordinator: ApiClient;

beforeAll(async () => {
  api = await openApi();
  coordinatorId = await makeCoordinator(api);
  coordinator = api.as(coordinatorId);
});

afterAll(() => api.close());

describe('the list of audited services', () => {
  const LIST = `query ($filter: AuditedServiceFilter, $sort: AuditedServiceSort, $after: String) {
    auditedServices(first: 2, filter: $filter, sort: $sort, after: $after) {
      totalCount nodes { name } pageInfo { hasNextPage endCursor } } }`;

  beforeAll(async () => {
    const organisationId = await makeOrganisation(api);
    const site = (name: string, more: Record<string, unknown>) =>
      insertRow(api, 'audited_service', {
        organisation_id: organisationId,
        name,
        department_code: '29',
        department_name: 'Finistère',
        region_code: '53',
        region_name: 'Bretagne',
        ...more,
      });
    await site('Zoé 100 % scanner', { finess_et: '290000017', modalities: ['CT'], sector: 'PUBLIC' });
    await site('Armor imagerie', {
      finess_et: '290000025',
      modalities: ['MRI', 'CT'],
      sector: 'PRIVATE_FOR_PROFIT',
      commune: 'BREST',
    });
    await site('Menez radiologie', {
      finess_et: '220000020',
      modalities: ['RADIOGRAPHY'],
      sector: 'PUBLIC',
      department_code: '22',
    });
  });

  const found = async (filter: Record<string, unknown>): Promise<[number, string[]]> => {
    const { data } = await coordinator.run(LIST, { filter: { regionCodes: ['53'], ...filter } });
    const list = data['auditedServices'] as unknown as { totalCount: number; nodes: { name: string }[] };
    return [list.totalCount, list.nodes.map(({ name }) => name)];
  };

  it('is sorted by name and paged', async () => {
    expect(await found({})).toEqual([3, ['Armor imagerie', 'Menez radiologie']]);
    const first = await coordinator.run(LIST, { filter: { regionCodes: ['53'] } });
    const { endCursor, hasNextPage } = first.data['auditedServices']['pageInfo'];
    expect(hasNextPage).toBe(true);
    const next = await coordinator.run(LIST, { filter: { regionCodes: ['53'] }, after: endCursor });
    expect(next.data['auditedServices']['nodes']).toEqual([{ name: 'Zoé 100 % scanner' }]);
  });

  it.each([
    [{ departmentCodes: ['22'] }, ['Menez radiologie']],
    [{ sectors: ['PRIVATE_FOR_PROFIT'] }, ['Armor imagerie']],
    [{ modalities: ['MRI', 'RADIOGRAPHY'] }, ['Armor imagerie', 'Menez radiologie']],
    [{ search: 'armor' }, ['Armor imagerie']],
    [{ search: 'brest' }, ['Armor imagerie']],
    [{ search: '29 000 00' }, ['Armor imagerie', 'Zoé 100 % scanner']],
    [{ search: '0 %' }, ['Zoé 100 % scanner']],
    [{ search: '%' }, ['Zoé 100 % scanner']],
    [{ search: '_' }, []],
  ])('is filtered by %j', async (filter, names) => {
    expect((await found(filter))[1]).toEqual(names);
  });
});

describe('an audited service', () => {
  const SERVICE = `query ($id: ID!) { auditedService(id: $id) {
    name hasEmergencyDepartment modalities organisation { id name } organisations { source fromDate toDate organisation { id } }
    roleGrants { role } applications(first: 5) { totalCount } audits(first: 5) { totalCount } } }`;

  it('is a fact for everyone; its grants, applications and audits are for its own people', async () => {
    const { serviceId, organisationId, managerId } = await makeService(api, { name: 'Baie imagerie' });
    const campaignId = await makeCampaign(api);
    await makeAudit(api, { campaignId, serviceId });
    await insertRow(api, 'application', { campaign_id: campaignId, audited_service_id: serviceId });
    const other = await makeService(api);
    const read = async (accountId: string): Promise<Json> => {
      const { data } = await api.as(accountId).run(SERVICE, { id: id('AuditedService', serviceId) });
      return data['auditedService'];
    };
    const facts = {
      name: 'Baie imagerie',
      hasEmergencyDepartment: false,
      modalities: ['CT'],
      organisation: { id: id('Organisation', organisationId) },
      organisations: [
        {
          source: 'REGISTRY',
          fromDate: '2000-01-01',
          toDate: null,
          organisation: { id: id('Organisation', organisationId) },
        },
      ],
    };
    expect(await read(managerId)).toMatchObject({
      ...facts,
      roleGrants: [{ role: 'SERVICE_MANAGER' }],
      applications: { totalCount: 1 },
      audits: { totalCount: 1 },
    });
    expect(await read(other.managerId)).toMatchObject({
      ...facts,
      roleGrants: [],
      applications: { totalCount: 0 },
      audits: { totalCount: 0 },
    });
    expect(await read(coordinatorId)).toMatchObject({ ...facts, audits: { totalCount: 1 } });
  });

  it('is not for anonymous callers', async () => {
    const { serviceId } = await makeService(api);
    const answer = await api.as(null).run(SERVICE, { id: id('AuditedService', serviceId) });
    expect(answer.errors?.[0]?.extensions['code']).toBe('UNAUTHENTICATED');
  });
});

describe('ties between organisations', () => {
  const LINK =
    'organisationLink { id kind fromDate toDate source organisation { id } linkedOrganisation { id } }';

  async function declared(more: Record<string, unknown> = {}) {
    const organisationId = await makeOrganisation(api);
    const linkedOrganisationId = await makeOrganisation(api);
    const input = { organisationId, linkedOrganisationId, kind: 'GROUP', fromDate: '2020-01-01', ...more };
    const payload = await coordinator.act('organisationLinkDeclare', input, LINK);
    return { input, payload, organisationId, linkedOrganisationId };
  }

  it('are declared, read from both sides, and ended', async () => {
    const { payload, organisationId, linkedOrganisationId } = await declared();
    const link = payload['organisationLink'];
    expect(link).toMatchObject({
      kind: 'GROUP',
      fromDate: '2020-01-01',
      toDate: null,
      source: 'DECLARED',
      organisation: { id: id('Organisation', organisationId) },
      linkedOrganisation: { id: id('Organisation', linkedOrganisationId) },
    });
    const { data } = await coordinator.run(
      `query ($one: ID!, $other: ID!) {
        one: organisation(id: $one) { links { id } }
        other: organisation(id: $other) { links { id } members(first: 5) { nodes { id } } } }`,
      { one: id('Organisation', organisationId), other: id('Organisation', linkedOrganisationId) },
    );
    expect(data).toEqual({
      one: { links: [{ id: link['id'] }] },
      other: { links: [], members: { nodes: [{ id: link['id'] }] } },
    });

    const organisationLinkId = link['id'];
    const early = await coordinator.act('organisationLinkEnd', { organisationLinkId, toDate: '2019-12-31' });
    expect(errorsOf(early)).toEqual(['DATES_REVERSED input.toDate']);
    const ended = await coordinator.act(
      'organisationLinkEnd',
      { organisationLinkId, toDate: '2026-12-31' },
      LINK,
    );
    expect(ended['organisationLink']['toDate']).toBe('2026-12-31');
    const again = await coordinator.act('organisationLinkEnd', { organisationLinkId, toDate: '2027-12-31' });
    expect(errorsOf(again)).toEqual(['TIE_ENDED input.organisationLinkId']);
  });

  it('are refused when they make no sense', async () => {
    const { input } = await declared();
    const act = (more: Record<string, unknown>) =>
      coordinator.act('organisationLinkDeclare', { ...input, ...more });
    expect(errorsOf(await act({ fromDate: '2021-01-01' }))).toEqual(['ALREADY_EXISTS input']);
    expect(errorsOf(await act({ linkedOrganisationId: input.organisationId }))).toEqual([
      'TIE_TO_ITSELF input.linkedOrganisationId',
    ]);
    expect(errorsOf(await act({ kind: 'GIE', toDate: '2019-01-01' }))).toEqual([
      'DATES_REVERSED input.toDate',
    ]);
    expect(errorsOf(await act({ organisationId: id('Person', input.organisationId) }))).toEqual([
      'NOT_FOUND input.organisationId',
    ]);
    const [row] = await api.sql<{ n: number }>(
      'select count(*)::int as n from organisation_link where organisation_id = $1',
      [input.organisationId],
    );
    expect(row?.n).toBe(1);
  });

  it('of a registry end with the registry', async () => {
    const organisationId = await makeOrganisation(api);
    const organisationLinkId = await insertRow(api, 'organisation_link', {
      organisation_id: organisationId,
      linked_organisation_id: await makeOrganisation(api),
      kind: 'GHT',
      from_date: '2016-07-01',
      source: 'REGISTRY',
    });
    const payload = await coordinator.act('organisationLinkEnd', {
      organisationLinkId,
      toDate: '2027-01-01',
    });
    expect(errorsOf(payload)).toEqual(['TIE_FROM_REGISTRY input.organisationLinkId']);
  });

  it('are for the coordination to declare and end', async () => {
    const { input, payload } = await declared();
    const { managerId } = await makeService(api);
    const manager = api.as(managerId);
    expect(errorsOf(await manager.act('organisationLinkDeclare', { ...input, kind: 'GCS' }))).toEqual([
      'FORBIDDEN —',
    ]);
    const end = { organisationLinkId: payload['organisationLink']['id'], toDate: '2027-01-01' };
    expect(errorsOf(await manager.act('organisationLinkEnd', end))).toEqual(['FORBIDDEN —']);
    expect(
      await api.sql('select to_date from organisation_link where organisation_id = $1', [
        input.organisationId,
      ]),
    ).toEqual([{ to_date: null }]);
  });
});

describe('accounts of a service', () => {
  const person = {
    familyName: 'Le Goff',
    givenName: 'Anne',
    password: PASSWORD,
    role: 'SERVICE_MANAGER',
  };

  it('are opened with their role, and sign in', async () => {
    const { serviceId } = await makeService(api);
    const input = {
      ...person,
      auditedServiceId: id('AuditedService', serviceId),
      email: 'legoff@example.org',
    };
    const payload = await coordinator.act(
      'serviceAccountCreate',
      input,
      'account { email person { familyName } roleGrants { role auditedService { id } } }',
    );
    expect(payload).toMatchObject({
      userErrors: [],
      account: {
        email: 'legoff@example.org',
        person: { familyName: 'Le Goff' },
        roleGrants: [{ role: 'SERVICE_MANAGER', auditedService: { id: id('AuditedService', serviceId) } }],
      },
    });
    const { data } = await clientOf(api.url, await tokenOf(api, 'legoff@example.org')).run(
      '{ viewer { services { role auditedService { id } } } }',
    );
    expect(data['viewer']!['services']).toEqual([
      { role: 'SERVICE_MANAGER', auditedService: { id: id('AuditedService', serviceId) } },
    ]);
    const twice = await coordinator.act('serviceAccountCreate', { ...input, email: 'LeGoff@example.org' });
    expect(errorsOf(twice)).toEqual(['ALREADY_EXISTS input.email']);
  });

  it('are refused for a closed service, for weak input and by others than coordinators', async () => {
    const { serviceId, managerId } = await makeService(api);
    const auditedServiceId = id('AuditedService', serviceId);
    const input = { ...person, auditedServiceId, email: 'autre@example.org' };
    const tried = (accountId: string) => api.as(accountId).act('serviceAccountCreate', input);
    expect(errorsOf(await tried(managerId))).toEqual(['FORBIDDEN —']);
    const weak = await coordinator.act('serviceAccountCreate', { ...input, email: 'x', password: 'court' });
    expect(errorsOf(weak)).toEqual(['VALIDATION input.email', 'VALIDATION input.password']);
    await api.sql('update audited_service set archived_at = now() where id = $1', [serviceId]);
    expect(errorsOf(await coordinator.act('serviceAccountCreate', input))).toEqual([
      'SERVICE_ARCHIVED input.auditedServiceId',
    ]);
    expect(await api.sql(`select 1 from account where email = 'autre@example.org'`)).toEqual([]);
    expect(errorsOf(await tried((await makeAuditor(api)).accountId))).toEqual(['FORBIDDEN —']);
    const stranger = await tried((await makeAccount(api)).accountId);
    expect(errorsOf(stranger)).toEqual(['NOT_FOUND input.auditedServiceId']);
  });
});
