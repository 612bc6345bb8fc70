import { CAMPAIGN, COORDINATOR, progressStatements, TODAY } from '../../scripts/bench/campaign-progress/seed';
import { AUDIT_STATES } from '../../server/audits';
import { APPLICATION_STATES } from '../../server/campaigns';
import { globalId } from '../../server/kernel/ids';
import { workingDaysBetween } from '../../server/kernel/working-days';
import { openApi, type ApiClient, type Json, type TestApi } from '../support/api';
import { makeAccount, makeCampaign } from '../support/factories';
import { makeTie } from '../support/teams-factories';

const AUDITS = 160;

let api: TestApi;
let campaignId: string;
let coordinator: ApiClient;

const PROGRESS = `query ($id: ID!) { campaignProgress(campaignId: $id) {
  day auditCount lateCount states { state auditCount } turns { turn auditCount lateCount }
  openRequestCount lateRequestCount openRecusalCount lateRecusalCount frozenAssignmentCount openActionCount
  lateActionCount applications { state applicationCount }
  deadlines(first: 100) { totalCount hasNextPage endCursor
    deadlines { audit { id } kind dueOn turn isLate lateWorkingDays } }
  auditorLoads(first: 100) { totalCount loads { auditor { id person { familyName givenName } }
    auditCounts { state auditCount } visits { month visitCount } openTaskCount } } } }`;

const progressFor = async (client: ApiClient, id = campaignId): Promise<Json> => {
  const { data, errors } = await client.run(PROGRESS, { id });
  expect(errors).toBeUndefined();
  return data['campaignProgress'];
};

beforeAll(async () => {
  api = await openApi();
  for (const statement of progressStatements(AUDITS)) await api.sql(statement);
  // Whoever the lists show as having signed has a signature that stands.
  for (const [document, column] of [
    ['DRAFT', 'draft_signed_at'],
    ['REPORT', 'report_signed_at'],
  ])
    await api.sql(
      `insert into report_signature (id, audit_id, document, number, assignment_id, auditor_id, signed_by_id, profession,
         content_sha256, confirmation, means, signed_at)
       select gen_random_uuid(), s.audit_id, '${document}', 1, s.id, s.auditor_id, (select id from account order by id limit 1),
         s.seat, repeat('a', 64), 'Je signe', 'PASSWORD', s.${column}
       from assignment s where s.${column} is not null and s.seat <> 'OBSERVER'`,
    );
  const [row] = await api.sql<{ campaign: string; coordinator: string }>(
    `select ${CAMPAIGN} as campaign, ${COORDINATOR} as coordinator`,
  );
  campaignId = globalId('Campaign', row?.campaign ?? '');
  coordinator = api.as(row?.coordinator ?? '');
});
afterAll(() => api.close());

/** Everything of a list that the client sees, page after page. */
async function everything(client: ApiClient, list: string, fields: string): Promise<Json[]> {
  const all: Json[] = [];
  for (let after: string | null = null; ;) {
    const answer = await client.run(
      `query ($after: String) { ${list.replace('(', '(first: 100, after: $after, ').replace(', )', ')')} {
         pageInfo { hasNextPage endCursor } nodes { ${fields} } } }`,
      { after },
    );
    expect(answer.errors).toBeUndefined();
    const [page] = Object.values(answer.data as Record<string, Json>);
    all.push(...page.nodes);
    if (!page.pageInfo.hasNextPage) return all;
    after = String(page.pageInfo.endCursor);
  }
}

/** The audits of the campaign with all that the ordinary lists show of them. */
function auditsFor(client: ApiClient): Promise<Json[]> {
  return everything(
    client,
    `audits(filter: { campaignIds: ["${campaignId}"] })`,
    `id reference state visitOn isOverdue currentDueOn recusalUntil isTeamAgreed contradictoryUntil
     isContradictoryAnswered planSubmittedAt evidenceProgress { openCount rejectedCount overdueCount }
     recusals(first: 20) { nodes { state decideBy } }
     assignments(first: 20) { nodes { seat isLead state attestedAt draftSignedAt reportSignedAt auditor { id } } }
     findings(first: 20) { nodes { state reply { kind disposition } } }
     correctiveActions(first: 20) { nodes { state isOverdue } }`,
  );
}

const ON_TEAM = ['PROPOSED', 'ACCEPTED', 'CONFIRMED', 'COMPLETED'];

