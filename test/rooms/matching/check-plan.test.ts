import fc from 'fast-check';
import { caseOf, groupsOf } from '../../../server/matching/checker/case';
import { provedBound } from '../../../server/matching/checker/certificate';
import { checkPlan } from '../../../server/matching/checker/check-plan';
import { DEFAULT_WEIGHTS, type Instance } from '../../../server/matching/matcher/instance';
import type { Certificate, Plan, PlanTeam } from '../../../server/matching/matcher/plan';
import { bestPlan } from '../../support/matching/best-plan';
import { auditor, instanceOf, service } from '../../support/matching/small-instances';
import { smallInstances } from '../../support/matching/random-instances';

const SMALL = { services: 4, auditors: 7 };

/** Problems as `place: message`. */
const problems = (instance: Instance, plan: Plan): string[] =>
  checkPlan(instance, plan).map(({ path, message }) => `${path.join('.')}: ${message}`);

/** Prices on all auditors, weeks and directions, as they come; those of audits below 0 as well. */
function certificateFor({ auditors, services }: Instance, prices: readonly number[]): Certificate {
  let next = 0;
  const price = () => prices[next++ % prices.length] ?? 0;
  const weeks = [...new Set(services.flatMap((one) => one.weeks))];
  const groups = [...new Set(auditors.flatMap((one) => one.groups))];
  return {
    capacity: Object.fromEntries(auditors.map(({ id }) => [id, price() - 300_000])),
    weeks: Object.fromEntries(auditors.flatMap(({ id }) => weeks.map((week) => [`${id}|${week}`, price()]))),
    reciprocity: services.flatMap((one) =>
      groupsOf(one).flatMap((to) =>
        groups.filter((from) => from !== to).map((from) => [from, to, one.id, price()] as const),
      ),
    ),
  };
}

/** One service with one possible team. */
const ALONE = instanceOf([service('s')], [auditor('r'), auditor('t', { profession: 'RADIOGRAPHER' })]);

/** Two services where every rule has something to forbid, and the plan that keeps them all. */
const RULED = instanceOf(
  [
    service('s1', {
      group: 'g1',
      seats: { RADIOLOGIST: 2, RADIOGRAPHER: 1, MEDICAL_PHYSICIST: 1 },
      needs: ['CT'],
      critical: ['CT'],
      traineeSeat: true,
      weeks: ['2027-W03', '2027-W04'],
    }),
    service('s2', { group: 'g2', weeks: ['2027-W03', '2027-W05'] }),
  ],
  [
    auditor('r1', { groups: ['h1'], skills: ['CT'], unavailableWeeks: ['2027-W04'] }),
    auditor('r2', { groups: ['g2'], lead: false }),
    auditor('r3', { groups: ['h1'], lead: false }),
    auditor('r4', { groups: ['g1'] }),
    auditor('r5', { groups: ['h5'], capacity: 0 }),
    auditor('r6', { groups: ['h6'] }),
    auditor('r7', { groups: ['h7'] }),
    auditor('t1', { groups: ['h2'], profession: 'RADIOGRAPHER', minimum: 1 }),
    auditor('t2', { groups: ['h3'], profession: 'RADIOGRAPHER', capacity: 1 }),
    auditor('x1', { groups: ['h4'], trainee: true }),
  ],
  {
    conflicts: [['r6', 's2', 'C03']],
    forbidden: [['r7', 's2']],
    teamConflicts: [['t2', 'r2']],
    pastPairs: [['r1', 't1']],
    pinned: [
      ['r1', 's1'],
      ['r1', 's2'],
    ],
    previous: [['x1', 's1']],
    weights: { ...DEFAULT_WEIGHTS, sharedTeams: 1 },
  },
);

const seat = (who: string, profession: 'RADIOLOGIST' | 'RADIOGRAPHER' | 'TRAINEE') => ({
  auditor: who,
  seat: profession,
});

