import { readFileSync } from 'node:fs';
import { Client } from 'pg';
import { parse } from 'yaml';
import { globalId } from '../../server/kernel/ids';
import { openApi, TEST_START, type ApiClient, type Json, type TestApi } from '../support/api';
import { makeAccepted, makeEvidence } from '../support/evidence-factories';
import { insertRow, makeAccount, makeAudit, makeCampaign, makeService } from '../support/factories';
import { makeGradableAudit, type GradableAudit } from '../support/grades-factories';

const crosswalk = (
  parse(readFileSync('audit-templates/crosswalk.yaml', 'utf8')) as { byReference: Record<string, string[]> }
).byReference;

let api: TestApi;
let audit: GradableAudit;
beforeAll(async () => {
  api = await openApi();
});
afterAll(() => api.close());
beforeEach(async () => {
  api.clock.set(TEST_START);
  audit = await makeGradableAudit(api, {
    state: 'CONTRADICTORY',
    columns: {
      visit_on: '2027-01-04',
      visit_closed_at: '2027-01-04T16:00:00Z',
      self_assessment_submitted_at: '2026-12-01T08:00:00Z',
      draft_shared_at: '2027-01-08T08:00:00Z',
    },
  });
});

/** Five years after the visit, as the delays of a campaign have it. */
const CYCLE_END = '2032-01-04';

const QUERY = `query ($id: ID!, $on: Date) { auditedService(id: $id) { referenceCoverage(on: $on) { code label
  clauses { code title locator verificationLevel verificationLabel isTextRead strength applicableCount coveredCount
    share until referenceText { code } missingEvidence { code criteriaCount label type }
    criteria { code strength basis until criterion { code } } } } } }`;

const serviceId = (): string => globalId('AuditedService', audit.serviceId);

async function familiesFor(client: ApiClient, on?: string, locale = 'fr'): Promise<Json[]> {
  const { data, errors } = await client.run(QUERY, { id: serviceId(), on }, { 'accept-language': locale });
  expect(errors).toBeUndefined();
  return data.auditedService.referenceCoverage;
}

/** The clauses of a service by code, as its manager reads them unless somebody else is named. */
async function coverage(on?: string, client = audit.manager): Promise<Map<string, Json>> {
  const families = await familiesFor(client, on);
  return new Map(families.flatMap(({ clauses }) => clauses).map((clause: Json) => [clause.code, clause]));
}

/** Gives criteria of the audit a grade, by code. */
async function grade(stage: 'SELF' | 'CONSENSUS', value: string, codes: readonly string[]): Promise<void> {
  await api.sql(
    `insert into grade (id, audit_id, campaign_id, criterion_id, stage, value, reason, auditor_id, agreed_by_auditor_id)
     select gen_random_uuid(), a.id, a.campaign_id, c.id, $2, $3, 'hors champ',
       case when $2 = 'CONSENSUS' then $5::uuid end, case when $2 = 'CONSENSUS' then $6::uuid end
     from audit a join criterion c on c.template_version_id = a.template_version_id and c.code = any($4)
     where a.id = $1`,
    [audit.uuid, stage, value, codes, audit.leadId, audit.mateId],
  );
}

const ofT1 = (clause: string): string[] => (crosswalk[clause] ?? []).filter((code) => code.startsWith('T1-'));

async function criterionId(code: string): Promise<string> {
  const [row] = await api.sql<{ id: string }>(
    'select c.id from criterion c join audit a on a.template_version_id = c.template_version_id where a.id = $1 and c.code = $2',
    [audit.uuid, code],
  );
  return globalId('Criterion', row?.id ?? '');
}

