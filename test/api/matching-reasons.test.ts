import { globalId } from '../../server/kernel/ids';
import { openApi, type ApiClient, type Json, type TestApi } from '../support/api';
import { makeAccount } from '../support/factories';
import { makeComposition, solved, type Composition } from '../support/matching-factories';
import { makeTie } from '../support/teams-factories';

let api: TestApi;
let composition: Composition;
let run: Json;
/** A coordinator with a tie to the first service. */
let tied: ApiClient;

const REASON = 'code sentence points';
const SUBSTITUTE = 'auditor { id person { familyName } } replaces { id } change valueDifference first';

beforeAll(async () => {
  api = await openApi();
  composition = await makeComposition(api, { audits: 3, radiologists: 5, radiographers: 2 });
  await api.sql('update auditor set yearly_maximum = 1 where id = any($1)', [
    composition.radiographers.map(({ auditorId }) => auditorId),
  ]);
  const [audit] = composition.audits;
  const [blocked] = composition.radiologists;
  await makeTie(api, { personId: blocked?.personId ?? '', organisationId: audit?.organisationId ?? '' });
  run = await solved(composition.coordinator, composition.campaignId);
  const { accountId, personId } = await makeAccount(api, { roles: ['COORDINATOR'] });
  await makeTie(api, { personId, organisationId: audit?.organisationId ?? '', kind: 'CONSULTING' });
  tied = api.as(accountId);
});
afterAll(() => api.close());

async function ask(
  client: ApiClient,
  field: string,
  args: Record<string, string>,
  selection: string,
): Promise<Json> {
  const names = Object.keys(args);
  const document = `query (${names.map((name) => `$${name}: ID!`).join(', ')}) {
    ${field}(${names.map((name) => `${name}: $${name}`).join(', ')}) { ${selection} } }`;
  const { data, errors } = await client.run(document, args);
  if (errors) throw new Error(JSON.stringify(errors));
  return data[field];
}

const audit = (n: number) => globalId('Audit', composition.audits[n]?.auditId ?? '');
const radiologist = (n: number) => globalId('Auditor', composition.radiologists[n]?.auditorId ?? '');
const teamOf = (n: number): Json => run.teams.nodes.find((team: Json) => team.audit.id === audit(n)).members;

describe('why', () => {
  const WHY = `seat value worth valueParts { ${REASON} } planParts { ${REASON} } alternatives { ${SUBSTITUTE} }`;

  it('adds up what a pair is worth, and names who could come instead', async () => {
    const { auditor } = teamOf(0).find(({ seat }: Json) => seat === 'RADIOLOGIST');
    const pair = { matchingRunId: run.id, auditorId: auditor.id, auditId: audit(0) };
    const why = await ask(composition.coordinator, 'why', pair, WHY);
    expect(why.seat).toBe('RADIOLOGIST');
    expect(sum(why.valueParts)).toBeCloseTo(why.value, 6);
    expect(sum(why.planParts)).toBeCloseTo(why.worth, 6);
    expect(why.planParts.map(({ code }: Json) => code)).toContain('SEAT_FILLED');
    expect(why.valueParts[0].sentence).toMatch(/^Masters 0 of 1 modalities/);
    const others = why.alternatives.map((each: Json) => each.auditor.id);
    expect(others.length).toBeGreaterThan(0);
    expect(others).not.toContain(radiologist(0));
  });

  it('says nothing of a pair that is not in the plan', async () => {
    const pair = { matchingRunId: run.id, auditorId: radiologist(0), auditId: audit(0) };
    expect(await ask(composition.coordinator, 'why', pair, 'value')).toBeNull();
  });
});

describe('why not', () => {
  const WHY_NOT = `verdict hard { ${REASON} } inPlan { ${REASON} } loss scope
    moves { auditor { id } from { id } to { id } } elsewhere { audit { id } } inHisPlace { auditor { id } }`;

  it('names the rule that excludes a pair, in the language of who asks', async () => {
    const pair = { matchingRunId: run.id, auditorId: radiologist(0), auditId: audit(0) };
    const whyNot = await ask(composition.coordinator, 'whyNot', pair, WHY_NOT);
    expect(whyNot).toMatchObject({ verdict: 'EXCLUDED', loss: null, hard: [{ code: 'CONFLICT' }] });
    expect(whyNot.hard[0].sentence).toMatch(/^Conflict: C01 \(.+\), C03 \(.+\)/);
  });

  it('tells what a possible pair would cost, and who would move', async () => {
    const planned = [...teamOf(1).map(({ auditor }: Json) => auditor.id), radiologist(0)];
    const other = composition.radiologists
      .map(({ auditorId }) => globalId('Auditor', auditorId))
      .find((id) => !planned.includes(id));
    const pair = { matchingRunId: run.id, auditorId: other ?? '', auditId: audit(1) };
    const whyNot = await ask(composition.coordinator, 'whyNot', pair, WHY_NOT);
    expect(whyNot).toMatchObject({ verdict: 'POSSIBLE', hard: [], scope: 'WHOLE_PLAN' });
    expect(whyNot.loss).toBeGreaterThanOrEqual(0);
    expect(whyNot.inHisPlace).toHaveLength(1);
    expect(whyNot.moves.map(({ auditor }: Json) => auditor.id)).toContain(other);
  });
});