const RIGHT: Plan = {
  status: 'FEASIBLE',
  // Values, the trainee kept, the second audit of r1, r1 beside t1 again, no physicist.
  objective: 615 + 1_000 + 300 - 20 - 80 - 10_000,
  bound: -8_000,
  gap: 185 / 8_000,
  boundCovers: 'ALL_PAIRS',
  seconds: 1,
  stoppedBy: 'TIME',
  teams: [
    {
      service: 's1',
      week: '2027-W03',
      members: [
        seat('r1', 'RADIOLOGIST'),
        seat('r2', 'RADIOLOGIST'),
        seat('t1', 'RADIOGRAPHER'),
        seat('x1', 'TRAINEE'),
      ],
      lead: 'r1',
      // r1 masters what is needed, 450; each gets 50 for a region not preferred, the trainee 0.3 of it.
      value: 500 + 50 + 50 + 15,
    },
    {
      service: 's2',
      week: '2027-W05',
      members: [seat('r1', 'RADIOLOGIST'), seat('t2', 'RADIOGRAPHER')],
      lead: 'r1',
      value: 500 + 500,
    },
  ],
  shortfalls: [{ service: 's1', seat: 'MEDICAL_PHYSICIST', missing: 1, blocking: [], relaxations: [] }],
  load: { r1: 2, r2: 1, t1: 1, t2: 1, x1: 1 },
};

const withTeam = (index: number, patch: Partial<PlanTeam>): Plan => ({
  ...RIGHT,
  teams: RIGHT.teams.map((team, at) => (at === index ? { ...team, ...patch } : team)),
});
const withMember = (team: number, member: number, who: string): Plan =>
  withTeam(team, {
    members: RIGHT.teams[team]!.members.map((entry, at) =>
      at === member ? { ...entry, auditor: who } : entry,
    ),
  });

const removed = (team: number, member: number): Plan =>
  withTeam(team, { members: RIGHT.teams[team]!.members.filter((_, at) => at !== member) });
const added = (team: number, ...more: ReturnType<typeof seat>[]): Plan =>
  withTeam(team, { members: [...RIGHT.teams[team]!.members, ...more] });
const with1 = (patch: Partial<Plan>): Plan => ({ ...RIGHT, ...patch });
const certified = (patch: object): Plan =>
  with1({ certificate: { capacity: {}, weeks: {}, reciprocity: [], ...patch } });
const shortfall = RIGHT.shortfalls[0]!;