describe('referenceCoverage', () => {
  test('lists every text of the crosswalk by family, with the level at which it was verified', async () => {
    const { families, referenceTexts } = parse(
      readFileSync('audit-templates/reference-texts.yaml', 'utf8'),
    ) as { families: Json[]; referenceTexts: Json[] };
    const found = await familiesFor(audit.manager);
    expect(
      found.map(({ code, label, clauses }) => [code, label, clauses.map((one: Json) => one.code)]),
    ).toEqual(
      families.map(({ code, label }) => [
        code,
        label.fr,
        referenceTexts.filter(({ family }) => family === code).map((text) => text.code),
      ]),
    );
    const clauses = new Map<string, Json>(
      found.flatMap((family) => family.clauses).map((clause: Json) => [clause.code, clause]),
    );
    for (const text of referenceTexts) {
      expect(clauses.get(text.code)).toMatchObject({
        title: text.title.fr,
        locator: text.locator.fr,
        verificationLevel: text.verification,
        isTextRead: ['READ', 'PARTLY_READ', 'READ_SECONDARY'].includes(text.verification),
        referenceText: { code: text.code },
      });
      // Nothing is graded yet; what no criterion of this template touches was not asked.
      const linked = ofT1(text.code).sort();
      expect(clauses.get(text.code)).toMatchObject({
        strength: linked.length > 0 ? 'NOT_COVERED' : 'NOT_ASKED',
        applicableCount: linked.length,
        coveredCount: 0,
        until: null,
        criteria: linked.map((code) => ({ code, strength: 'NOT_COVERED', basis: null, criterion: { code } })),
      });
    }
    expect(clauses.get('HAS-CERT')).toMatchObject({ verificationLevel: 'NOT_READ', isTextRead: false });
    const [english] = await familiesFor(audit.manager, undefined, 'en');
    expect(english).toMatchObject({
      label: families[0].label.en,
      clauses: [{ title: referenceTexts[0].title.en }, ...Array(english.clauses.length - 1).fill({})],
    });
  });

  test('by the consensus: covered, in part, not at all, or without object', async () => {
    // CSP-R1333-52 has four criteria of this template, CSP-R1333-47 two, CSP-L1333-2 one.
    expect([ofT1('CSP-R1333-52'), ofT1('CSP-R1333-47'), ofT1('CSP-L1333-2')]).toEqual([
      ['T1-A1', 'T1-A2', 'T1-C1', 'T1-C3'],
      ['T1-A3', 'T1-D1'],
      ['T1-A5'],
    ]);
    await grade('CONSENSUS', 'CONFORM', ['T1-A1', 'T1-A2', 'T1-A3']);
    await grade('CONSENSUS', 'NOT_APPLICABLE', ['T1-C1', 'T1-A5']);
    await grade('CONSENSUS', 'PARTIAL', ['T1-C3']);
    await grade('CONSENSUS', 'NON_CONFORM', ['T1-D1']);
    const clauses = await coverage();
    expect(clauses.get('CSP-R1333-52')).toMatchObject({
      strength: 'PARTLY',
      applicableCount: 3,
      coveredCount: 2,
      share: 2 / 3,
      until: CYCLE_END,
      missingEvidence: [],
    });
    expect(clauses.get('CSP-R1333-47')).toMatchObject({ strength: 'PARTLY', share: 0.5, until: CYCLE_END });
    expect(clauses.get('CSP-L1333-2')).toMatchObject({
      strength: 'NOT_APPLICABLE',
      share: null,
      until: null,
    });
    await api.sql(`update grade set value = 'CONFORM' where audit_id = $1 and value = 'PARTIAL'`, [
      audit.uuid,
    ]);
    expect((await coverage()).get('CSP-R1333-52')).toMatchObject({ strength: 'COVERED', share: 1 });
    // The cycle ends: the grades count no more.
    expect((await coverage(CYCLE_END)).get('CSP-R1333-52')).toMatchObject({ strength: 'COVERED' });
    expect((await coverage('2032-01-05')).get('CSP-R1333-52')).toMatchObject({
      strength: 'NOT_COVERED',
      applicableCount: 4,
      until: null,
    });
  });

  test('by accepted evidence while it holds, and by what the service says of itself', async () => {
    const [a3 = '', d1 = ''] = await Promise.all(['T1-A3', 'T1-D1'].map(criterionId));
    const piece = await makeEvidence(api, audit, {}, [a3, d1]);
    await grade('SELF', 'CONFORM', ['T1-D1', 'T1-A5']);
    expect((await coverage()).get('CSP-R1333-47')).toMatchObject({
      strength: 'NOT_COVERED',
      criteria: [
        { code: 'T1-A3', strength: 'NOT_COVERED', basis: null },
        { code: 'T1-D1', strength: 'SELF_DECLARED', basis: 'SELF_ASSESSMENT', until: CYCLE_END },
      ],
    });
    await makeAccepted(api, piece, '2028-06-30');
    const clauses = await coverage();
    expect(clauses.get('CSP-R1333-47')).toMatchObject({
      strength: 'COVERED',
      until: '2028-06-30',
      criteria: [
        { code: 'T1-A3', basis: 'EVIDENCE', until: '2028-06-30' },
        { code: 'T1-D1', basis: 'EVIDENCE', until: '2028-06-30' },
      ],
      missingEvidence: [],
    });
    expect(clauses.get('CSP-L1333-2')).toMatchObject({
      strength: 'SELF_DECLARED',
      share: 0,
      until: CYCLE_END,
    });
    // On the day after its last one, only what the service says is left.
    expect((await coverage('2028-07-01')).get('CSP-R1333-47')).toMatchObject({ strength: 'NOT_COVERED' });
    // Another one holds longer: one of them is enough.
    await makeAccepted(api, await makeEvidence(api, audit, {}, [a3, d1]), '2029-06-30');
    expect((await coverage('2028-07-01')).get('CSP-R1333-47')).toMatchObject({
      strength: 'COVERED',
      until: '2029-06-30',
    });
    // A day gone by counts as today.
    expect((await coverage('2020-01-01')).get('CSP-R1333-47')).toMatchObject({ strength: 'COVERED' });
    // What the scan refuses later, or what has changed since, covers nothing.
    await api.sql(`update evidence set state = 'REJECTED' where audit_id = $1`, [audit.uuid]);
    expect((await coverage()).get('CSP-R1333-47')).toMatchObject({ strength: 'NOT_COVERED' });
    await api.sql(`update evidence set state = 'CLEAN', version = 2 where audit_id = $1`, [audit.uuid]);
    expect((await coverage()).get('CSP-R1333-47')).toMatchObject({ strength: 'NOT_COVERED' });
  });

  test('evidence covers the criteria of the request that it was accepted for, and no other request’s', async () => {
    await api.sql(`update audit set state = 'ON_SITE' where id = $1`, [audit.uuid]);
    const piece = await makeEvidence(api, audit);
    for (const code of ['T1-A3', 'T1-D1']) {
      const made = await audit.lead.act(
        'evidenceRequestCreate',
        { auditId: audit.auditId, text: code, dueOn: '2027-02-01', criterionIds: [await criterionId(code)] },
        'evidenceRequest { id }',
      );
      const { id } = made.evidenceRequest;
      await audit.manager.act('evidenceRequestAnswer', {
        evidenceRequestId: id,
        expectedVersion: 1,
        evidenceIds: [piece],
      });
      if (code === 'T1-A3')
        await audit.lead.act('evidenceRequestAccept', { evidenceRequestId: id, expectedVersion: 2 });
    }
    expect((await coverage()).get('CSP-R1333-47')).toMatchObject({
      strength: 'PARTLY',
      criteria: [
        { code: 'T1-A3', strength: 'COVERED', basis: 'EVIDENCE', until: CYCLE_END },
        { code: 'T1-D1', strength: 'NOT_COVERED' },
      ],
    });
  });

  test('says what would cover more: kinds that criteria without a grade ask for, the most useful first', async () => {
    // Of CSP-R1333-53's eight criteria of this template, one is found wanting: evidence alone does not mend it.
    await grade('CONSENSUS', 'NON_CONFORM', ['T1-A4']);
    const clause = (await coverage()).get('CSP-R1333-53');
    const { data } = await audit.manager.run(
      `query ($id: ID!) { audit(id: $id) { templateVersion { criteria(first: 100) { nodes { code
         evidenceKinds { code label type } } } } } }`,
      { id: audit.auditId },
    );
    const counts = new Map<string, number>();
    const linked = ofT1('CSP-R1333-53').filter((code) => code !== 'T1-A4');
    for (const { code, evidenceKinds } of data.audit.templateVersion.criteria.nodes) {
      if (!linked.includes(code)) continue;
      for (const kind of evidenceKinds) counts.set(kind.code, (counts.get(kind.code) ?? 0) + 1);
    }
    expect(clause.missingEvidence.map(({ code, criteriaCount }: Json) => [code, criteriaCount])).toEqual(
      [...counts].sort(([a, n], [b, m]) => m - n || (a < b ? -1 : 1)),
    );
    expect(clause.missingEvidence[0].criteriaCount).toBeGreaterThan(1);
  });

  test('counts every audit of the service, once for each template, the last grade first', async () => {
    await grade('CONSENSUS', 'NON_CONFORM', ['T1-A3', 'T1-D1']);
    await grade('CONSENSUS', 'CONFORM', ['T1-A5']);
    const shared = { visit_on: '2029-03-01', draft_shared_at: '2029-03-20T08:00:00Z' };
    const make = async (template: string, columns: Record<string, unknown>) => {
      const campaignId = await makeCampaign(api, { template });
      return makeAudit(api, { campaignId, serviceId: audit.serviceId, state: 'CLOSED', columns });
    };
    const again = await make('T1-CT-JUST', shared);
    await api.sql(
      `insert into grade (id, audit_id, campaign_id, criterion_id, stage, value, auditor_id, agreed_by_auditor_id)
       select gen_random_uuid(), a.id, a.campaign_id, c.id, 'CONSENSUS', 'CONFORM', $2, $3
       from audit a join criterion c on c.template_version_id = a.template_version_id and c.code in ('T1-A3', 'T1-D1')
       where a.id = $1`,
      [again.auditId, audit.leadId, audit.mateId],
    );
    expect((await coverage()).get('CSP-R1333-47')).toMatchObject({
      strength: 'COVERED',
      applicableCount: 2,
      until: '2034-03-01',
    });
    // Another template adds its criteria: T3 has two for this clause; T2 one beside T1-A5 for the other.
    await make('T3-PAED', { visit_on: '2029-04-01' });
    await make('T2-CT-OPT', { visit_on: '2029-04-01' });
    const clauses = await coverage();
    expect(clauses.get('CSP-R1333-47')).toMatchObject({ strength: 'PARTLY', share: 0.5 });
    expect(clauses.get('CSP-L1333-2')).toMatchObject({
      strength: 'PARTLY',
      criteria: [{ code: 'T1-A5' }, { code: 'T2-A5' }, { code: 'T3-B1' }],
    });
    // One that was given up asks nothing.
    await api.sql(
      `update audit set state = 'CANCELLED' where audited_service_id = $1 and visit_on = '2029-04-01'`,
      [audit.serviceId],
    );
    expect((await coverage()).get('CSP-R1333-47')).toMatchObject({ strength: 'COVERED' });
  });

  test('follows a criterion to its next version when it is the same or only reworded', async () => {
    await grade('CONSENSUS', 'CONFORM', ['T1-A3', 'T1-D1']);
    const [version] = await api.sql<{ id: string }>(
      `insert into template_version (id, audit_template_id, number, state, title_fr, title_en, modality, audit_unit_fr,
         audit_unit_en, content_hash)
       select gen_random_uuid(), v.audit_template_id, 99, 'PUBLISHED', 'T1', 'T1', v.modality, '', '', 'later'
       from template_version v join audit a on a.template_version_id = v.id where a.id = $1 returning id`,
      [audit.uuid],
    );
    await api.sql(
      `with old as (select c.*, w.reference_text_id from audit a
           join criterion c on c.template_version_id = a.template_version_id and c.code in ('T1-A3', 'T1-D1')
           join crosswalk w on w.criterion_id = c.id
           join reference_text r on r.id = w.reference_text_id and r.code = 'CSP-R1333-47' where a.id = $1),
         chapter as (insert into section (id, template_version_id, code, position, title_fr, title_en)
           values (gen_random_uuid(), $2, 'A', 1, '', '') returning id),
         new as (insert into criterion (id, template_version_id, section_id, code, position, principle, is_critical,
             weight, scale_code, text_fr, text_en)
           select gen_random_uuid(), $2, chapter.id, o.code, o.position, o.principle, o.is_critical, o.weight,
             o.scale_code, o.text_fr, o.text_en from old o, chapter returning id, code),
         link as (insert into crosswalk (id, criterion_id, reference_text_id, position)
           select gen_random_uuid(), n.id, o.reference_text_id, 1 from new n join old o on o.code = n.code)
       insert into criterion_lineage (id, from_criterion_id, to_criterion_id, kind)
         select gen_random_uuid(), o.id, n.id, case o.code when 'T1-A3' then 'REWORDED' else 'RESCALED' end
         from new n join old o on o.code = n.code`,
      [audit.uuid, version?.id],
    );
    const campaignId = await makeCampaign(api);
    await makeAudit(api, {
      campaignId,
      serviceId: audit.serviceId,
      columns: { template_version_id: version?.id },
    });
    expect((await coverage()).get('CSP-R1333-47')).toMatchObject({
      applicableCount: 2,
      criteria: [
        { code: 'T1-A3', strength: 'COVERED', basis: 'CONSENSUS' },
        { code: 'T1-D1', strength: 'NOT_COVERED', basis: null },
      ],
    });
    await api.sql(
      `delete from criterion_lineage where to_criterion_id in (select id from criterion where template_version_id = $1)`,
      [version?.id],
    );
    await api.sql(`update audit set state = 'CANCELLED' where template_version_id = $1`, [version?.id]);
    await api.sql(`update template_version set state = 'RETIRED' where id = $1`, [version?.id]);
  });
});

