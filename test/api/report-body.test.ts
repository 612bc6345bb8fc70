import canonicalize from 'canonicalize';
import type { DataSource } from 'typeorm';
import { asking, asPlatform } from '../../server/database/as-platform';
import { reportBodies, reportBody, type ReportBody } from '../../server/reports';
import { globalId } from '../../server/kernel/ids';
import { wilson } from '../../server/measures/statistics';
import { openApi, type TestApi } from '../support/api';
import { countStatements } from '../support/count-statements';
import { connectTo } from '../support/data-source';
import { batchesOf, chestView, importDoses, mapProtocol } from '../support/dose-factories';
import { insertRow } from '../support/factories';
import {
  gradeAll,
  makeAuditIn,
  makeFinding,
  makeReply,
  type AuditInState,
} from '../support/findings-factories';

let api: TestApi;
let dataSource: DataSource;
beforeAll(async () => {
  api = await openApi();
  dataSource = await connectTo(api);
});
afterAll(async () => {
  await dataSource.destroy();
  await api.close();
});

const bodyOf = (audit: AuditInState): Promise<ReportBody> =>
  asPlatform(dataSource, (manager) => reportBody(asking(manager), audit.auditId));

/** Loads so many chest views, all of the same dose. */
async function loadDoses(audit: AuditInState, count: number): Promise<void> {
  const manager = api.as(audit.managerId);
  await mapProtocol(manager, audit.serviceId, 'RADIOGRAPHY', 'thorax face', 'RX-THX-F', 0);
  const place = { uuid: audit.auditId, auditId: globalId('Audit', audit.auditId) };
  const rows = Array.from({ length: count }, () => chestView(160));
  await importDoses(dataSource, manager, { ...place, accountId: audit.managerId }, batchesOf(rows));
}

/** An audit that has of everything, as it stands when its report is to be signed. */
async function wholeAudit() {
  const audit = await makeAuditIn(api, 'SELF_ASSESSMENT');
  await loadDoses(audit, 30);
  const codes = await gradeAll(api, audit);
  const [rate] = await api.sql<{ id: string; code: string }>(
    `select c.id, c.code from criterion c join audit a on a.template_version_id = c.template_version_id
     where a.id = $1 and c.target ->> 'metric' = 'RATE' and c.scale_code <> 'JUST' order by c.position limit 1`,
    [audit.auditId],
  );
  await insertRow(api, 'criterion_measure', {
    audit_id: audit.auditId,
    campaign_id: audit.campaignId,
    criterion_id: rate!.id,
    stage: 'CONSENSUS',
    auditor_id: audit.lead.auditorId,
    counts: { YES: 18, NO: 2, NOT_ASSESSABLE: 1 },
  });
  await insertRow(api, 'evidence', {
    audit_id: audit.auditId,
    audited_service_id: audit.serviceId,
    kind: 'NOTE',
    state: 'CLEAN',
    title: 'Registre',
    note: 'Vu sur place.',
  });
  const strength = await makeFinding(api, audit, { state: 'SHARED', kind: 'STRENGTH' });
  const contested = await makeFinding(api, audit, { state: 'MAINTAINED' });
  await makeReply(api, audit, contested, {
    created_at: '2027-01-06T09:00:00Z',
    disposition: 'REJECTED',
    disposition_reason: 'Not in the minutes.',
    disposed_at: '2027-01-07T09:00:00Z',
  });
  await makeFinding(api, audit, { state: 'WITHDRAWN', kind: 'RECOMMENDATION' });
  await makeFinding(api, audit, { state: 'WITHDRAWN', drafted_statement: null, drafted_severity: null });
  await api.sql(
    `update audit set state = 'FINALISATION', draft_shared_at = '2027-01-05T08:00:00Z' where id = $1`,
    [audit.auditId],
  );
  return { audit, codes, rate: rate!, strength };
}