/** Each falsification of the right plan, and what the checker must say of it. */
const FALSIFIED: [string, Plan, string][] = [
  ['a conflict', withMember(1, 0, 'r6'), 'teams.1.members.0: "r6" on "s2": rule C03 keeps them apart'],
  ['a forbidden pair', withMember(1, 0, 'r7'), 'teams.1.members.0: "r7" on "s2": the pair is forbidden'],
  ['no capacity', withMember(0, 1, 'r5'), 'teams.0.members.1: "r5" has 1 audits, capacity 0'],
  ['one group', withMember(0, 1, 'r3'), 'teams.0.members.1: "r3" and "r1" are both of group "h1"'],
  ['a team conflict', withMember(0, 2, 't2'), 'teams.0.members.2: "t2" and "r2" must not sit on one team'],
  [
    'reciprocity',
    withMember(1, 0, 'r4'),
    'teams.1.members.0: group "g1" audits "s2" of "g2", which audits "s1" of it',
  ],
  [
    'an absence',
    withTeam(0, { week: '2027-W04' }),
    'teams.0.members.0: "r1" on "s1": he is not available in 2027-W04',
  ],
  [
    'two audits in a week',
    withTeam(1, { week: '2027-W03' }),
    'teams.1.members.0: "r1" is on "s1" and on "s2" in 2027-W03',
  ],
  [
    'a week of no service',
    withTeam(1, { week: '2027-W10' }),
    'teams.1.week: week 2027-W10 is none of 2027-W03, 2027-W05',
  ],
  ['no week', withTeam(1, { week: null }), 'teams.1.week: week null is none of 2027-W03, 2027-W05'],
  ['a week for nobody', withTeam(1, { members: [] }), 'teams.1.week: a week that nothing asks for'],
  [
    'a sole radiologist who may not lead',
    withMember(1, 0, 'r3'),
    'teams.1.members.0: "r3" on "s2": the only radiologist must have the right to lead',
  ],
  [
    'a radiographer in the place of a radiologist',
    withMember(0, 1, 't2'),
    'teams.0.members.1: "t2" on "s1": the seat is RADIOLOGIST, he takes RADIOGRAPHER',
  ],
  [
    'a trainee in a full seat',
    withMember(0, 1, 'x1'),
    'teams.0.members.1: "x1" on "s1": the seat is RADIOLOGIST, he takes TRAINEE',
  ],
  [
    'a full member in the trainee seat',
    withMember(0, 3, 'r6'),
    'teams.0.members.3: "r6" on "s1": the seat is TRAINEE, he takes RADIOLOGIST',
  ],
  ['too many', added(0, seat('r6', 'RADIOLOGIST')), 'teams.0.members.4: "s1" has 2 seats RADIOLOGIST'],
  [
    'a trainee without a seat',
    added(1, seat('x1', 'TRAINEE')),
    'teams.1.members.2: "s2" has 0 seats TRAINEE',
  ],
  ['the same twice', withMember(0, 1, 'r1'), 'teams.0.members.1: "r1" sits there twice'],
  ['a pin not kept', removed(1, 0), 'teams: "r1" is pinned on "s2" and not there'],
  [
    'two who share too many teams',
    withMember(1, 1, 't1'),
    'teams.1.members.1: ["r1","t1"] share 2 teams, at most 1',
  ],
  ['a stranger', withMember(1, 1, 'no'), 'teams.1.members.1.auditor: there is no auditor "no"'],
  ['a service of elsewhere', withTeam(1, { service: 'no' }), 'teams.1.service: there is no service "no"'],
  ['two teams', with1({ teams: [...RIGHT.teams, RIGHT.teams[0]!] }), 'teams.2: a second team for "s1"'],
  ['the value of a team', withTeam(0, { value: 616 }), 'teams.0.value: "s1" has a team worth 615, not 616'],
  ['the objective', with1({ objective: -8_184 }), 'objective: the plan is worth -8185, not -8184'],
  [
    'a lead without the right',
    withTeam(0, { lead: 'r2' }),
    'teams.0.lead: "r2" is no full member with the right to lead',
  ],
  [
    'a lead of another team',
    withTeam(1, { lead: 'r4' }),
    'teams.1.lead: "r4" is no full member with the right to lead',
  ],
  [
    'no lead',
    withTeam(1, { lead: null }),
    'teams.1.lead: nobody leads, although one of the radiologists may',
  ],
  ['the load', with1({ load: { ...RIGHT.load, r1: 1 } }), 'load.r1: "r1" has 2 audits, the list says 1'],
  ['a load of nobody', with1({ load: { ...RIGHT.load, r4: 1 } }), 'load.r4: "r4" has no audit'],
  [
    'an empty seat left out',
    with1({ shortfalls: [] }),
    'shortfalls: "s1" lacks 1 MEDICAL_PHYSICIST, the list says 0',
  ],
  [
    'an empty seat too many',
    with1({ shortfalls: [{ ...shortfall, missing: 2 }] }),
    'shortfalls: "s1" lacks 1 MEDICAL_PHYSICIST, the list says 2',
  ],
  [
    'an empty seat invented',
    with1({ shortfalls: [shortfall, { ...shortfall, service: 's2' }] }),
    'shortfalls: "s2" lacks 0 MEDICAL_PHYSICIST, the list says 1',
  ],
  [
    'an empty seat told twice',
    with1({ shortfalls: [shortfall, shortfall] }),
    'shortfalls.1: ["s1","MEDICAL_PHYSICIST"] stands there already',
  ],
  ['a bound below', with1({ bound: -8_186 }), 'bound: -8186 is below the plan, which is worth -8185'],
  ['no bound', with1({ bound: Infinity }), 'bound: Infinity is no bound'],
  ['the gap', with1({ gap: 0.02 }), 'gap: bound and objective are 0.023125 apart, not 0.02'],
  [
    'a proof that is none',
    with1({ status: 'OPTIMAL' }),
    'status: 185 points below its bound nothing is proved',
  ],
  [
    'a negative price',
    certified({ reciprocity: [['g1', 'g2', 's2', -1]] }),
    'certificate.reciprocity.0: -1 is no price in whole thousandths of a point',
  ],
  [
    'a broken price',
    certified({ weeks: { 'r1|2027-W03': 0.5 } }),
    'certificate.weeks.r1|2027-W03: 0.5 is no price in whole thousandths of a point',
  ],
  [
    'a price told twice',
    certified({
      reciprocity: [
        ['g1', 'g2', 's2', 1],
        ['g1', 'g2', 's2', 0],
      ],
    }),
    'certificate.reciprocity.1: ["g1","g2","s2"] stands there already',
  ],
  ['an endless price', certified({ capacity: { r1: 2 ** 60 } }), 'certificate.capacity.r1: '],
  // Without prices: s1 with r6 and t2 beside r1 and the trainee, 915 less the physicist, and s2 as it is.
  [
    'a bound that the prices do not prove',
    { ...certified({}), bound: -8_086, gap: 99 / 8_086 },
    'bound: the certificate proves -8085, not -8086',
  ],
  [
    'an impossible plan with teams',
    with1({ status: 'INFEASIBLE' }),
    'teams: teams of a plan that is impossible',
  ],
];

