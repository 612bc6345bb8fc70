import { globalId } from '../../server/kernel/ids';
import { openApi, type ApiClient, type Json, type TestApi } from '../support/api';
import {
  insertRow,
  makeAccount,
  makeAuditor,
  makeCoordinator,
  makeOrganisation,
  makePerson,
  makeService,
  makeTeamedAudit,
} from '../support/factories';
import { errorsOf } from '../support/import-factories';

let api: TestApi;
let coordinatorId: string;
let coordinator: ApiClient;

beforeAll(async () => {
  api = await openApi();
  coordinatorId = await makeCoordinator(api);
  coordinator = api.as(coordinatorId);
});

afterAll(() => api.close());

const id = (type: string, uuid: string): string => globalId(type, uuid);

describe('affiliations', () => {
  const AFFILIATION =
    'affiliation { id kind fromDate toDate source organisation { id } auditedService { id } person { id } }';

  it('are declared for oneself and ended, never deleted', async () => {
    const { accountId, personId, auditorId } = await makeAuditor(api);
    const { serviceId, organisationId } = await makeService(api);
    const self = api.as(accountId);
    const input = { auditedServiceId: serviceId, kind: 'LOCUM', fromDate: '2024-01-01' };
    const declared = await self.act('affiliationDeclare', input, AFFILIATION);
    expect(declared['affiliation']).toEqual({
      id: expect.any(String),
      kind: 'LOCUM',
      fromDate: '2024-01-01',
      toDate: null,
      source: 'DECLARED',
      organisation: { id: id('Organisation', organisationId) },
      auditedService: { id: id('AuditedService', serviceId) },
      person: { id: id('Person', personId) },
    });
    expect(errorsOf(await self.act('affiliationDeclare', input))).toEqual(['ALREADY_EXISTS input']);

    const affiliationId = declared['affiliation']!['id'];
    const end = (toDate: string, client = self) =>
      client.act('affiliationEnd', { affiliationId, toDate }, AFFILIATION);
    expect(errorsOf(await end('2023-12-31'))).toEqual(['DATES_REVERSED input.toDate']);
    const stranger = await makeAuditor(api);
    expect(errorsOf(await end('2026-12-31', api.as(stranger.accountId)))).toEqual([
      'NOT_FOUND input.affiliationId',
    ]);
    const steering = await makeAccount(api, { roles: ['STEERING_MEMBER'] });
    expect(errorsOf(await end('2026-12-31', api.as(steering.accountId)))).toEqual(['FORBIDDEN —']);
    expect((await end('2026-12-31'))['affiliation']).toMatchObject({ toDate: '2026-12-31' });
    expect(errorsOf(await end('2027-12-31', coordinator))).toEqual(['TIE_ENDED input.affiliationId']);
    const { data } = await self.run(
      'query ($id: ID!) { auditor(id: $id) { affiliations { kind toDate } } }',
      {
        id: id('Auditor', auditorId),
      },
    );
    expect(data['auditor']!['affiliations']).toEqual([
      { kind: 'EMPLOYMENT', toDate: null },
      { kind: 'LOCUM', toDate: '2026-12-31' },
    ]);
  });

  it('refuse what cannot be', async () => {
    const { accountId } = await makeAuditor(api);
    const organisationId = await makeOrganisation(api);
    const act = (more: Record<string, unknown>, client = api.as(accountId)) =>
      client.act('affiliationDeclare', { kind: 'CONSULTING', fromDate: '2024-01-01', ...more });
    expect(errorsOf(await act({}))).toEqual(['TIE_PLACE_MISSING input.organisationId']);
    expect(errorsOf(await act({ organisationId, toDate: '2023-01-01' }))).toEqual([
      'DATES_REVERSED input.toDate',
    ]);
    expect(errorsOf(await act({ organisationId, auditedServiceId: organisationId }))).toEqual([
      'NOT_FOUND input.auditedServiceId',
    ]);
    const stranger = id('Person', await makePerson(api));
    expect(errorsOf(await act({ organisationId, personId: stranger }))).toEqual(['NOT_FOUND input.personId']);
    const admin = await makeAccount(api, { roles: ['ADMIN'] });
    expect(errorsOf(await act({ organisationId, personId: stranger }, api.as(admin.accountId)))).toEqual([
      'FORBIDDEN —',
    ]);
    expect(errorsOf(await act({ organisationId, personId: stranger }, coordinator))).toEqual([]);
  });

  it('of a registry end with the registry', async () => {
    const { accountId, personId, organisationId } = await makeAuditor(api);
    const affiliationId = await insertRow(api, 'affiliation', {
      person_id: personId,
      organisation_id: organisationId,
      kind: 'EMPLOYMENT',
      from_date: '2026-01-01',
      source: 'REGISTRY',
    });
    const payload = await api.as(accountId).act('affiliationEnd', { affiliationId, toDate: '2026-12-31' });
    expect(errorsOf(payload)).toEqual(['TIE_FROM_REGISTRY input.affiliationId']);
  });

  it('of a coordinator hide the audits of the place at once', async () => {
    const tied = await makeCoordinator(api);
    const { auditId, organisationId } = await makeTeamedAudit(api, { state: 'ON_SITE' });
    const read = async (): Promise<Json> =>
      (await api.as(tied).run('query ($id: ID!) { audit(id: $id) { state } }', { id: id('Audit', auditId) }))
        .data;
    expect(await read()).toEqual({ audit: { state: 'ON_SITE' } });
    const declared = await api
      .as(tied)
      .act('affiliationDeclare', { organisationId, kind: 'CONSULTING', fromDate: '2026-01-01' }, AFFILIATION);
    expect(declared['affiliation']).toMatchObject({ kind: 'CONSULTING', source: 'DECLARED' });
    expect(await read()).toEqual({ audit: null });
  });
});