test('says in both languages what was looked at, judged, measured, found and answered', async () => {
  const { audit, codes, rate } = await wholeAudit();
  const body = await bodyOf(audit);
  expect(body.audit.visitOn).toBe('2027-01-04');
  expect(body.team).toMatchObject([
    { seat: 'RADIOLOGIST', isLead: true, employer: expect.any(String) },
    { seat: 'RADIOGRAPHER', isLead: false, employer: expect.any(String) },
  ]);
  expect(body.scope).toEqual({
    criteria: codes.length,
    notApplicable: 0,
    notEvaluated: 0,
    evidence: 1,
    sampledCases: 0,
    doseRecords: 30,
  });
  expect(body.criteria.map(({ code }) => code)).toEqual(codes);
  expect(body.criteria[0]).toMatchObject({ selfAssessment: 'CONFORM', consensus: 'NON_CONFORM' });
  expect(body.criteria[0]?.title.fr).not.toBe(body.criteria[0]?.title.en);
  const { low, high } = wilson(18, 20)!;
  expect(body.measures.find(({ criterion }) => criterion === rate.code)).toMatchObject({
    source: 'COUNTS',
    x: 18,
    n: 20,
    estimate: 0.9,
    low,
    high,
    notAssessable: 1,
    target: { operator: '>=', value: expect.any(Number) },
  });
  expect(body.doses).toEqual([
    {
      exam: 'RX-THX-F',
      examTitle: { fr: expect.any(String), en: expect.any(String) },
      population: 'ADULT',
      populationTitle: { fr: expect.any(String), en: expect.any(String) },
      quantity: 'PDS',
      unit: 'mGy.cm2',
      n: 30,
      median: 160,
      q1: 160,
      q3: 160,
      low: 160,
      high: 160,
      position: 'BETWEEN',
      isBorderline: false,
      level: {
        source: 'ASN-2019-DC-0667',
        sourceTitle: { fr: expect.any(String), en: expect.any(String) },
        use: 'CURRENT_NATIONAL',
        nrd: 200,
        vgd: 150,
      },
    },
  ]);
  expect(body.findings).toMatchObject([
    { number: 1, state: 'FINAL', treatment: 'NO_REPLY', reply: null, callsForAction: false },
    {
      number: 2,
      state: 'FINAL',
      treatment: 'MAINTAINED',
      reply: { kind: 'CONTESTED', repliedAt: '2027-01-06T09:00:00.000Z', evidence: [] },
      disposition: { decision: 'REJECTED' },
      callsForAction: true,
    },
    { number: 3, state: 'WITHDRAWN', treatment: 'WITHDRAWN', callsForAction: false },
  ]);
  const { data } = await api
    .as(audit.managerId)
    .run(
      'query ($id: ID!) { audit(id: $id) { auditedService { referenceCoverage { code clauses { strength } } } } }',
      { id: globalId('Audit', audit.auditId) },
    );
  const families: { code: string; clauses: { strength: string }[] }[] =
    data['audit'].auditedService.referenceCoverage;
  const count = (clauses: { strength: string }[], strength: string) =>
    clauses.filter((clause) => clause.strength === strength).length;
  // The service was audited once: what its whole coverage says, this audit says by itself.
  const expected = families.flatMap(({ code, clauses }) =>
    count(clauses, 'NOT_ASKED') === clauses.length
      ? []
      : [
          {
            reference: code,
            clauses: clauses.length,
            full: count(clauses, 'COVERED'),
            partial: count(clauses, 'PARTLY'),
          },
        ],
  );
  expect(body.coverage).toMatchObject(expected);
  expect(body.coverage.some(({ full }) => full > 0)).toBe(true);
});

test('is the same for the same state: on another day, and once its findings are final', async () => {
  const { audit } = await wholeAudit();
  const signed = canonicalize(await bodyOf(audit));
  api.clock.set('2027-06-11T08:00:00Z');
  await api.sql(`update finding set state = 'FINAL' where audit_id = $1 and state <> 'WITHDRAWN'`, [
    audit.auditId,
  ]);
  const issued = canonicalize(await bodyOf(audit));
  api.clock.set('2027-01-11T08:00:00Z');
  expect(issued).toBe(signed);
});

test('names no id of this database and no account', async () => {
  const { audit } = await wholeAudit();
  const text = canonicalize(await bodyOf(audit))!;
  expect(text).not.toMatch(/[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/);
});

test('takes as many statements for ten times as much', async () => {
  const { audit } = await wholeAudit();
  const statements = countStatements();
  const before = await statements.during(() => bodyOf(audit));
  for (let index = 0; index < 20; index += 1) await makeFinding(api, audit, { state: 'SHARED' });
  const after = await statements.during(() => bodyOf(audit));
  statements.restore();
  expect(after.answer.findings).toHaveLength(before.answer.findings.length + 20);
  expect(after.sent.length).toBe(before.sent.length);
  expect(after.sent.length).toBeLessThan(20);
});

test('takes as many statements for several audits, and says of each what it says of it alone', async () => {
  const [{ audit: one }, { audit: other }] = [await wholeAudit(), await wholeAudit()];
  await api.sql(`update audit set visit_on = visit_on - 400 where id = $1`, [other.auditId]);
  const small = await makeAuditIn(api, 'FINALISATION');
  const alone = [await bodyOf(one), await bodyOf(other), await bodyOf(small)];
  const statements = countStatements();
  const first = await statements.during(() => bodyOf(one));
  const ids = [one, other, small].map(({ auditId }) => auditId);
  const all = await statements.during(() =>
    asPlatform(dataSource, (manager) => reportBodies(asking(manager), ids)),
  );
  statements.restore();
  expect(ids.map((id) => all.answer.get(id))).toEqual(alone);
  expect(all.sent.length).toBe(first.sent.length);
});

test('an audit whose visit has no day has no report', async () => {
  const audit = await makeAuditIn(api, 'PLANNED', { visit_on: null });
  await expect(bodyOf(audit)).rejects.toThrow('whose visit has no day');
});