/** Whose turn it is in an audit, told anew from what the lists show. */
function turnOf(audit: Json, frozen: ReadonlySet<string>): string | null {
  const team: Json[] = audit.assignments.nodes.filter((one: Json) => ON_TEAM.includes(one.state));
  const seats = team.map((one) => String(one.seat));
  const isComplete = seats.includes('RADIOLOGIST') && seats.includes('RADIOGRAPHER');
  const recusals: string[] = audit.recusals.nodes.map((one: Json) => one.state);
  const findings: Json[] = audit.findings.nodes.filter((one: Json) => one.state !== 'WITHDRAWN');
  const actions: string[] = audit.correctiveActions.nodes.map((one: Json) => one.state);
  const signed = (field: string) =>
    team.filter((one) => one.seat !== 'OBSERVER' && one.state !== 'PROPOSED' && one[field] !== null)
      .length === 2;
  const staffing = () => {
    if (!isComplete) return 'COORDINATION';
    const isAsked = team.some((one) => one.state === 'PROPOSED' || one.attestedAt === null);
    return audit.state === 'TEAM_PROPOSED' && isAsked ? 'TEAM' : 'COORDINATION';
  };
  const beforeVisit = AUDIT_STATES.indexOf(audit.state) <= AUDIT_STATES.indexOf('DOCUMENT_REVIEW');
  if (beforeVisit && audit.state !== 'RECUSAL_WINDOW' && frozen.has(audit.id)) return 'COORDINATION';
  switch (audit.state) {
    case 'PLANNED':
    case 'TEAM_PROPOSED':
      return staffing();
    case 'RECUSAL_WINDOW':
      if (recusals.includes('FILED')) return 'COORDINATION';
      if (recusals.includes('APPEALED')) return 'STEERING';
      if (frozen.has(audit.id)) return 'COORDINATION';
      return audit.isTeamAgreed || audit.recusalUntil < TODAY ? 'COORDINATION' : 'SERVICE';
    case 'SELF_ASSESSMENT':
      return 'SERVICE';
    case 'DOCUMENT_REVIEW':
      if (audit.visitOn === null) return 'COORDINATION';
      if (audit.visitOn <= TODAY) return 'LEAD';
      return audit.evidenceProgress.openCount + audit.evidenceProgress.rejectedCount > 0 ? 'SERVICE' : 'TEAM';
    case 'ON_SITE':
      return 'TEAM';
    case 'DRAFT_REPORT':
      return signed('draftSignedAt') ? 'LEAD' : 'TEAM';
    case 'CONTRADICTORY':
      return findings.some((one) => one.reply === null) &&
        !audit.isContradictoryAnswered &&
        audit.contradictoryUntil >= TODAY
        ? 'SERVICE'
        : 'LEAD';
    case 'FINALISATION':
      if (findings.some(({ reply }) => reply && reply.kind !== 'ACCEPTED' && !reply.disposition))
        return 'TEAM';
      return signed('reportSignedAt') ? 'LEAD' : 'TEAM';
    case 'REPORT_ISSUED':
      return 'LEAD';
    case 'PLAN_DUE':
      return audit.planSubmittedAt === null ? 'SERVICE' : 'LEAD';
    case 'FOLLOW_UP':
      if (actions.some((state) => ['AGREED', 'IN_PROGRESS', 'REOPENED'].includes(state))) return 'SERVICE';
      return actions.includes('DONE') ? 'TEAM' : 'LEAD';
    case 'TEAM_CONFIRMED':
    case 'SUSPENDED':
      return 'COORDINATION';
    default:
      return null;
  }
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0);
const count = (words: readonly string[], list: readonly (string | null)[]) =>
  words.map((word) => list.filter((each) => each === word).length);

/** All numbers, counted one by one from the ordinary lists. */
async function countedNaively(client: ApiClient): Promise<Json> {
  const audits = await auditsFor(client);
  const alerts = await everything(
    client,
    `conflictAlerts(filter: { campaignIds: ["${campaignId}"] })`,
    'state audit { id state } assignment { id }',
  );
  const open = alerts.filter((one) => one.state === 'OPEN' && one.audit.state !== 'CANCELLED');
  const frozen = new Set<string>(open.map((one) => one.audit.id));
  const live = audits.filter((one) => one.state !== 'CANCELLED');
  const recusals = live.flatMap((one) =>
    one.recusals.nodes.filter((each: Json) => ['FILED', 'APPEALED'].includes(each.state)),
  );
  const actions: Json[] = live.flatMap((one) => one.correctiveActions.nodes);
  const applications: Json[] = [];
  for (let after: string | null = null; ;) {
    const { data } = await client.run(
      `query ($id: ID!, $after: String) { campaign(id: $id) { applications(first: 100, after: $after) {
         pageInfo { hasNextPage endCursor } nodes { state } } } }`,
      { id: campaignId, after },
    );
    applications.push(...data.campaign.applications.nodes);
    if (!data.campaign.applications.pageInfo.hasNextPage) break;
    after = data.campaign.applications.pageInfo.endCursor;
  }
  const turns = audits.map((one) => turnOf(one, frozen));
  const late = audits.map((one, index) => (one.isOverdue ? (turns[index] ?? null) : null));
  const TURNS = ['SERVICE', 'TEAM', 'LEAD', 'COORDINATION', 'STEERING'];
  return {
    audits,
    turns,
    counts: {
      day: TODAY,
      auditCount: audits.length,
      lateCount: audits.filter((one) => one.isOverdue).length,
      states: count(
        AUDIT_STATES,
        audits.map((one) => one.state),
      ),
      turns: count(TURNS, turns),
      lateTurns: count(TURNS, late),
      openRequestCount: sum(
        live.map((one) => one.evidenceProgress.openCount + one.evidenceProgress.rejectedCount),
      ),
      lateRequestCount: sum(live.map((one) => one.evidenceProgress.overdueCount)),
      openRecusalCount: recusals.length,
      lateRecusalCount: recusals.filter((one: Json) => one.decideBy < TODAY).length,
      frozenAssignmentCount: new Set(open.map((one) => one.assignment.id)).size,
      openActionCount: actions.filter((one) => !['VERIFIED', 'WAIVED'].includes(one.state)).length,
      lateActionCount: actions.filter((one) => one.isOverdue).length,
      applications: count(
        APPLICATION_STATES,
        applications.map((one) => one.state),
      ),
    },
  };
}