describe('substitutes', () => {
  it('are ranked, and none of them is blocked', async () => {
    const { data } = await composition.coordinator.run(
      `query ($run: ID!, $audit: ID!) {
        planSubstitutes(matchingRunId: $run, auditId: $audit, seat: RADIOLOGIST) { ${SUBSTITUTE} } }`,
      { run: run.id, audit: audit(0) },
    );
    const found = data.planSubstitutes;
    expect(found.length).toBeGreaterThan(0);
    expect(found.map((each: Json) => each.auditor.id)).not.toContain(radiologist(0));
    const straight = found.filter((each: Json) => each.first === null).map(({ change }: Json) => change);
    expect(straight).toEqual([...straight].sort((one, other) => other - one));
  });
});

describe('shortfalls', () => {
  it('name the smallest set of limits and what would fill the seat', async () => {
    const [shortfall, ...more] = await ask(
      composition.coordinator,
      'matchingShortfalls',
      { matchingRunId: run.id },
      `audit { id } seat missing blocking { limit sentence auditors { id } } relaxations { kind sentence gain filled }`,
    );
    expect(more).toEqual([]);
    expect(shortfall).toMatchObject({
      seat: 'RADIOGRAPHER',
      missing: 1,
      blocking: [{ limit: 'CAPACITY', sentence: 'The capacity of 2 auditors is reached' }],
    });
    expect(shortfall.blocking[0].auditors).toHaveLength(2);
    const kinds = shortfall.relaxations.map(({ kind }: Json) => kind);
    expect(kinds).toEqual(expect.arrayContaining(['MORE_CAPACITY', 'MORE_AUDITORS']));
    for (const { filled, sentence } of shortfall.relaxations) {
      expect(filled).toBeGreaterThan(0);
      expect(sentence).not.toMatch(/[{}…]/);
    }
  });
});

describe('two runs', () => {
  it('are compared in business terms', async () => {
    const { coordinator, campaignId } = composition;
    const forbid = {
      auditId: audit(1),
      auditorId: teamOf(1).find(({ seat }: Json) => seat === 'RADIOLOGIST').auditor.id,
      reason: 'Même promotion.',
    };
    const { matchingDecision } = await coordinator.act(
      'matchingForbid',
      forbid,
      'matchingDecision { id version }',
    );
    const other = await solved(coordinator, campaignId, { isDryRun: true });
    await coordinator.act('matchingDecisionEnd', {
      matchingDecisionId: matchingDecision.id,
      expectedVersion: matchingDecision.version,
    });
    const compared = await ask(
      coordinator,
      'matchingComparison',
      { fromRunId: run.id, toRunId: other.id },
      `objectiveBefore objectiveAfter parts { code sentence before after }
       moves { auditor { id } from { id } to { id } }
       teams { audit { id } leaves { id } joins { id } valueBefore valueAfter }
       seatsFilled { count } seatsEmptied { count }
       figuresBefore { services seatsMissing } figuresAfter { services seatsMissing }`,
    );
    expect(compared).toMatchObject({
      figuresBefore: { services: 3, seatsMissing: 1 },
      figuresAfter: { services: 3, seatsMissing: 1 },
    });
    expect(compared.moves.map(({ auditor }: Json) => auditor.id)).toContain(forbid.auditorId);
    expect(compared.teams.map((each: Json) => each.audit.id)).toContain(audit(1));
    const total = (when: string): number =>
      compared.parts.reduce((points: number, part: Json) => points + part[when], 0);
    expect(total('after')).toBeCloseTo(compared.objectiveAfter, 6);
    expect(total('before')).toBeCloseTo(compared.objectiveBefore, 6);
  });
});

describe('a tie of the coordinator', () => {
  it('hides the service’s team, its reasons, and every figure that could tell it', async () => {
    const { data } = await tied.run(
      `query ($id: ID!) { matchingRun(id: $id) { objective bound gap instance plan snapshotHash
        teams(first: 10) { totalCount nodes { audit { id } } } } }`,
      { id: run.id },
    );
    expect(data.matchingRun).toMatchObject({
      objective: null,
      bound: null,
      gap: null,
      instance: null,
      plan: null,
    });
    expect(data.matchingRun.teams.totalCount).toBe(2);
    expect(data.matchingRun.teams.nodes.map((team: Json) => team.audit.id)).not.toContain(audit(0));

    const { auditor } = teamOf(0).find(({ seat }: Json) => seat === 'RADIOLOGIST');
    const pair = { matchingRunId: run.id, auditorId: auditor.id, auditId: audit(0) };
    expect(await ask(tied, 'why', pair, 'value')).toBeNull();
    expect(await ask(tied, 'whyNot', { ...pair, auditorId: radiologist(0) }, 'verdict')).toBeNull();
    const { elsewhere } = await ask(
      tied,
      'whyNot',
      { ...pair, auditId: audit(1) },
      'elsewhere { audit { id } }',
    );
    expect(elsewhere).toEqual([]);
    const compared = await ask(
      tied,
      'matchingComparison',
      { fromRunId: run.id, toRunId: run.id },
      'figuresAfter { services }',
    );
    expect(compared.figuresAfter.services).toBe(2);
  });

  it('keeps the service out of a run that he starts, and him from publishing one that holds it', async () => {
    const own = await solved(tied, composition.campaignId, { isDryRun: true });
    expect(own.teams.totalCount).toBe(2);
    const refused = await tied.act('matchingRunPublish', {
      matchingRunId: run.id,
      expectedVersion: run.version,
    });
    expect(refused.userErrors).toMatchObject([{ code: 'FORBIDDEN' }]);
  });
});

const sum = (parts: Json[]): number => parts.reduce((total, { points }) => total + points, 0);
