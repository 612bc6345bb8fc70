import { globalId } from '../../server/kernel/ids';
import { openApi, type Json, type TestApi } from '../support/api';
import {
  insertRow,
  makeAccount,
  makeAssignment,
  makeAudit,
  makeAuditor,
  makeCampaign,
  makeCoordinator,
  makeOrganisation,
  makeService,
} from '../support/factories';
import { makeLink, makeOpenAudit, makeTie } from '../support/teams-factories';

let api: TestApi;
let coordinator: string;

beforeAll(async () => {
  api = await openApi();
  coordinator = await makeCoordinator(api);
});
afterAll(() => api.close());
/** Another region: no competitor of a service in Paris. */
const FAR_AWAY = { department_code: '2A', region_code: '94' };

beforeEach(() => api.clock.set('2027-01-11T08:00:00Z'));

const QUESTION = `query ($auditorId: ID!, $auditId: ID!) {
  conflictsOf(auditorId: $auditorId, auditId: $auditId) { ruleCode level facts } }`;

async function ask(auditorId: string, auditId: string, account = coordinator, headers = {}) {
  const variables = { auditorId: globalId('Auditor', auditorId), auditId: globalId('Audit', auditId) };
  const answer = await api.as(account).run(QUESTION, variables, headers);
  expect(answer.errors).toBeUndefined();
  return answer.data['conflictsOf'];
}

async function codes(auditorId: string, auditId: string): Promise<string[] | undefined> {
  return (await ask(auditorId, auditId))?.map((found: Json) => `${found['ruleCode']} ${found['level']}`);
}

describe('ties to the audited structure', () => {
  it('finds none for an auditor from elsewhere', async () => {
    const { auditor, auditId } = await makeOpenAudit(api);
    expect(await ask(auditor.auditorId, auditId)).toEqual([]);
  });

  it('finds C01 and C03 for who works in the legal entity, in the language asked for', async () => {
    const service = await makeService(api, { organisationId: await makeOrganisation(api) });
    const { auditId } = await makeAudit(api, { serviceId: service.serviceId });
    const auditor = await makeAuditor(api, { organisationId: service.organisationId });
    const [organisation] = await api.sql('select name from organisation where id = $1', [
      service.organisationId,
    ]);
    const fact = `${String(organisation?.['name'])} : emploi, depuis le 01/01/2015 (source : déclaré)`;
    expect(await ask(auditor.auditorId, auditId, coordinator, { 'accept-language': 'fr' })).toEqual([
      { ruleCode: 'C01', level: 'BLOCK', facts: [fact] },
      { ruleCode: 'C03', level: 'BLOCK', facts: [fact] },
    ]);
  });

  it('finds C01 for each organisation that a shared service belongs to, while it does', async () => {
    const { auditId, serviceId } = await makeOpenAudit(api);
    const partner = await makeOrganisation(api);
    await insertRow(api, 'service_organisation', {
      audited_service_id: serviceId,
      organisation_id: partner,
      from_date: '2020-01-01',
      source: 'DECLARED',
    });
    const auditor = await makeAuditor(api, { organisationId: partner });
    expect(await codes(auditor.auditorId, auditId)).toEqual(['C01 BLOCK', 'C03 BLOCK']);
    await api.sql(`update service_organisation set to_date = '2026-12-31' where organisation_id = $1`, [
      partner,
    ]);
    expect(await codes(auditor.auditorId, auditId)).toEqual(['C03 BLOCK']);
  });

  it('knows the legal entity by its SIREN as well, when a directory of people brought it without FINESS', async () => {
    const service = await makeService(api, { columns: { siret: '77543210900017' } });
    const { auditId } = await makeAudit(api, { serviceId: service.serviceId });
    const entity = await insertRow(api, 'organisation', { siren: '775432109', name: 'Même entité' });
    const auditor = await makeAuditor(api, { organisationId: entity });
    expect(await codes(auditor.auditorId, auditId)).toEqual(['C01 BLOCK', 'C03 BLOCK']);
  });

  it.each([
    ['5 years ago less a day', '2022-01-12', ['C03 BLOCK']],
    ['exactly 5 years ago', '2022-01-11', []],
  ])('finds C03 on the right side of its window: ended %s', async (_when, to, expected) => {
    const { auditor, auditId, organisationId } = await makeOpenAudit(api);
    await makeTie(api, { personId: auditor.personId, organisationId, to });
    expect(await codes(auditor.auditorId, auditId)).toEqual(expected);
  });

  it('counts a tie to the site itself, through whatever entity', async () => {
    const { auditor, auditId, serviceId } = await makeOpenAudit(api);
    const tie = await makeTie(api, {
      personId: auditor.personId,
      organisationId: await makeOrganisation(api),
      kind: 'LOCUM',
      to: '2026-12-31',
    });
    await api.sql('update affiliation set audited_service_id = $2 where id = $1', [tie, serviceId]);
    expect(await codes(auditor.auditorId, auditId)).toEqual(['C03 BLOCK']);
  });
});

