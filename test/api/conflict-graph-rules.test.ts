import { globalId } from '../../server/kernel/ids';
import { openApi, type Json, type TestApi } from '../support/api';
import { FAR_AWAY, makeFact, makeInterest } from '../support/conflict-factories';
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

// C01, C02, C03, C06, C12 to C15 stand in conflicts.test.ts as well: here are the rules that look at other facts, each
// found, and on the first day on which it no longer counts not found.

let api: TestApi;
let coordinator: string;

beforeAll(async () => {
  api = await openApi();
  coordinator = await makeCoordinator(api);
});
afterAll(() => api.close());
beforeEach(() => api.clock.set('2027-01-11T08:00:00Z'));

type Open = Awaited<ReturnType<typeof makeOpenAudit>>;

async function ask({ auditor, auditId }: Open, account = coordinator): Promise<Json[]> {
  const answer = await api.as(account).run(
    `query ($auditorId: ID!, $auditId: ID!) {
       conflictsOf(auditorId: $auditorId, auditId: $auditId) { ruleCode level facts } }`,
    { auditorId: globalId('Auditor', auditor.auditorId), auditId: globalId('Audit', auditId) },
  );
  expect(answer.errors).toBeUndefined();
  return answer.data['conflictsOf'];
}

async function codes(open: Open): Promise<string[]> {
  return (await ask(open)).map(({ ruleCode, level }) => `${ruleCode} ${level}`);
}

describe('C04, advice to the audited structure', () => {
  it.each([
    ['lasts', null, ['C04 BLOCK']],
    ['ended two years ago less a day', '2025-01-12', ['C04 BLOCK']],
    ['ended two years ago', '2025-01-11', ['C04 REVIEW']],
    ['ended five years ago less a day', '2022-01-12', ['C04 REVIEW']],
    ['ended five years ago', '2022-01-11', []],
  ])('that %s', async (_when, to, expected) => {
    const open = await makeOpenAudit(api);
    const { personId } = open.auditor;
    await makeTie(api, { personId, organisationId: open.organisationId, kind: 'CONSULTING', to });
    expect(await codes(open)).toEqual(expected);
  });
});

describe('C05, teleradiology between the two structures', () => {
  it.each([
    ['lasts', null, ['C05 BLOCK']],
    ['ended yesterday', '2027-01-10', ['C05 REVIEW']],
    ['ended five years ago', '2022-01-11', []],
  ])('by the auditor’s own tie that %s', async (_when, to, expected) => {
    const open = await makeOpenAudit(api);
    const { personId } = open.auditor;
    await makeTie(api, { personId, organisationId: open.organisationId, kind: 'TELERADIOLOGY', to });
    expect(await codes(open)).toEqual(expected);
  });

  it.each([
    ['his firm reads for the service', false, null, ['C05 BLOCK']],
    ['the service’s entity reads for his', true, null, ['C05 BLOCK']],
    ['and ended five years ago less a day', false, '2022-01-12', ['C05 REVIEW']],
    ['and ended five years ago', false, '2022-01-11', []],
  ])('by a contract: %s', async (_what, isOtherWay, to, expected) => {
    const open = await makeOpenAudit(api);
    const [one, other] = isOtherWay
      ? [open.organisationId, open.auditor.organisationId]
      : [open.auditor.organisationId, open.organisationId];
    const sides = { organisation_id: one, other_organisation_id: other };
    await makeFact(api, { kind: 'TELERADIOLOGY_CONTRACT', to, from: '2016-01-01', ...sides });
    expect(await codes(open)).toEqual(expected);
  });

  it('by a contract that names the site, and of a firm for which he only reads', async () => {
    const open = await makeOpenAudit(api);
    const firm = await makeOrganisation(api);
    await makeFact(api, {
      kind: 'TELERADIOLOGY_CONTRACT',
      organisation_id: firm,
      other_audited_service_id: open.serviceId,
    });
    expect(await codes(open)).toEqual([]);
    const { personId } = open.auditor;
    await makeTie(api, { personId, organisationId: firm, kind: 'TELERADIOLOGY' });
    expect(await codes(open)).toEqual(['C05 BLOCK']);
  });
});