describe('the checker', () => {
  it('finds nothing wrong with the best of every plan', () => {
    fc.assert(
      fc.property(smallInstances(SMALL), (instance) => {
        const plan = bestPlan(instance);
        expect(plan && problems(instance, plan)).toEqual([]);
      }),
      { numRuns: 100, seed: 4 },
    );
  });

  it('proves with any prices a bound that the best plan does not pass', () => {
    const prices = fc.array(fc.integer({ min: 0, max: 900_000 }), { minLength: 1, maxLength: 40 });
    fc.assert(
      fc.property(smallInstances(SMALL), prices, (instance, given) => {
        const plan = bestPlan(instance);
        const proof = provedBound(caseOf(instance), certificateFor(instance, given));
        expect('bound' in proof && proof.bound / 1000).toBeGreaterThanOrEqual(plan?.objective ?? NaN);
      }),
      { numRuns: 150, seed: 4 },
    );
  });

  it('proves without prices the sum of the best teams, when nobody is wanted twice', () => {
    const plan = bestPlan(ALONE);
    const proof = provedBound(caseOf(ALONE), { capacity: {}, weeks: {}, reciprocity: [] });
    expect(proof).toEqual({ bound: (plan?.objective ?? NaN) * 1000 });
  });

  it('finds nothing wrong with a plan that keeps every rule', () => {
    expect(problems(RULED, RIGHT)).toEqual([]);
  });

  it('takes a bound that the prices prove, and any above it', () => {
    expect(problems(RULED, { ...certified({}), bound: -8_085, gap: 100 / 8_085 })).toEqual([]);
    expect(problems(RULED, certified({}))).toEqual([]);
  });

  it.each(FALSIFIED)('finds %s', (_, plan, expected) => {
    expect(problems(RULED, plan)).toContainEqual(expect.stringContaining(expected));
  });

  it('misses a pair without a score', () => {
    const scores: Instance['scores'] = [['r', 's', 7]];
    const plan = bestPlan(ALONE)!;
    expect(problems({ ...ALONE, scores }, plan)).toContain(
      'teams.0.members.1: "t" on "s": the pair has no score',
    );
  });

  it('takes nothing for impossible where nothing is pinned', () => {
    const plan = { ...bestPlan(ALONE)!, status: 'INFEASIBLE' as const, teams: [] };
    expect(problems(ALONE, plan)).toEqual([
      'status: nothing is pinned, so that a plan without anybody is possible',
    ]);
  });
});
