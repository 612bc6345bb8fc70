import { readFileSync } from 'node:fs';
import {
  createDemonstrationAccounts,
  DEMONSTRATION_ACCOUNTS,
  DEMONSTRATION_PASSWORD,
} from '../../scripts/demo/accounts';
import type { DemoReport } from '../../scripts/demo/demo-report';
import { playDemonstration } from '../../scripts/demo/play';
import { tableOf } from '../../scripts/demo/table';
import { shiftedClock } from '../../server/kernel/clock';
import { startWebhooks } from '../../server/start-webhooks';
import { clientOf, openApi, type ApiClient, type TestApi } from '../support/api';
import { connectTo } from '../support/data-source';

// A message to a program that fails twice, as on a slow machine, is waited for five minutes.
jest.setTimeout(900_000);

const silent = (): void => undefined;

/** A server with accounts for the demonstration, and its workers on webhooks, as `npm start` has them. */
async function openDemonstration(clock = shiftedClock()): Promise<TestApi> {
  const api = await openApi({ developmentClock: clock, afterLoad: createDemonstrationAccounts });
  const dataSource = await connectTo(api);
  const { secretBox } = api;
  const webhooks = startWebhooks({ isProduction: false, dataSource, clock, secretBox, log: silent });
  return {
    ...api,
    async close() {
      await webhooks.stop();
      await dataSource.destroy();
      await api.close();
    },
  };
}

const addressOf = ({ url }: TestApi): string => url.replace(/\/graphql$/, '');

async function signedIn(api: TestApi, email: string): Promise<ApiClient> {
  const answer = await clientOf(api.url, null).run(
    'mutation ($input: SignInInput!) { signIn(input: $input) { session { accessToken } } }',
    { input: { email, password: DEMONSTRATION_PASSWORD } },
  );
  return clientOf(api.url, answer.data['signIn']?.['session']?.['accessToken'] ?? null);
}