describe('C07, personal ties', () => {
  it.each(['FAMILY', 'LITIGATION'])(
    'an interest of kind %s in a signed declaration, and only there',
    async (kind) => {
      const open = await makeOpenAudit(api);
      await makeInterest(api, { auditorId: open.auditor.auditorId, kind, serviceId: open.serviceId });
      expect(await codes(open)).toEqual(['C07 BLOCK']);
      await api.sql(
        `update declaration_of_interests set state = 'DRAFT', signed_at = null where auditor_id = $1`,
        [open.auditor.auditorId],
      );
      expect(await codes(open)).toEqual(['C15 BLOCK']);
    },
  );

  it('is undated: an old quarrel counts, one that begins tomorrow does not yet', async () => {
    const open = await makeOpenAudit(api);
    const sides = { person_id: open.auditor.personId, other_organisation_id: open.organisationId };
    const fact = await makeFact(api, { kind: 'PERSONAL_TIE', to: '2011-01-01', ...sides });
    expect(await codes(open)).toEqual(['C07 BLOCK']);
    await api.sql(`update conflict_fact set from_date = '2027-01-12', to_date = null where id = $1`, [fact]);
    expect(await codes(open)).toEqual([]);
  });

  it('a relative who works there, until he leaves, or who answers for the service', async () => {
    const open = await makeOpenAudit(api);
    const relative = await makeAccount(api, {});
    await makeFact(api, {
      kind: 'PERSONAL_TIE',
      person_id: relative.personId,
      other_person_id: open.auditor.personId,
    });
    expect(await codes(open)).toEqual([]);
    const tie = await makeTie(api, { personId: relative.personId, organisationId: open.organisationId });
    expect(await codes(open)).toEqual(['C07 BLOCK']);
    await api.sql(`update affiliation set to_date = '2027-01-10' where id = $1`, [tie]);
    expect(await codes(open)).toEqual([]);
    await insertRow(api, 'role_grant', {
      account_id: relative.accountId,
      role: 'SERVICE_MANAGER',
      audited_service_id: open.serviceId,
      from_date: '2020-01-01',
    });
    expect(await codes(open)).toEqual(['C07 BLOCK']);
  });

  it('tells what was declared to the coordination, and nobody of the steering what kind it is', async () => {
    const open = await makeOpenAudit(api);
    const { auditorId } = open.auditor;
    await makeInterest(api, { auditorId, kind: 'FAMILY', serviceId: open.serviceId });
    const [conflict] = await ask(open);
    expect(conflict?.['facts']).toEqual([
      expect.stringContaining('family tie, lasting (source: declaration signed on 2026-12-01)'),
    ]);
    expect(JSON.stringify(conflict)).not.toContain('Un secret de la déclaration');
    const [found] = await api.sql<{ facts: Json[] }>(`select $1::jsonb as facts`, [
      JSON.stringify([{ fr: 'famille', en: 'family', interestOf: auditorId }]),
    ]);
    await insertRow(api, 'conflict', {
      audit_id: open.auditId,
      auditor_id: auditorId,
      rule_code: 'C07',
      rule_number: 2,
      level: 'BLOCK',
      facts: JSON.stringify(found?.facts),
    });
    const read = async (account: string): Promise<Json> =>
      (
        await api
          .as(account)
          .run('query ($id: ID!) { audit(id: $id) { conflicts(first: 5) { nodes { facts } } } }', {
            id: globalId('Audit', open.auditId),
          })
      ).data['audit'].conflicts.nodes;
    const steering = await makeAccount(api, { roles: ['STEERING_MEMBER'] });
    expect(await read(coordinator)).toEqual([{ facts: ['family'] }]);
    expect(await read(steering.accountId)).toEqual([
      { facts: ['Declared interest, for the coordination and the auditor to read'] },
    ]);
  });
});

describe('a recorded tie of a person', () => {
  it('freezes; what it is reads the coordination, and the steering that there is one', async () => {
    const open = await makeOpenAudit(api);
    const { auditorId, personId, accountId } = open.auditor;
    await makeAssignment(api, { auditId: open.auditId, auditorId, state: 'PROPOSED' });
    const declared = await api.as(accountId).act('conflictFactDeclare', {
      kind: 'PERSONAL_TIE',
      personId: globalId('Person', personId),
      otherAuditedServiceId: globalId('AuditedService', open.serviceId),
      description: 'Procédure de divorce en cours.',
      fromDate: '2020-01-01',
    });
    expect(declared['userErrors']).toEqual([]);
    const read = async (account: string): Promise<Json> =>
      (
        await api
          .as(account)
          .run(
            'query ($ids: [ID!]!) { conflictAlerts(first: 5, filter: { auditorIds: $ids }) { nodes { facts } } }',
            { ids: [globalId('Auditor', auditorId)] },
          )
      ).data['conflictAlerts'].nodes;
    const steering = await makeAccount(api, { roles: ['STEERING_MEMBER'] });
    const told = [{ facts: [expect.stringContaining('Procédure de divorce')] }];
    expect(await read(coordinator)).toEqual(told);
    expect(await read(accountId)).toEqual(told);
    expect(await read(steering.accountId)).toEqual([
      { facts: ['Declared interest, for the coordination and the auditor to read'] },
    ]);
  });
});