describe('links of organisations', () => {
  it('finds C02 whichever way a link was declared, until it ends', async () => {
    const { auditor, auditId, organisationId } = await makeOpenAudit(api);
    const link = await makeLink(api, organisationId, auditor.organisationId, { kind: 'HOLDING' });
    expect(await codes(auditor.auditorId, auditId)).toEqual(['C02 BLOCK']);
    await api.sql(
      `update organisation_link set organisation_id = linked_organisation_id, linked_organisation_id = organisation_id
       where id = $1`,
      [link],
    );
    expect(await codes(auditor.auditorId, auditId)).toEqual(['C02 BLOCK']);
    await api.sql(`update organisation_link set to_date = '2027-01-10' where id = $1`, [link]);
    expect(await codes(auditor.auditorId, auditId)).toEqual([]);
  });

  it('finds C02 through a grouping that both belong to', async () => {
    const { auditor, auditId, organisationId } = await makeOpenAudit(api);
    const grouping = await insertRow(api, 'organisation', {
      kind: 'GROUPING',
      code: 'TST-01',
      name: 'GHT d’essai',
    });
    await makeLink(api, auditor.organisationId, grouping);
    const far = await makeLink(api, organisationId, grouping);
    const [conflict] = (await ask(auditor.auditorId, auditId)) ?? [];
    expect(conflict).toMatchObject({ ruleCode: 'C02', level: 'BLOCK' });
    expect(String(conflict?.['facts']?.[0])).toContain('by GHT (GHT d’essai), since 2016-07-01');
    // A member of two groupings of different kinds does not tie their members to each other.
    await api.sql(`update organisation_link set kind = 'GIE' where id = $1`, [far]);
    expect(await codes(auditor.auditorId, auditId)).toEqual([]);
  });
});

describe('reciprocity', () => {
  /** Someone of the audited service is on the team for the auditor's own structure. */
  async function makeReturnVisit(options: {
    isSameCampaign: boolean;
    visitClosedAt?: string;
    state?: string;
  }) {
    const audit = await makeOpenAudit(api);
    const own = await makeService(api, { organisationId: audit.auditor.organisationId, columns: FAR_AWAY });
    const host = await makeAuditor(api, { organisationId: audit.organisationId });
    const back = await makeAudit(api, {
      serviceId: own.serviceId,
      campaignId: options.isSameCampaign ? audit.campaignId : await makeCampaign(api),
      state: options.state ?? 'PLANNED',
      columns: { visit_closed_at: options.visitClosedAt ?? null },
    });
    const state = options.visitClosedAt ? 'COMPLETED' : 'PROPOSED';
    await makeAssignment(api, { auditId: back.auditId, auditorId: host.auditorId, state });
    return audit;
  }

  it.each([
    ['is called on in the same campaign', { isSameCampaign: true }, ['C06 BLOCK']],
    ['is called on in another campaign', { isSameCampaign: false }, []],
    ['was called on for an audit that was cancelled', { isSameCampaign: true, state: 'CANCELLED' }, []],
    [
      'audited it 5 years ago less a day',
      { isSameCampaign: false, state: 'CLOSED', visitClosedAt: '2022-01-12T16:00:00Z' },
      ['C06 BLOCK'],
    ],
    [
      'audited it exactly 5 years ago',
      { isSameCampaign: false, state: 'CLOSED', visitClosedAt: '2022-01-11T16:00:00Z' },
      [],
    ],
  ])('someone of the service %s', async (_what, options, expected) => {
    const { auditor, auditId } = await makeReturnVisit(options);
    expect(await codes(auditor.auditorId, auditId)).toEqual(expected);
  });
});

