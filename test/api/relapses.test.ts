import { timeToEffective } from '../../server/corrective-actions';
import { globalId } from '../../server/kernel/ids';
import { openApi, type TestApi } from '../support/api';
import {
  insertRow,
  makeAccount,
  makeAssignment,
  makeAudit,
  makeAuditor,
  makeCampaign,
  makeCoordinator,
  makeService,
} from '../support/factories';
import {
  codesOf,
  gradeAll,
  makeAction,
  makeAuditIn,
  makeFinding,
  type AuditInState,
} from '../support/findings-factories';
import { signAs } from '../support/signing';

let api: TestApi;
beforeAll(async () => {
  api = await openApi();
});
afterAll(() => api.close());

const PRECEDENTS = `query ($id: ID!) { finding(id: $id) { isRelapse precedents {
  auditReference reportIssuedOn criterionCode number kind severity statement isComparable
  actions { title state verifiedOn verdict judgedOn } } } }`;
const read = async (account: string, findingId: string) => {
  const answer = await api.as(account).run(PRECEDENTS, { id: globalId('Finding', findingId) });
  return answer.data['finding'];
};

/** A criterion of a version of a template that was never published here, and what it comes from. */
async function makeCriterion(audit: AuditInState, from: string[] = [], kind = 'REWORDED'): Promise<string> {
  const [like] = await api.sql<{ id: string; number: number }>(
    `select c.id, (select count(*)::int from criterion) as number from criterion c join audit a
       on a.template_version_id = c.template_version_id where a.id = $1 order by c.position limit 1`,
    [audit.auditId],
  );
  const [made] = await api.sql<{ id: string }>(
    `insert into criterion select (jsonb_populate_record(c, jsonb_build_object('id', gen_random_uuid(),
       'code', 'X' || $2::text, 'position', 1000 + $2::int))).* from criterion c where c.id = $1 returning id`,
    [like?.id, like?.number],
  );
  const id = made?.id ?? '';
  for (const earlier of from)
    await insertRow(api, 'criterion_lineage', { from_criterion_id: earlier, to_criterion_id: id, kind });
  return id;
}

/** The next audit of the same service, by another team, in a campaign of its own. */
async function makeNextAudit(earlier: AuditInState, state: string): Promise<AuditInState> {
  const audit = await makeAudit(api, {
    serviceId: earlier.serviceId,
    state,
    columns: { visit_on: '2027-01-04' },
  });
  const lead = await makeAuditor(api, { profession: 'RADIOLOGIST' });
  const mate = await makeAuditor(api, { profession: 'RADIOGRAPHER' });
  const { auditId } = audit;
  const leadAssignmentId = await makeAssignment(api, { auditId, auditorId: lead.auditorId, isLead: true });
  const mateAssignmentId = await makeAssignment(api, {
    auditId,
    auditorId: mate.auditorId,
    seat: 'RADIOGRAPHER',
  });
  return { ...earlier, ...audit, lead, mate, leadAssignmentId, mateAssignmentId };
}

const ISSUED = { report_issued_at: '2022-03-01T08:00:00Z' };

/** An earlier audit with a finding on a criterion, whose action was verified and found effective. */
async function makeHistory(criterionId?: string) {
  const earlier = await makeAuditIn(api, 'CLOSED', ISSUED);
  const criterion = criterionId ?? (await makeCriterion(earlier));
  const finding = await makeFinding(api, earlier, { state: 'FINAL', criterion_id: criterion });
  const action = await makeAction(api, earlier, {
    finding_id: finding,
    state: 'VERIFIED',
    verified_at: '2022-06-01T08:00:00Z',
  });
  await insertRow(api, 'effectiveness_check', {
    corrective_action_id: action,
    round: 1,
    due_on: '2022-09-01',
    judged_on: '2022-09-05',
    verdict: 'EFFECTIVE',
  });
  return { earlier, criterion, finding, action };
}