describe('a campaign of six services, two years after one of two', () => {
  let api: TestApi;
  let report: DemoReport;

  beforeAll(async () => {
    api = await openDemonstration();
    report = await playDemonstration(addressOf(api), {
      services: 6,
      isOpenEnded: false,
      hasRoundBefore: true,
      log: silent,
    });
  });
  afterAll(() => api.close());

  it('ends closed, and the API says of everything what was done', () => {
    expect(report.campaign).toBe('CLOSED');
    expect(report.mismatches).toEqual([]);
    expect(report.checks.failed).toEqual([]);
    expect(report.checks.passed).toBe(131);
    expect(report.isOff).toBe(false);
  });

  it('has looked at what must hold and what must never happen', () => {
    expect(Object.keys(report.checks.facts)).toEqual(
      expect.arrayContaining([
        'service B cannot read the report of service A, whole or in part',
        'service B cannot download the report of service A either',
        'an attestation holds no result',
        'the public variant of a report names no weak point',
        'no byte of it can be changed unnoticed',
        'PDF and HTML of a report carry the hash of its JSON',
        'nothing is told of fewer than five services',
        'a coordinator who is tied to a service sees nothing of its audit',
        'nobody gets more than one digest a day',
        'a waiver that is over gives the action back',
        'whoever owns an action does not verify it',
        'a follow-up at half-cycle is closed, and gives back what has lapsed',
        'no webhook goes into a private network',
        'every message that a program got was signed',
      ]),
    );
  });

  it('shows what came back since the round before', () => {
    expect(report.relapses?.relapsed).toBeGreaterThan(0);
  });

  it('has told programs of what was done, each thing once, though they failed now and then', () => {
    const { coordination, failures, duplicates, attempts, service } = report.programs;
    expect(coordination).toEqual({
      ACTION_DONE: 11,
      AUDIT_INTERRUPTED: 3,
      FOLLOW_UP_SUBMITTED: 1,
      PLAN_SUBMITTED: 5,
      RECUSAL_FILED: 3,
      REPORT_ISSUED: 5,
      SAFETY_ESCALATED: 1,
      WAIVER_REQUESTED: 2,
    });
    expect(service).toBe(37);
    expect(failures).toBeGreaterThan(0);
    expect(duplicates).toBeGreaterThan(1);
    expect(attempts).toBeGreaterThan(service);
  });

  it('has told people in digests', () => {
    expect(report.messages.deliveries).toBeGreaterThan(report.messages.digests);
  });

  it('names no site beside a result', () => {
    const printed = tableOf(report).join('\n');
    const sites = readFileSync('scripts/demo/data/imaging-sites.csv', 'utf8').trim().split(/\r?\n/);
    const place = sites[0]?.split(';').indexOf('name') ?? -1;
    const names = sites.slice(1).map((line) => line.split(';')[place] ?? '');
    expect(names).toHaveLength(60);
    expect(names.filter((name) => name === '' || printed.includes(name))).toEqual([]);
  });

  it('has imported all sites and all people of its files', () => {
    expect(report.imported).toEqual({
      services: { created: 60, changed: 0, refused: 0 },
      auditors: { created: 377, changed: 0, refused: 0 },
    });
  });

  it('has taken every way that an application, a team, a reply or an action can take', () => {
    expect(report.tables).toEqual({
      applications: { CONFIRMED: 5, REJECTED: 1 },
      audits: { CANCELLED: 1, CLOSED: 4 },
      assignments: { COMPLETED: 8, CONFIRMED: 2, CONFLICT_DECLARED: 1, DECLINED: 1, RECUSED: 1 },
      recusals: { APPEAL_REFUSED: 1, GRANTED: 1 },
      evidence: { 'FILE CLEAN': 6, 'FILE REJECTED': 1, LINK: 25, NOTE: 15 },
      requests: { ACCEPTED: 33, OPEN: 7 },
      verdicts: { ACCEPTED: 19 },
      grades: { AUDITOR: 160, CONSENSUS: 80, SELF: 85 },
      findings: {
        'NON_CONFORMITY CRITICAL FINAL': 1,
        'NON_CONFORMITY MAJOR FINAL': 3,
        'NON_CONFORMITY MINOR FINAL': 3,
        'NON_CONFORMITY MINOR WITHDRAWN': 1,
        'OBSERVATION FINAL': 3,
        'RECOMMENDATION FINAL': 4,
        'REMARKABLE_PRACTICE FINAL': 1,
        'STRENGTH FINAL': 4,
      },
      replies: { ACCEPTED: 11, CONTESTED: 3, CORRECTION: 1 },
      dispositions: { ACCEPTED: 2, PARTLY: 1, REJECTED: 1 },
      reports: { 'version 1': 4, 'version 2': 1 },
      actions: { REOPENED: 2, VERIFIED: 8, WAIVED: 1 },
    });
  });

  it('has met conflicts of interest, disagreement and delays that ran out', () => {
    expect(report.keptApart).toMatchObject({ C01: expect.any(Number), C03: expect.any(Number) });
    expect(report.conflictsOverridden).toBe(0);
    expect(report.agreement).toBe(0.85);
    expect(report.overdueMidway).toBe(3);
    expect(report.overdueActions).toBe(0);
  });

  it('shows one service what it covers of the reference texts, as far as these were read', () => {
    const families = new Map(report.covered?.families.map(({ label, texts }) => [label, texts]));
    expect(families.get('French Public Health Code')).toMatchObject({ COVERED: expect.any(Number) });
    // The measured rate of identified requests misses its target.
    expect(Object.keys(families.get('HAS certification') ?? {})).toEqual([
      'NOT_COVERED (text to be checked)',
    ]);
  });

  it('shows what became of files that did not simply go through', () => {
    expect(report.files).toEqual({
      'broken off': expect.stringMatching(/^at byte [1-9]/),
      refused: expect.stringMatching(/^NIR, line 3: /),
      released: expect.stringContaining('BIRTH_DATE'),
      fetched: expect.stringMatching(/^[1-9]\d* bytes/),
    });
  });

  it('shows one service where its doses stand: every position that there is', () => {
    const positions = new Map(report.doses?.exams.map(({ exam, position }) => [exam, position]));
    expect(Object.fromEntries(positions)).toEqual({
      'CT-THX': 'NO_LEVEL',
      'RX-ASP': 'ABOVE_NRD',
      'RX-BAS': 'AT_OR_BELOW_VGD',
      'RX-RLO-P': 'INSUFFICIENT',
      'RX-THX-F': 'BETWEEN',
    });
  });

  it('shows one service how many of its examinations two auditors judged justified, and how sure that is', () => {
    expect(report.judged).toMatchObject({ drawn: 24, listed: 200, criterion: 'T1-C1' });
    const { rate, decision, proposed, graded } = report.judged as NonNullable<typeof report.judged>;
    expect(rate.low).toBeLessThan(rate.estimate ?? 0);
    expect(rate.high).toBeGreaterThan(rate.estimate ?? 1);
    const grade = { MET: 'CONFORM', INCONCLUSIVE: 'PARTIAL', NOT_MET: 'NON_CONFORM' }[decision ?? ''];
    expect([proposed, graded]).toEqual([grade, grade]);
  });

  it('has made a service possible that nobody could audit, by what the reasons suggested', () => {
    expect(report.unserved).toHaveLength(1);
    const [{ blocking, suggestions, chosen }] = report.unserved as [(typeof report.unserved)[number]];
    expect(blocking.join()).toContain('LANGUAGE');
    expect(suggestions).toContain(chosen);
  });

  it('prints its table without a line that says OFF', () => {
    expect(tableOf(report).filter((line) => line.includes('OFF'))).toEqual([]);
  });

  it('can be played again on the same database, with the same people', async () => {
    const again = await playDemonstration(addressOf(api), { services: 3, isOpenEnded: false, log: silent });
    expect(again.campaignCode).toBe(`${report.campaignCode}-2`);
    expect(again.imported.services).toEqual({ created: 0, changed: 0, refused: 0 });
    expect(again.imported.auditors).toEqual({ created: 0, changed: 0, refused: 0 });
    expect(again.tables.audits).toEqual({ CANCELLED: 1, CLOSED: 1 });
    expect(again.isOff).toBe(false);
    // What was said of protocol names the first time counts again.
    expect(again.doses?.exams.map(({ exam }) => exam)).toEqual(report.doses?.exams.map(({ exam }) => exam));
  });
});