describe('who sees the coverage of a service', () => {
  test('consensus counts for the service with the draft report, its own assessment from the first day', async () => {
    await grade('CONSENSUS', 'CONFORM', ['T1-A5']);
    await grade('SELF', 'CONFORM', ['T1-A3', 'T1-D1']);
    await api.sql(`update audit set state = 'DRAFT_REPORT', draft_shared_at = null where id = $1`, [
      audit.uuid,
    ]);
    let clauses = await coverage();
    expect(clauses.get('CSP-L1333-2')).toMatchObject({ strength: 'NOT_COVERED' });
    expect(clauses.get('CSP-R1333-47')).toMatchObject({ strength: 'SELF_DECLARED' });
    // A consensus that nobody agreed to is none.
    await api.sql(`update audit set draft_shared_at = now() where id = $1`, [audit.uuid]);
    expect((await coverage()).get('CSP-L1333-2')).toMatchObject({ strength: 'COVERED' });
    await api.sql(`update grade set agreed_by_auditor_id = null where audit_id = $1`, [audit.uuid]);
    clauses = await coverage();
    expect(clauses.get('CSP-L1333-2')).toMatchObject({ strength: 'NOT_COVERED' });
  });

  test('the team reads it as far as it sees grades: blind before it has judged, and no other audit of the service', async () => {
    await grade('CONSENSUS', 'CONFORM', ['T1-A5']);
    await grade('SELF', 'CONFORM', ['T1-A3', 'T1-D1']);
    const elsewhere = await makeAudit(api, {
      campaignId: await makeCampaign(api, { template: 'T2-CT-OPT' }),
      serviceId: audit.serviceId,
      state: 'CLOSED',
      columns: { visit_on: '2026-03-01', draft_shared_at: '2026-04-01T08:00:00Z' },
    });
    expect(elsewhere.auditId).not.toBe(audit.uuid);
    expect((await coverage()).get('CSP-L1333-2')?.applicableCount).toBe(2);
    const asTeam = await coverage(undefined, audit.mate);
    expect(asTeam.get('CSP-L1333-2')).toMatchObject({ strength: 'COVERED', applicableCount: 1 });
    expect(asTeam.get('CSP-R1333-47')).toMatchObject({ strength: 'SELF_DECLARED' });
    await api.sql(
      `update audit set state = 'SELF_ASSESSMENT', visit_closed_at = null, draft_shared_at = null where id = $1`,
      [audit.uuid],
    );
    const blind = await coverage(undefined, audit.mate);
    expect(blind.get('CSP-L1333-2')).toMatchObject({ strength: 'NOT_COVERED' });
    expect(blind.get('CSP-R1333-47')).toMatchObject({ strength: 'NOT_COVERED' });
  });

  test('nobody else: neither the coordination nor authorities nor another service', async () => {
    await grade('CONSENSUS', 'CONFORM', ['T1-A5']);
    await api.sql(`update audit set report_issued_at = now() where id = $1`, [audit.uuid]);
    const roles = ['COORDINATOR', 'STEERING_MEMBER', 'TEMPLATE_EDITOR', 'ANALYST', 'ADMIN', 'AUDITOR'];
    const others = await Promise.all(
      roles.map(async (role) => api.as((await makeAccount(api, { roles: [role] })).accountId)),
    );
    others.push(api.as((await makeService(api)).managerId));
    for (const client of others) expect(await familiesFor(client)).toEqual([]);
    const observer = api.as((await makeAccount(api, { roles: ['OBSERVER'] })).accountId);
    expect((await observer.run(QUERY, { id: serviceId() })).data).toEqual({ auditedService: null });
    expect((await familiesFor(audit.contributor)).length).toBeGreaterThan(10);
  });
});

