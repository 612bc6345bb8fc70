import { globalId } from '../../server/kernel/ids';
import { auditorQualificationStates } from '../../server/auditors';
import { clientOf, openApi, type ApiClient, type Json, type TestApi } from '../support/api';
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
import { PASSWORD, tokenOf } from '../support/sign-in';

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

describe('the qualification', () => {
  const move = (
    act: string,
    auditorId: string,
    expectedVersion: number,
    client = coordinator,
  ): Promise<Json> => {
    const reason = ['auditorSuspend', 'auditorLapse', 'auditorRetire'].includes(act)
      ? { reason: 'Décidé' }
      : {};
    const document = `mutation ($input: ${'reason' in reason ? 'AuditorReasonedMoveInput' : 'AuditorMoveInput'}!) {
      ${act}(input: $input) { auditor { qualification version }
        userErrors { code path ... on IllegalTransitionError { from allowed } } } }`;
    return client
      .run(document, {
        input: { idempotencyKey: crypto.randomUUID(), auditorId, expectedVersion, ...reason },
      })
      .then(({ data }) => data[act]);
  };

  it.each(
    auditorQualificationStates.moves.flatMap(({ act, from, to }) =>
      from.map((state) => ({ act, state, to })),
    ),
  )('$act: $state → $to', async ({ act, state, to }) => {
    const { auditorId } = await makeAuditor(api, { qualification: state });
    const payload = await move(act, auditorId, 1);
    expect(payload).toEqual({ auditor: { qualification: to, version: 2 }, userErrors: [] });
  });

  it.each(
    auditorQualificationStates.moves.flatMap(({ act, from }) =>
      auditorQualificationStates.states
        .filter((state) => !from.includes(state))
        .map((state) => ({ act, state })),
    ),
  )('$act is illegal from $state', async ({ act, state }) => {
    const { auditorId } = await makeAuditor(api, { qualification: state });
    const payload = await move(act, auditorId, 1);
    expect(payload).toMatchObject({
      auditor: null,
      userErrors: [{ code: 'ILLEGAL_TRANSITION', from: state }],
    });
    expect(await stateOf(auditorId)).toEqual({ qualification: state, version: 1 });
  });

  it('is for the coordination, in the version that was read', async () => {
    const { auditorId, accountId } = await makeAuditor(api, { qualification: 'CANDIDATE' });
    expect(errorsOf(await move('auditorAdmit', auditorId, 1, api.as(accountId)))).toEqual(['FORBIDDEN —']);
    const { managerId } = await makeService(api);
    expect(errorsOf(await move('auditorAdmit', auditorId, 1, api.as(managerId)))).toEqual([
      'NOT_FOUND input.auditorId',
    ]);
    expect(errorsOf(await move('auditorAdmit', auditorId, 7))).toEqual([
      'STALE_VERSION input.expectedVersion',
    ]);
    expect(await stateOf(auditorId)).toEqual({ qualification: 'CANDIDATE', version: 1 });
  });

  it('keeps the reason in the trail', async () => {
    const { auditorId } = await makeAuditor(api);
    await move('auditorSuspend', auditorId, 1);
    expect(await api.sql('select act, detail from trail_entry where object_id = $1', [auditorId])).toEqual([
      { act: 'auditorSuspend', detail: { from: 'QUALIFIED', reason: 'Décidé' } },
    ]);
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

describe('the account of an auditor', () => {
  it('is opened once, with the role, and signs in as that auditor', async () => {
    const personId = await makePerson(api);
    const auditorId = await insertRow(api, 'auditor', { person_id: personId, profession: 'RADIOGRAPHER' });
    const input = { auditorId: id('Auditor', auditorId), email: 'manip@example.org', password: PASSWORD };
    const { managerId } = await makeService(api);
    expect(errorsOf(await api.as(managerId).act('auditorAccountCreate', input))).toEqual([
      'NOT_FOUND input.auditorId',
    ]);
    expect(
      await coordinator.act(
        'auditorAccountCreate',
        input,
        'account { email person { id } roleGrants { role } }',
      ),
    ).toMatchObject({
      userErrors: [],
      account: {
        email: 'manip@example.org',
        person: { id: id('Person', personId) },
        roleGrants: [{ role: 'AUDITOR' }],
      },
    });
    const client = clientOf(api.url, await tokenOf(api, 'manip@example.org'));
    const { data } = await client.run('{ viewer { roles auditor { id profession } } }');
    expect(data['viewer']).toEqual({
      roles: ['AUDITOR'],
      auditor: { id: id('Auditor', auditorId), profession: 'RADIOGRAPHER' },
    });
    const again = { ...input, email: 'autre@example.org' };
    expect(errorsOf(await coordinator.act('auditorAccountCreate', again))).toEqual([
      'ALREADY_EXISTS input.auditorId',
    ]);
    expect(errorsOf(await client.act('auditorAccountCreate', again))).toEqual(['FORBIDDEN —']);
  });
});