describe('the campaign that the first start leaves running', () => {
  const clock = shiftedClock();
  let api: TestApi;
  let report: DemoReport;

  beforeAll(async () => {
    api = await openDemonstration(clock);
    report = await playDemonstration(addressOf(api), { services: 8, isOpenEnded: true, log: silent });
  });
  afterAll(() => api.close());

  it('has an audit at every stage that a newcomer may want to see', () => {
    expect(report.campaign).toBe('RUNNING');
    expect(report.tables.audits).toEqual({
      CLOSED: 2,
      CONTRADICTORY: 1,
      FOLLOW_UP: 1,
      ON_SITE: 1,
      RECUSAL_WINDOW: 1,
      SELF_ASSESSMENT: 1,
    });
    expect(report.overdueActions).toBe(3);
    expect(report.isOff).toBe(false);
  });

  it('gives the clock back', () => {
    const shiftedBy = Math.round((clock.now().getTime() - Date.now()) / 86_400_000);
    expect(shiftedBy).toBe(0);
  });

  it.each([
    ['auditeur.7@demo.example', 'ON_SITE'],
    ['service.1@demo.example', 'CONTRADICTORY'],
    ['service.8@demo.example', 'FOLLOW_UP'],
    ['service.16@demo.example', 'SELF_ASSESSMENT'],
  ])('shows %s an audit in state %s, as the start page says', async (email, state) => {
    expect(DEMONSTRATION_ACCOUNTS.map((account) => account.email)).toContain(email);
    const client = await signedIn(api, email);
    const { data } = await client.run('{ audits(first: 100) { nodes { state } } }');
    expect(data['audits']?.['nodes']).toContainEqual({ state });
  });
});