describe('the team and the audit', () => {
  it('finds C12 for the employer of a member, as long as he is on the team', async () => {
    const { auditor, auditId } = await makeOpenAudit(api);
    const member = await makeAuditor(api, {
      profession: 'RADIOGRAPHER',
      organisationId: auditor.organisationId,
    });
    const assignmentId = await makeAssignment(api, {
      auditId,
      auditorId: member.auditorId,
      seat: 'RADIOGRAPHER',
      state: 'ACCEPTED',
    });
    expect(await codes(auditor.auditorId, auditId)).toEqual(['C12 BLOCK']);
    expect(await codes(member.auditorId, auditId)).toEqual([]);
    await api.sql(`update assignment set state = 'REPLACED' where id = $1`, [assignmentId]);
    expect(await codes(auditor.auditorId, auditId)).toEqual([]);
  });

  it('finds C13 and C14 on this audit and on no other', async () => {
    const { auditor, auditId } = await makeOpenAudit(api);
    const recused = await makeAssignment(api, { auditId, auditorId: auditor.auditorId, state: 'RECUSED' });
    await insertRow(api, 'recusal', {
      audit_id: auditId,
      assignment_id: recused,
      state: 'APPEAL_GRANTED',
      reason: 'Ancien associé du chef de service.',
      decide_by: '2027-01-18',
    });
    await makeAssignment(api, { auditId, auditorId: auditor.auditorId, state: 'CONFLICT_DECLARED' });
    expect(await codes(auditor.auditorId, auditId)).toEqual(['C13 BLOCK', 'C14 BLOCK']);
    expect(await codes(auditor.auditorId, (await makeOpenAudit(api)).auditId)).toEqual([]);
  });

  it('finds C15 without a declaration in force', async () => {
    const { auditId } = await makeOpenAudit(api);
    const auditor = await makeAuditor(api, { isDeclared: false });
    expect(await ask(auditor.auditorId, auditId)).toEqual([
      { ruleCode: 'C15', level: 'BLOCK', facts: ['No signed declaration of interests'] },
    ]);
    api.clock.set('2027-12-01T08:00:00Z');
    const declared = await makeAuditor(api);
    expect(await codes(declared.auditorId, auditId)).toEqual([]);
    api.clock.set('2027-12-02T08:00:00Z');
    expect(await codes(declared.auditorId, auditId)).toEqual(['C15 BLOCK']);
  });
});

describe('who may ask', () => {
  it('answers the coordination alone; absent and hidden look the same', async () => {
    const { auditor, auditId, managerId, organisationId } = await makeOpenAudit(api);
    const steering = await makeAccount(api, { roles: ['STEERING_MEMBER'] });
    const tied = await makeAccount(api, { roles: ['COORDINATOR'] });
    await makeTie(api, { personId: tied.personId, organisationId });
    for (const account of [managerId, auditor.accountId, steering.accountId, tied.accountId]) {
      expect(await ask(auditor.auditorId, auditId, account)).toBeNull();
    }
    expect(await ask(auditId, auditId)).toBeNull();
    expect(await ask(auditor.auditorId, auditor.auditorId)).toBeNull();
  });
});

describe('candidatesFor', () => {
  const CANDIDATES = `query ($auditId: ID!, $seat: Seat!) {
    candidatesFor(auditId: $auditId, seat: $seat) {
      auditor { id } isAvailable load conflicts { ruleCode } } }`;

  it('lists the qualified of the profession who are not on the team, those without obstacle first', async () => {
    const { auditId, campaignId, organisationId } = await makeOpenAudit(api, {
      columns: { visit_on: '2027-06-01' },
    });
    await api.sql(`update auditor set qualification = 'RETIRED'`);
    const physicist = { profession: 'MEDICAL_PHYSICIST' };
    const member = await makeAuditor(api, physicist);
    await makeAssignment(api, { auditId, auditorId: member.auditorId, seat: 'MEDICAL_PHYSICIST' });
    await makeAuditor(api, { ...physicist, qualification: 'EVALUATED' });
    await makeAuditor(api, { profession: 'RADIOLOGIST' });
    const tied = await makeAuditor(api, { ...physicist, organisationId });
    const away = await makeAuditor(api, physicist);
    await insertRow(api, 'auditor_unavailability', {
      auditor_id: away.auditorId,
      from_date: '2027-05-31',
      to_date: '2027-06-01',
    });
    const busy = await makeAuditor(api, physicist);
    const other = await makeAudit(api, { campaignId });
    await makeAssignment(api, {
      auditId: other.auditId,
      auditorId: busy.auditorId,
      seat: 'MEDICAL_PHYSICIST',
    });
    const free = await makeAuditor(api, physicist);

    const variables = { auditId: globalId('Audit', auditId), seat: 'MEDICAL_PHYSICIST' };
    const answer = await api.as(coordinator).run(CANDIDATES, variables);
    const line = (
      { auditorId }: { auditorId: string },
      isAvailable: boolean,
      load: number,
      rules: string[],
    ) => ({
      auditor: { id: globalId('Auditor', auditorId) },
      isAvailable,
      load,
      conflicts: rules.map((ruleCode) => ({ ruleCode })),
    });
    expect(answer.errors).toBeUndefined();
    expect(answer.data['candidatesFor']).toEqual([
      line(free, true, 0, []),
      line(busy, true, 1, []),
      line(away, false, 0, []),
      line(tied, true, 0, ['C01', 'C03']),
    ]);
    const managers = await api.as((await makeService(api)).managerId).run(CANDIDATES, variables);
    expect(managers.data['candidatesFor']).toEqual([]);
  });
});