describe('a finding on what an earlier audit had found', () => {
  it('shows its precedents and what became of them to the new team, through rewordings and splits', async () => {
    const { earlier, criterion } = await makeHistory();
    const reworded = await makeCriterion(earlier, [criterion], 'REWORDED');
    const split = await makeCriterion(earlier, [reworded], 'SPLIT');
    const next = await makeNextAudit(earlier, 'ON_SITE');
    const draft = await makeFinding(api, next, { criterion_id: split });
    const [{ reference, code } = {}] = await api.sql(
      'select a.reference, c.code from audit a, criterion c where a.id = $1 and c.id = $2',
      [earlier.auditId, criterion],
    );
    expect(await read(next.lead.accountId, draft)).toEqual({
      isRelapse: true,
      precedents: [
        {
          auditReference: reference,
          reportIssuedOn: '2022-03-01',
          criterionCode: code,
          number: 1,
          kind: 'NON_CONFORMITY',
          severity: 'MAJOR',
          statement: 'Doses are not reviewed.',
          isComparable: true,
          actions: [
            {
              title: 'Review doses monthly',
              state: 'VERIFIED',
              verifiedOn: '2022-06-01',
              verdict: 'EFFECTIVE',
              judgedOn: '2022-09-05',
            },
          ],
        },
      ],
    });
    // Nothing else of the earlier audit is open to them.
    const answer = await api
      .as(next.lead.accountId)
      .run('query ($id: ID!) { audit(id: $id) { id } }', { id: globalId('Audit', earlier.auditId) });
    expect(answer.data['audit']).toBeNull();
  });

  it('shows them to nobody who does not see the finding: not to the service while it is a draft', async () => {
    const { earlier, criterion } = await makeHistory();
    const next = await makeNextAudit(earlier, 'CONTRADICTORY');
    const draft = await makeFinding(api, next, { criterion_id: criterion });
    const shared = await makeFinding(api, next, { criterion_id: criterion, state: 'SHARED' });
    const coordinator = await makeCoordinator(api);
    const tied = await makeAccount(api, { roles: ['COORDINATOR'] });
    await insertRow(api, 'affiliation', {
      person_id: tied.personId,
      organisation_id: earlier.organisationId,
      kind: 'EMPLOYMENT',
      from_date: '2020-01-01',
      source: 'DECLARED',
    });
    for (const account of [earlier.managerId, coordinator]) {
      expect(await read(account, draft)).toBeNull();
      expect((await read(account, shared)).precedents).toHaveLength(1);
    }
    // The earlier team, a tied coordinator and another service learn nothing of the new audit.
    const stranger = await makeService(api);
    for (const account of [earlier.lead.accountId, tied.accountId, stranger.managerId])
      expect(await read(account, shared)).toBeNull();
  });

  it('shows what two criteria had found that were merged into one since, each with what became of it', async () => {
    const { earlier, criterion } = await makeHistory();
    const other = await makeCriterion(earlier);
    const finding = await makeFinding(api, earlier, {
      state: 'FINAL',
      criterion_id: other,
      number: 2,
      statement: 'Nobody reads the reports.',
    });
    await makeAction(api, earlier, { finding_id: finding, state: 'REOPENED' });
    const merged = await makeCriterion(earlier, [criterion, other], 'MERGED');
    const next = await makeNextAudit(earlier, 'ON_SITE');
    const draft = await makeFinding(api, next, { criterion_id: merged });
    expect(await read(next.lead.accountId, draft)).toMatchObject({
      isRelapse: true,
      precedents: [
        { number: 1, isComparable: true, actions: [{ state: 'VERIFIED', verdict: 'EFFECTIVE' }] },
        { number: 2, isComparable: true, actions: [{ state: 'REOPENED', verdict: null }] },
      ],
    });
  });

  it('says that a rescaled criterion is not comparable, and counts it as no relapse', async () => {
    const { earlier, criterion } = await makeHistory();
    const rescaled = await makeCriterion(earlier, [criterion], 'RESCALED');
    const next = await makeNextAudit(earlier, 'ON_SITE');
    const draft = await makeFinding(api, next, { criterion_id: rescaled });
    expect(await read(next.lead.accountId, draft)).toMatchObject({
      isRelapse: false,
      precedents: [{ isComparable: false }],
    });
  });

  it('is no relapse where nothing had been verified, and has no precedent elsewhere', async () => {
    const { earlier, criterion, action } = await makeHistory();
    await api.sql('delete from effectiveness_check where corrective_action_id = $1', [action]);
    await api.sql(`update corrective_action set state = 'WAIVED' where id = $1`, [action]);
    const next = await makeNextAudit(earlier, 'ON_SITE');
    const draft = await makeFinding(api, next, { criterion_id: criterion });
    expect(await read(next.lead.accountId, draft)).toMatchObject({
      isRelapse: false,
      precedents: [{ actions: [{ state: 'WAIVED', verdict: null }] }],
    });
    const strength = await makeFinding(api, next, { criterion_id: criterion, kind: 'STRENGTH' });
    const elsewhere = await makeAuditIn(api, 'ON_SITE');
    const foreign = await makeFinding(api, elsewhere, { criterion_id: criterion });
    expect((await read(next.lead.accountId, strength)).precedents).toEqual([]);
    expect((await read(elsewhere.lead.accountId, foreign)).precedents).toEqual([]);
  });

  it('is recorded on the earlier action when the report is issued, for whoever has part in the new audit', async () => {
    const { earlier, criterion, action } = await makeHistory();
    const next = await makeNextAudit(earlier, 'FINALISATION');
    await gradeAll(api, next);
    const finding = await makeFinding(api, next, { criterion_id: criterion, state: 'MAINTAINED' });
    const relapses = async (account: string) => {
      const answer = await api
        .as(account)
        .run('query ($id: ID!) { correctiveAction(id: $id) { relapses { relapsedOn finding { id } } } }', {
          id: globalId('CorrectiveAction', action),
        });
      return answer.data['correctiveAction'].relapses;
    };
    for (const { accountId } of [next.lead, next.mate])
      expect(codesOf(await signAs(api, accountId, next.auditId, 'REPORT'))).toEqual([]);
    expect(await relapses(earlier.managerId)).toEqual([]);
    const issued = await api
      .as(next.lead.accountId)
      .act('reportIssue', { auditId: next.auditId, expectedVersion: 1 });
    expect(codesOf(issued)).toEqual([]);
    const known = [{ relapsedOn: '2027-01-11', finding: { id: globalId('Finding', finding) } }];
    expect(await relapses(earlier.managerId)).toEqual(known);
    expect(await relapses(await makeCoordinator(api))).toEqual(known);
    expect(await relapses(earlier.lead.accountId)).toEqual([]);
  });
});