function countsIn(progress: Json): Json {
  const { states, turns, applications, ...rest } = progress;
  delete rest.deadlines;
  delete rest.auditorLoads;
  return {
    ...rest,
    states: states.map((one: Json) => one.auditCount),
    turns: turns.map((one: Json) => one.auditCount),
    lateTurns: turns.map((one: Json) => one.lateCount),
    applications: applications.map((one: Json) => one.applicationCount),
  };
}

describe('a campaign at a glance', () => {
  test('says what the ordinary lists add up to, number by number', async () => {
    const naive = await countedNaively(coordinator);
    const progress = await progressFor(coordinator);
    expect(countsIn(progress)).toEqual(naive.counts);
    expect(progress.auditCount).toBe(AUDITS);
    // Each number is there to be wrong: nothing of this campaign is zero, but that nobody is late to decide on an appeal
    // while the service may still object.
    const { lateTurns, ...others } = countsIn(progress);
    expect(Object.values(others).flat()).not.toContain(0);
    expect(lateTurns.slice(0, -1)).not.toContain(0);
  });

  test('lists what is due, the nearest first, with whose turn it is and how late it is', async () => {
    const naive = await countedNaively(coordinator);
    const { deadlines } = await progressFor(coordinator);
    const expected = (naive.audits as Json[])
      .map((audit, index) => ({ audit, turn: naive.turns[index] }))
      .filter(({ audit }) => audit.currentDueOn !== null)
      .sort((one, other) =>
        `${one.audit.currentDueOn} ${one.audit.reference}` <
        `${other.audit.currentDueOn} ${other.audit.reference}`
          ? -1
          : 1,
      )
      .map(({ audit, turn }) => ({
        audit: { id: audit.id },
        dueOn: audit.currentDueOn,
        turn,
        isLate: audit.isOverdue,
        lateWorkingDays: audit.isOverdue ? workingDaysBetween(audit.currentDueOn, TODAY) : 0,
      }));
    expect(deadlines.deadlines).toEqual(expected.map((one) => expect.objectContaining(one)));
    expect(deadlines).toMatchObject({ totalCount: expected.length, hasNextPage: false });
  });

  test('pages through them, the late ones or the others alone', async () => {
    const whole = (await progressFor(coordinator)).deadlines.deadlines as Json[];
    for (const isLate of [true, false]) {
      const read: Json[] = [];
      for (let after: string | null = null; ;) {
        const { data } = await coordinator.run(
          `query ($id: ID!, $after: String, $isLate: Boolean) { campaignProgress(campaignId: $id) {
             deadlines(first: 7, after: $after, isLate: $isLate) { totalCount hasNextPage endCursor
               deadlines { audit { id } kind dueOn turn isLate lateWorkingDays } } } }`,
          { id: campaignId, after, isLate },
        );
        const page = data.campaignProgress.deadlines;
        read.push(...page.deadlines);
        if (!page.hasNextPage) break;
        after = page.endCursor;
      }
      expect(read).toEqual(whole.filter((one) => one.isLate === isLate));
      expect(read.length).toBeGreaterThan(7);
    }
  });

  test('tells the load of each auditor in the order of names', async () => {
    const naive = await countedNaively(coordinator);
    const { auditorLoads } = await progressFor(coordinator);
    const seats = (naive.audits as Json[]).flatMap((audit, index) =>
      audit.state === 'CANCELLED'
        ? []
        : audit.assignments.nodes
            .filter((one: Json) => ON_TEAM.includes(one.state))
            .map((one: Json) => ({ ...one, audit, turn: naive.turns[index] })),
    );
    for (const load of auditorLoads.loads as Json[]) {
      const own = seats.filter((one) => one.auditor.id === load.auditor.id);
      const tasks = own.filter(
        (one) =>
          one.state === 'PROPOSED' ||
          (one.seat !== 'OBSERVER' && (one.turn === 'TEAM' || (one.turn === 'LEAD' && one.isLead))),
      );
      const months = own.flatMap((one) => (one.audit.visitOn ? [one.audit.visitOn.slice(0, 7)] : []));
      expect(load.openTaskCount).toBe(tasks.length);
      expect(load.auditCounts).toEqual(
        AUDIT_STATES.map((state) => ({
          state,
          auditCount: own.filter((one) => one.audit.state === state).length,
        })).filter(({ auditCount }) => auditCount > 0),
      );
      expect(load.visits).toEqual(
        [...new Set(months)].sort().map((month) => ({
          month,
          visitCount: months.filter((each) => each === month).length,
        })),
      );
    }
    expect(auditorLoads.totalCount).toBe(new Set(seats.map((one) => one.auditor.id)).size);
    const names = (auditorLoads.loads as Json[]).map(({ auditor: { person } }) =>
      `${person.familyName} ${person.givenName}`.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase(),
    );
    expect(names).toEqual([...names].sort());
    expect(auditorLoads.loads.length).toBeGreaterThan(10);
  });

  test('leaves audits out of every number for whom a tie hides them', async () => {
    const tied = await makeAccount(api, { roles: ['COORDINATOR'] });
    const hidden = await api.sql<{ id: string; organisation: string }>(
      `select a.id, s.organisation_id as organisation from audit a join audited_service s on s.id = a.audited_service_id
       where a.campaign_id = ${CAMPAIGN} order by a.reference limit 48`,
    );
    for (const { organisation } of hidden)
      await makeTie(api, { personId: tied.personId, organisationId: organisation });
    const client = api.as(tied.accountId);
    const progress = await progressFor(client);
    expect(progress.auditCount).toBe(AUDITS - hidden.length);
    expect(countsIn(progress)).toEqual((await countedNaively(client)).counts);
    const ids = new Set(hidden.map(({ id }) => globalId('Audit', id)));
    expect((progress.deadlines.deadlines as Json[]).filter(({ audit }) => ids.has(audit.id))).toEqual([]);
    // The whole is the sum of what is seen and what is not: nothing of the hidden part is counted.
    const whole = countsIn(await progressFor(coordinator));
    expect(sum(whole.states) - sum(countsIn(progress).states)).toBe(hidden.length);
  });

  test('leaves out the audit of a service that the coordinator works for', async () => {
    const [row] = await api.sql<{ service: string }>(
      `select audited_service_id as service from audit where campaign_id = ${CAMPAIGN} order by reference limit 1`,
    );
    const { accountId } = await makeAccount(api, {
      roles: ['COORDINATOR'],
      services: { [row?.service ?? '']: 'SERVICE_READER' },
    });
    expect((await progressFor(api.as(accountId))).auditCount).toBe(AUDITS - 1);
  });

  test('is for the coordination and the steering committee', async () => {
    const steering = await makeAccount(api, { roles: ['STEERING_MEMBER'] });
    expect((await progressFor(api.as(steering.accountId))).auditCount).toBe(AUDITS);
    for (const role of ['TEMPLATE_EDITOR', 'ANALYST', 'OBSERVER', 'AUDITOR', 'ADMIN']) {
      const { accountId } = await makeAccount(api, { roles: [role] });
      expect(await progressFor(api.as(accountId))).toBeNull();
    }
    expect(
      await progressFor(coordinator, globalId('Campaign', '00000000-0000-4000-8000-000000000000')),
    ).toBeNull();
  });

  test('is all zeros for a campaign without audits', async () => {
    const progress = await progressFor(coordinator, globalId('Campaign', await makeCampaign(api)));
    const counts = countsIn(progress);
    delete counts.day;
    expect(new Set(Object.values(counts).flat())).toEqual(new Set([0]));
    expect(progress.deadlines).toMatchObject({ totalCount: 0, deadlines: [] });
    expect(progress.auditorLoads).toMatchObject({ totalCount: 0, loads: [] });
  });

  test('refuses pages without a size and cursors of another list', async () => {
    const ask = async (args: string) =>
      (
        await coordinator.run(
          `query ($id: ID!) { campaignProgress(campaignId: $id) { deadlines(${args}) { totalCount } } }`,
          { id: campaignId },
        )
      ).errors?.map(({ extensions }) => extensions['code']);
    expect(await ask('first: 101')).toEqual(['PAGE_SIZE_MISSING']);
    expect(await ask('first: 5, after: "bm9uc2Vuc2U"')).toEqual(['CURSOR_INVALID']);
  });
});