describe('the number of statements', () => {
  test('is the same for one service and many, and for few criteria and all', async () => {
    const account = await makeAccount(api, { services: { [audit.serviceId]: 'SERVICE_MANAGER' } });
    const services = [audit.serviceId];
    const { serviceId: other } = await makeService(api);
    services.push(other);
    await insertRow(api, 'role_grant', {
      account_id: account.accountId,
      role: 'SERVICE_MANAGER',
      audited_service_id: other,
      from_date: '2020-01-01',
    });
    for (const template of ['T1-CT-JUST', 'T3-PAED', 'T7-QMS-REX']) {
      const campaignId = await makeCampaign(api, { template });
      const columns = { visit_on: '2027-01-04' };
      await makeAudit(api, { campaignId, serviceId: other, state: 'CLOSED', columns });
    }
    const client = api.as(account.accountId);
    const statements: string[] = [];
    const untouched = Client.prototype.query;
    jest.spyOn(Client.prototype, 'query').mockImplementation(function (this: Client, ...args: unknown[]) {
      const [query] = args as [string | { text: string }];
      statements.push(typeof query === 'string' ? query : query.text);
      return Reflect.apply(untouched, this, args) as unknown;
    });
    const counted = async (ids: readonly string[]): Promise<number> => {
      statements.length = 0;
      const { data, errors } = await client.run(
        `query ($ids: [ID!]!) { nodes(ids: $ids) { ... on AuditedService { referenceCoverage { clauses { code
           referenceText { code } criteria { strength criterion { code } } } } } } }`,
        { ids: ids.map((id) => globalId('AuditedService', id)) },
      );
      expect(errors).toBeUndefined();
      expect(data.nodes.map((node: Json) => node.referenceCoverage.length)).toEqual(ids.map(() => 13));
      return statements.filter((text) => !/^(begin|commit)/.test(text)).length;
    };
    try {
      // One service with one template, another with three, both: the services, their audits, what is known, the texts, the
      // criteria.
      for (const asked of [services.slice(0, 1), services.slice(1), services])
        expect(await counted(asked)).toBe(5);
    } finally {
      jest.restoreAllMocks();
    }
  });
});
