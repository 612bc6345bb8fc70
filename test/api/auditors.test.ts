import { globalId } from '../../server/kernel/ids';
import { openApi, type ApiClient, type Json, type TestApi } from '../support/api';
import {
  insertRow,
  makeAccount,
  makeAuditor,
  makeCoordinator,
  makeOrganisation,
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

async function stateOf(auditorId: string) {
  const [row] = await api.sql('select qualification, version from auditor where id = $1', [auditorId]);
  return row;
}

describe('who sees an auditor', () => {
  const FIELDS = `profession person { familyName } rpps qualification isLeadEligible modalities languages regions
    yearlyMaximum registryWarnings unavailabilities { fromDate } affiliations { kind toDate source }
    declarations(first: 5) { totalCount } currentDeclaration { id } assignments(first: 5) { totalCount }
    availableTransitions { act }`;
  const BY_ID = `query ($id: ID!) { auditor(id: $id) { ${FIELDS} } }`;
  const BY_AUDIT = `query ($id: ID!) { audit(id: $id) { assignments(first: 5) { nodes { isLead auditor { ${FIELDS} } } } } }`;

  const HIDDEN = {
    rpps: null,
    qualification: null,
    isLeadEligible: null,
    modalities: null,
    languages: null,
    regions: null,
    yearlyMaximum: null,
    registryWarnings: null,
    unavailabilities: [],
    declarations: { totalCount: 0 },
    currentDeclaration: null,
    availableTransitions: [],
  };

  async function team() {
    const audit = await makeTeamedAudit(api, {
      state: 'TEAM_CONFIRMED',
      columns: { team_shown_at: '2027-01-05T08:00:00Z' },
    });
    const { auditorId, personId } = audit.lead;
    await api.sql(`update auditor set rpps = '99000000010' where id = $1`, [auditorId]);
    await insertRow(api, 'auditor_unavailability', {
      auditor_id: auditorId,
      from_date: '2027-02-01',
      to_date: '2027-02-05',
    });
    for (const [kind, toDate] of [
      ['EMPLOYMENT', '2020-12-31'],
      ['OWNERSHIP', null],
    ] as const)
      await insertRow(api, 'affiliation', {
        person_id: personId,
        organisation_id: await makeOrganisation(api),
        kind,
        from_date: '2016-01-01',
        to_date: toDate,
        source: 'DECLARED',
      });
    return audit;
  }

  const seenInAudit = async (accountId: string, auditId: string): Promise<Json> => {
    const { data } = await api.as(accountId).run(BY_AUDIT, { id: id('Audit', auditId) });
    const nodes = data['audit']!['assignments']!['nodes'] as unknown as Json[];
    return nodes.find((assignment) => assignment['isLead'])?.['auditor'];
  };
  const seenById = async (accountId: string, auditorId: string): Promise<Json> => {
    const { data } = await api.as(accountId).run(BY_ID, { id: id('Auditor', auditorId) });
    return data['auditor'];
  };

  afterEach(() => api.sql('update auditor set rpps = null'));

  it('the service and team mates see name, profession and employers alone', async () => {
    const { auditId, managerId, lead, mate } = await team();
    for (const accountId of [managerId, mate.accountId]) {
      expect(await seenInAudit(accountId, auditId)).toEqual({
        ...HIDDEN,
        profession: 'RADIOLOGIST',
        person: { familyName: expect.stringMatching(/^Person/) },
        affiliations: [{ kind: 'EMPLOYMENT', toDate: null, source: 'DECLARED' }],
        assignments: { totalCount: 1 },
      });
      expect(await seenById(accountId, lead.auditorId)).toBeNull();
    }
  });

  it('the coordination, the G4 and the auditor see more, each what is theirs', async () => {
    const { lead } = await team();
    const all = {
      profession: 'RADIOLOGIST',
      qualification: 'QUALIFIED',
      isLeadEligible: true,
      modalities: [],
      languages: ['fr'],
      regions: [],
      yearlyMaximum: 10,
      unavailabilities: [{ fromDate: '2027-02-01' }],
      assignments: { totalCount: 1 },
    };
    const seen = await seenById(coordinatorId, lead.auditorId);
    expect(seen).toMatchObject({
      ...all,
      rpps: '99000000010',
      registryWarnings: [],
      declarations: { totalCount: 1 },
    });
    expect(seen!['affiliations']).toHaveLength(3);
    expect(seen!['availableTransitions']).toEqual([
      { act: 'auditorSuspend' },
      { act: 'auditorLapse' },
      { act: 'auditorRetire' },
    ]);
    expect(await seenById(lead.accountId, lead.auditorId)).toMatchObject({
      ...all,
      rpps: '99000000010',
      registryWarnings: [],
      declarations: { totalCount: 1 },
      availableTransitions: [],
    });
    const steering = await makeAccount(api, { roles: ['STEERING_MEMBER'] });
    expect(await seenById(steering.accountId, lead.auditorId)).toMatchObject({
      ...all,
      rpps: null,
      registryWarnings: null,
      declarations: { totalCount: 0 },
      currentDeclaration: null,
      availableTransitions: [],
    });
  });

  it('the list has all auditors for the coordination, oneself for an auditor, nobody for a service', async () => {
    const { lead, managerId } = await team();
    const LIST = `query ($filter: AuditorFilter) { auditors(first: 100, filter: $filter) { totalCount nodes { id } } }`;
    const { auditors } = (await api.as(lead.accountId).run(LIST)).data;
    expect(auditors).toEqual({ totalCount: 1, nodes: [{ id: id('Auditor', lead.auditorId) }] });
    expect((await api.as(managerId).run(LIST)).data['auditors']).toEqual({ totalCount: 0, nodes: [] });
    const [{ n } = { n: -1 }] = await api.sql<{ n: number }>('select count(*)::int as n from auditor');
    expect((await coordinator.run(LIST)).data['auditors']!['totalCount']).toBe(n);

    const service = await makeService(api);
    await api.sql(`update audited_service set department_code = '48' where id = $1`, [service.serviceId]);
    const physicist = await makeAuditor(api, { profession: 'MEDICAL_PHYSICIST', qualification: 'LAPSED' });
    await insertRow(api, 'affiliation', {
      person_id: physicist.personId,
      organisation_id: service.organisationId,
      audited_service_id: service.serviceId,
      kind: 'EMPLOYMENT',
      from_date: '2020-01-01',
      source: 'REGISTRY',
    });
    const only = [{ id: id('Auditor', physicist.auditorId) }];
    for (const filter of [
      { professions: ['MEDICAL_PHYSICIST'] },
      { qualifications: ['LAPSED'] },
      { departmentCodes: ['48'] },
    ])
      expect((await coordinator.run(LIST, { filter })).data['auditors']!['nodes']).toEqual(only);
  });
});

describe('auditorUpdate', () => {
  const SEEN = 'auditor { modalities languages regions yearlyMaximum isLeadEligible version }';

  it('is the auditor’s own; only the coordination says who may lead', async () => {
    const { auditorId, accountId } = await makeAuditor(api, { isLeadEligible: false });
    const self = api.as(accountId);
    const own = {
      auditorId,
      modalities: ['CT', 'CT', 'MRI'],
      languages: ['fr', 'br'],
      regions: ['53'],
      yearlyMaximum: 2,
    };
    expect(await self.act('auditorUpdate', { ...own, expectedVersion: 1 }, SEEN)).toMatchObject({
      auditor: {
        modalities: ['CT', 'MRI'],
        languages: ['fr', 'br'],
        regions: ['53'],
        yearlyMaximum: 2,
        isLeadEligible: false,
        version: 2,
      },
    });
    const lead = { auditorId, expectedVersion: 2, isLeadEligible: true };
    expect(errorsOf(await self.act('auditorUpdate', lead))).toEqual(['FORBIDDEN input.isLeadEligible']);
    expect(await coordinator.act('auditorUpdate', lead, SEEN)).toMatchObject({
      auditor: { isLeadEligible: true, yearlyMaximum: 2, version: 3 },
    });
  });

  it('refuses what cannot be', async () => {
    const { auditorId, accountId } = await makeAuditor(api);
    const act = (more: Record<string, unknown>, client = api.as(accountId)) =>
      client.act('auditorUpdate', { auditorId, expectedVersion: 1, ...more });
    expect(errorsOf(await act({ regions: ['99'] }))).toEqual(['VALIDATION input.regions']);
    expect(errorsOf(await act({ languages: ['français'] }))).toEqual(['VALIDATION input.languages']);
    expect(errorsOf(await act({ yearlyMaximum: 53 }))).toEqual(['VALIDATION input.yearlyMaximum']);
    expect(errorsOf(await act({ expectedVersion: 3 }))).toEqual(['STALE_VERSION input.expectedVersion']);
    const other = await makeAuditor(api);
    expect(errorsOf(await act({ yearlyMaximum: 1 }, api.as(other.accountId)))).toEqual([
      'NOT_FOUND input.auditorId',
    ]);
    const steering = await makeAccount(api, { roles: ['STEERING_MEMBER'] });
    expect(errorsOf(await act({ yearlyMaximum: 1 }, api.as(steering.accountId)))).toEqual(['FORBIDDEN —']);
    expect(await stateOf(auditorId)).toMatchObject({ version: 1 });
  });
});

describe('unavailabilities', () => {
  const days = { fromDate: '2027-03-01', toDate: '2027-03-05' };

  it('are noted and removed by the auditor and the coordination', async () => {
    const { auditorId, accountId } = await makeAuditor(api);
    const self = api.as(accountId);
    const added = await self.act(
      'auditorUnavailabilityAdd',
      { auditorId, ...days },
      'auditorUnavailability { id fromDate toDate } auditor { unavailabilities { fromDate } }',
    );
    expect(added).toMatchObject({
      auditorUnavailability: days,
      auditor: { unavailabilities: [{ fromDate: '2027-03-01' }] },
    });
    const overlapping = { auditorId, fromDate: '2027-03-05', toDate: '2027-03-09' };
    expect(errorsOf(await coordinator.act('auditorUnavailabilityAdd', overlapping))).toEqual([
      'ALREADY_EXISTS input',
    ]);
    const reversed = { auditorId, fromDate: '2027-04-05', toDate: '2027-04-01' };
    expect(errorsOf(await self.act('auditorUnavailabilityAdd', reversed))).toEqual([
      'DATES_REVERSED input.toDate',
    ]);

    const auditorUnavailabilityId = added['auditorUnavailability']!['id'];
    const stranger = await makeAuditor(api);
    const hidden = await api
      .as(stranger.accountId)
      .act('auditorUnavailabilityRemove', { auditorUnavailabilityId });
    expect(errorsOf(hidden)).toEqual(['NOT_FOUND input.auditorUnavailabilityId']);
    const steering = await makeAccount(api, { roles: ['STEERING_MEMBER'] });
    const forbidden = await api
      .as(steering.accountId)
      .act('auditorUnavailabilityRemove', { auditorUnavailabilityId });
    expect(errorsOf(forbidden)).toEqual(['FORBIDDEN —']);
    const removed = await coordinator.act(
      'auditorUnavailabilityRemove',
      { auditorUnavailabilityId },
      'auditor { unavailabilities { id } }',
    );
    expect(removed).toMatchObject({ userErrors: [], auditor: { unavailabilities: [] } });
  });
});