describe('C08, financial interests', () => {
  it.each([
    ['ended three years ago less a day', '2024-01-12', ['C08 BLOCK']],
    ['ended three years ago', '2024-01-11', []],
  ])('shares, a declared and a recorded one that %s', async (_when, to, expected) => {
    const owner = await makeOpenAudit(api);
    const { personId } = owner.auditor;
    await makeTie(api, { personId, organisationId: owner.organisationId, kind: 'OWNERSHIP', to });
    expect(await codes(owner)).toEqual(expected);
    const declared = await makeOpenAudit(api);
    const { auditorId } = declared.auditor;
    await makeInterest(api, { auditorId, kind: 'FINANCIAL', organisationId: declared.organisationId, to });
    expect(await codes(declared)).toEqual(expected);
    const recorded = await makeOpenAudit(api);
    await makeFact(api, {
      kind: 'FINANCIAL_INTEREST',
      person_id: recorded.auditor.personId,
      other_audited_service_id: recorded.serviceId,
      to,
    });
    expect(await codes(recorded)).toEqual(expected);
  });
});

describe('C09, competitors', () => {
  /** A workplace of the auditor, as columns of its site say where it is. */
  async function workAt(open: Open, columns: Record<string, unknown>): Promise<{ serviceId: string }> {
    const site = await makeService(api, { organisationId: open.auditor.organisationId, columns });
    await api.sql(`update audited_service set latitude = 48.85, longitude = 2.35 where id = $1`, [
      open.serviceId,
    ]);
    return site;
  }

  it.each([
    ['in the same department', { department_code: '75' }, ['C09 REVIEW']],
    ['in the same region', { department_code: '77' }, ['C09 WARN']],
    ['elsewhere', FAR_AWAY, []],
    // 49.29 − 48.85 is 48.9 km on the meridian, 49.31 is 51.1 km.
    ['less than 50 km away', { ...FAR_AWAY, latitude: 49.29, longitude: 2.35 }, ['C09 REVIEW']],
    ['more than 50 km away', { ...FAR_AWAY, latitude: 49.31, longitude: 2.35 }, []],
  ])('who works %s', async (_where, columns, expected) => {
    const open = await makeOpenAudit(api);
    await workAt(open, columns);
    expect(await codes(open)).toEqual(expected);
  });

  it('until he has left; and a site that the tie names stands for the others of its entity', async () => {
    const open = await makeOpenAudit(api);
    await workAt(open, { department_code: '75' });
    const far = await workAt(open, FAR_AWAY);
    expect(await codes(open)).toEqual(['C09 REVIEW']);
    await api.sql('update affiliation set audited_service_id = $2 where person_id = $1', [
      open.auditor.personId,
      far.serviceId,
    ]);
    expect(await codes(open)).toEqual([]);
    await api.sql('update affiliation set audited_service_id = null where person_id = $1', [
      open.auditor.personId,
    ]);
    await api.sql(`update affiliation set to_date = '2027-01-10' where person_id = $1`, [
      open.auditor.personId,
    ]);
    expect(await codes(open)).toEqual([]);
  });

  it('of one patient basin, while it lasts', async () => {
    const open = await makeOpenAudit(api);
    const site = await workAt(open, FAR_AWAY);
    const sides = { audited_service_id: open.serviceId, other_audited_service_id: site.serviceId };
    const basin = await makeFact(api, { kind: 'PATIENT_BASIN', ...sides });
    expect(await codes(open)).toEqual(['C09 REVIEW']);
    await api.sql(`update conflict_fact set to_date = '2027-01-10' where id = $1`, [basin]);
    expect(await codes(open)).toEqual([]);
  });
});

describe.each([
  ['C10, inspections and assessments', 'EXTERNAL_INSPECTION', 'C10 REVIEW', '2022-01-12', '2022-01-11'],
  ['C16, joint research', 'JOINT_RESEARCH', 'C16 WARN', '2024-01-12', '2024-01-11'],
])('%s', (_rule, kind, code, inside, outside) => {
  it('counts to the last day of its window', async () => {
    const open = await makeOpenAudit(api);
    const sides = { person_id: open.auditor.personId, other_audited_service_id: open.serviceId };
    const fact = await makeFact(api, { kind, to: inside, ...sides });
    expect(await codes(open)).toEqual([code]);
    await api.sql('update conflict_fact set to_date = $2 where id = $1', [fact, outside]);
    expect(await codes(open)).toEqual([]);
  });
});

it('C16: research that the auditor declared', async () => {
  const open = await makeOpenAudit(api);
  await makeInterest(api, { auditorId: open.auditor.auditorId, kind: 'RESEARCH', serviceId: open.serviceId });
  expect(await codes(open)).toEqual(['C16 WARN']);
});