describe('the time to effective', () => {
  /** An action of a service of its own; the days from its report to the first verdict, or null. */
  async function makeService(campaignId: string, days: (number | null)[]): Promise<string> {
    const audit = await makeAuditIn(api, 'FOLLOW_UP', { campaign_id: campaignId });
    for (const count of days) {
      const id = await makeAction(
        api,
        { ...audit, campaignId },
        { state: count === null ? 'DONE' : 'VERIFIED' },
      );
      if (count === null) continue;
      await api.sql(
        `insert into effectiveness_check (id, corrective_action_id, round, due_on, judged_on, verdict)
         values (gen_random_uuid(), $1, 1, '2027-01-12', date '2027-01-11' + $2::int, 'EFFECTIVE')`,
        [id, count],
      );
    }
    return audit.serviceId;
  }
  const sqlOf = <T>(text: string, values: readonly unknown[]) => api.sql<T>(text, [...values]);

  it('is the median over services of their medians, where what is open lies beyond all', async () => {
    const campaignId = await makeCampaign(api);
    await makeService(campaignId, [100, 120, 900]);
    await makeService(campaignId, [50]);
    await makeService(campaignId, [200, null]);
    await makeService(campaignId, [300, 300]);
    expect(await timeToEffective(sqlOf, campaignId)).toBeNull();
    const last = await makeService(campaignId, [80, 90, null]);
    // Medians 120, 50, never, 300, 90: in order 50 90 120 300 never.
    expect(await timeToEffective(sqlOf, campaignId)).toEqual({
      services: 5,
      medianDays: 120,
      lowDays: null,
      highDays: null,
      openShare: (1 / 2 + 1 / 3) / 5,
    });
    expect(await timeToEffective(sqlOf, campaignId, [last])).toBeNull();
    await makeService(campaignId, [400]);
    // Six services: the interval is the whole range, whose end is not reached yet.
    expect(await timeToEffective(sqlOf, campaignId)).toMatchObject({
      services: 6,
      medianDays: 210,
      lowDays: 50,
      highDays: null,
    });
  });

  it('is unknown while half of the services have not got there', async () => {
    const campaignId = await makeCampaign(api);
    for (const days of [[10], [20], [null], [null], [null]]) await makeService(campaignId, days);
    expect(await timeToEffective(sqlOf, campaignId)).toMatchObject({ medianDays: null, openShare: 3 / 5 });
  });
});