describe('C11, who audited the service before', () => {
  async function audited(open: Open, year: number, isByHim: boolean, state = 'COMPLETED'): Promise<void> {
    const campaignId = await makeCampaign(api, {
      visitsFrom: `${year}-01-01`,
      visitsTo: `${year}-12-31`,
      state: 'CLOSED',
    });
    const { auditId } = await makeAudit(api, { campaignId, serviceId: open.serviceId, state: 'CLOSED' });
    const { auditorId } = isByHim ? open.auditor : await makeAuditor(api);
    await makeAssignment(api, { auditId, auditorId, state });
  }

  it('in its last audit, and not in the one before', async () => {
    const open = await makeOpenAudit(api);
    await audited(open, 2021, true);
    expect(await codes(open)).toEqual(['C11 REVIEW']);
    await audited(open, 2025, false);
    expect(await codes(open)).toEqual([]);
  });

  it('does not mind who left that audit, nor one that is still to come', async () => {
    const open = await makeOpenAudit(api);
    await audited(open, 2025, true, 'REPLACED');
    await audited(open, 2028, true, 'CONFIRMED');
    expect(await codes(open)).toEqual([]);
  });
});

describe('C12, a personal tie between two members', () => {
  it('whichever of them declared it, while it lasts', async () => {
    const open = await makeOpenAudit(api);
    const mate = await makeAuditor(api, { profession: 'RADIOGRAPHER' });
    await makeAssignment(api, { auditId: open.auditId, auditorId: mate.auditorId, seat: 'RADIOGRAPHER' });
    const fact = await makeFact(api, {
      kind: 'PERSONAL_TIE',
      person_id: mate.personId,
      other_person_id: open.auditor.personId,
    });
    expect(await codes(open)).toEqual(['C12 BLOCK']);
    await api.sql(
      'update conflict_fact set person_id = other_person_id, other_person_id = person_id where id = $1',
      [fact],
    );
    expect(await codes(open)).toEqual(['C12 BLOCK']);
    await api.sql(`update conflict_fact set to_date = '2027-01-10' where id = $1`, [fact]);
    expect(await codes(open)).toEqual([]);
  });
});

describe('C18, one vendor for both', () => {
  it('within three years on both sides, however its name is written', async () => {
    const open = await makeOpenAudit(api);
    const funding = { kind: 'VENDOR_FUNDING', other_party: 'Imagix SA' };
    await makeFact(api, { ...funding, person_id: open.auditor.personId });
    expect(await codes(open)).toEqual([]);
    const theirs = await makeFact(api, {
      ...funding,
      other_party: 'IMAGIX sa ',
      audited_service_id: open.serviceId,
      to: '2024-01-12',
    });
    expect(await codes(open)).toEqual(['C18 WARN']);
    await api.sql(`update conflict_fact set to_date = '2024-01-11' where id = $1`, [theirs]);
    expect(await codes(open)).toEqual([]);
  });
});

describe('C02, groups that merge', () => {
  it('ties members of two groupings from the day of their merger to its end', async () => {
    const open = await makeOpenAudit(api);
    const grouping = (code: string) =>
      insertRow(api, 'organisation', { kind: 'GROUPING', code, name: `Groupe ${code}` });
    const [one, other] = [await grouping('MRG-1'), await grouping('MRG-2')];
    await makeLink(api, open.auditor.organisationId, one, { kind: 'GROUP' });
    await makeLink(api, open.organisationId, other, { kind: 'GROUP' });
    expect(await codes(open)).toEqual([]);
    const merger = await makeLink(api, one, other, { kind: 'GROUP', from: '2027-01-12' });
    expect(await codes(open)).toEqual([]);
    api.clock.set('2027-01-12T08:00:00Z');
    expect(await codes(open)).toEqual(['C02 BLOCK']);
    await api.sql(
      `update organisation_link set from_date = '2026-01-01', to_date = '2027-01-11' where id = $1`,
      [merger],
    );
    expect(await codes(open)).toEqual([]);
  });

  it('follows holdings of holdings', async () => {
    const open = await makeOpenAudit(api);
    const [holding, top] = [await makeOrganisation(api), await makeOrganisation(api)];
    await makeLink(api, open.auditor.organisationId, holding, { kind: 'HOLDING' });
    await makeLink(api, holding, top, { kind: 'HOLDING' });
    expect(await codes(open)).toEqual([]);
    await makeLink(api, open.organisationId, top, { kind: 'HOLDING' });
    expect(await codes(open)).toEqual(['C02 BLOCK']);
  });
});
