import type { Instance, InstanceAuditor, SeatedProfession } from '../matcher/instance';
import type { Relaxation } from '../matcher/plan';
import { applyRelaxation } from './apply-relaxation';
import { movesBetween } from './compare-plans';
import { factsOf, seatOf } from './facts';
import { bestFill, type EmptySeat } from './fill-seat';
import type { Neighbourhood } from './neighbourhood';
import { obstaclesTo } from './obstacles';
import { lackingSkills, missingSeats } from './plan-parts';
import { reopen, type Lift } from './reopening';
import type { Choice } from './reopening-model';
import type { Reopened } from './solve-reopening';
import { loadOf, teamOf, type Standing } from './standing';

/** Kinds of change that may fill a seat, the cheapest for the people concerned first. */
export const RELAXATION_KINDS = [
  'RESOLVE',
  'MORE_CAPACITY',
  'FREE_WEEK',
  'ANOTHER_WEEK',
  'ALLOW_PAIR',
  'ALLOW_RULE',
  'MORE_AUDITORS',
] as const;
export type RelaxationKind = (typeof RELAXATION_KINDS)[number];

/**
 * Rules that a coordinator may set aside with a reason (those of level REVIEW or WARN). The others keep people out who
 * are not independent, and nobody is asked to allow that.
 */
export const ALLOWABLE_RULES: ReadonlySet<string> = new Set([
  'C09',
  'C10',
  'C11',
  'C16',
  'C18',
  'LANGUAGE',
  'RECENCY',
]);

/** Weeks that are tried for a service besides its own. */
const OTHER_WEEKS = 5;

/** Under this name, instead of a rule's, a pair is allowed that was forbidden. */
const WITHDRAWN = 'FORBIDDEN';

/**
 * Tries each kind of change that could fill an empty seat, one at a time, by solving the neighbourhood anew with it.
 * @param isFree nothing blocks the seat: it can be filled as things are
 * @returns those that fill it, cheapest kind first, then by what they gain
 */
export async function findRelaxations(
  standing: Standing,
  near: Neighbourhood,
  target: EmptySeat,
  isFree: boolean,
): Promise<Relaxation[]> {
  const question: Question = { standing, near, target, found: [] };
  if (isFree) await resolve(question);
  else {
    await moreCapacity(question);
    await freeWeek(question);
    await anotherWeek(question);
    await allowPairs(question);
    await moreAuditors(question);
  }
  const effort = ({ kind }: Relaxation) => RELAXATION_KINDS.indexOf(kind as RelaxationKind);
  return question.found.sort((one, other) => effort(one) - effort(other) || other.gain - one.gain);
}

interface Question {
  standing: Standing;
  near: Neighbourhood;
  target: EmptySeat;
  found: Relaxation[];
}

/** Tries to fill the seat in an instance that is like the plan's but for one thing, or with limits lifted for one. */
async function attempt(
  { standing, near, target }: Question,
  changed: Instance | null,
  lift: Pick<Lift, 'limits' | 'covers'> | null,
): Promise<(Reopened & { filled: number; after: Standing }) | null> {
  const { facts } = standing;
  const plan: Standing = changed ? { ...standing, facts: factsOf(changed) } : standing;
  const service = plan.facts.services.get(target.service.id)!;
  const reopened = await bestFill(
    reopen(plan, near.seats),
    { ...target, service },
    lift && { ...lift, isForOne: true },
  );
  const { after } = reopened;
  if (!after) return null;
  let filled = 0;
  for (const id of near.seats.keys()) {
    const one = facts.services.get(id)!;
    filled += missingSeats(one, teamOf(standing, id)) - missingSeats(one, teamOf(after, id));
  }
  return { ...reopened, after, filled };
}

async function resolve(question: Question): Promise<void> {
  const done = await attempt(question, null, null);
  if (!done) return;
  add(question, 'RESOLVE', { moves: movesBetween(question.standing, done.after).length }, done);
}

/** One more audit for somebody: whoever helps most, and the next best. */
async function moreCapacity(question: Question): Promise<void> {
  const asked = new Set<string>();
  for (let times = 0; times < 2; times++) {
    const done = await attempt(question, null, {
      limits: new Set(['CAPACITY']),
      covers: (auditor) => ofSeat(question, auditor) && !asked.has(auditor.id),
    });
    const over = done?.chosen.find(({ auditor }) => loadOf(done.after, auditor.id) > auditor.capacity);
    if (!done || !over) return;
    const { id, capacity } = over.auditor;
    asked.add(id);
    add(question, 'MORE_CAPACITY', { auditor: id, capacity: capacity + 1 }, done);
  }
}

/** Somebody keeps a week free in which he is not. */
async function freeWeek(question: Question): Promise<void> {
  const asked = new Set<string>();
  for (let times = 0; times < 2; times++) {
    const done = await attempt(question, null, {
      limits: new Set(['UNAVAILABLE', 'UNAVAILABLE_IN_WEEK']),
      covers: (auditor) => ofSeat(question, auditor) && !asked.has(auditor.id),
    });
    const exempt = done && exemptOf(done.chosen);
    if (!exempt) return;
    asked.add(exempt.auditor.id);
    add(question, 'FREE_WEEK', { auditor: exempt.auditor.id, week: exempt.week ?? '' }, done);
  }
}

/** The service takes a week that it did not name. */
async function anotherWeek(question: Question): Promise<void> {
  const { standing, target } = question;
  const { instance } = standing.facts;
  const { id, weeks: own } = target.service;
  if (own.length === 0) return;
  const weeks = [...own, ...otherWeeks(question)];
  const services = instance.services.map((service) => (service.id === id ? { ...service, weeks } : service));
  const done = await attempt(question, { ...instance, services }, null);
  const week = done && teamOf(done.after, id).week;
  if (!done || week === null || week === undefined || own.includes(week)) return;
  add(question, 'ANOTHER_WEEK', { service: id, week }, done);
}

/** Weeks of the campaign in which most of the profession are free for the service, as the plan stands. */
function otherWeeks({ standing, target: { service, seat } }: Question): string[] {
  const { auditors, services } = standing.facts.instance;
  const weeks = [...new Set(services.flatMap((one) => one.weeks))].filter(
    (week) => !service.weeks.includes(week),
  );
  const people = auditors.filter(
    (auditor) =>
      seatOf(auditor) === seat &&
      !standing.facts.conflicts.get(service.id)?.has(auditor.id) &&
      loadOf(standing, auditor.id) < auditor.capacity,
  );
  return weeks
    .map((week) => ({
      week,
      free: people.filter((auditor) => obstaclesTo(standing, auditor, service, week, true).length === 0)
        .length,
    }))
    .sort((one, other) => other.free - one.free || (one.week < other.week ? -1 : 1))
    .slice(0, OTHER_WEEKS)
    .map(({ week }) => week);
}

/** A rule that may be set aside is, for the service or for one pair; or a prohibition is withdrawn. */
async function allowPairs(question: Question): Promise<void> {
  const { standing, near } = question;
  const { auditors, conflicts, forbidden } = standing.facts;
  const rules = new Set<string>();
  for (const id of near.seats.keys()) {
    if (forbidden.has(id)) rules.add(WITHDRAWN);
    for (const [auditor, codes] of conflicts.get(id) ?? [])
      if (ofSeat(question, auditors.get(auditor)!))
        for (const code of codes) if (ALLOWABLE_RULES.has(code)) rules.add(code);
  }
  for (const rule of [...rules].sort()) {
    const done = await attempt(question, null, {
      limits: new Set([rule]),
      covers: (auditor) => ofSeat(question, auditor),
    });
    const exempt = done && exemptOf(done.chosen);
    if (!exempt) continue;
    const service = exempt.open.service.id;
    add(question, 'ALLOW_PAIR', { auditor: exempt.auditor.id, service, rule }, done);
    if (rule !== WITHDRAWN) await allowRule(question, { rule, service });
  }
}

/** Without the rule at this service: it may let people of another profession in as well. */
async function allowRule(question: Question, detail: { rule: string; service: string }): Promise<void> {
  const wanted = { kind: 'ALLOW_RULE', detail, gain: 0, filled: 0 };
  const done = await attempt(question, applyRelaxation(question.standing.facts.instance, wanted), null);
  if (done) add(question, 'ALLOW_RULE', detail, done);
}

/** One more auditor of the profession, in the region of the service, with what the team lacks. */
async function moreAuditors(question: Question): Promise<void> {
  const { standing, target } = question;
  const { facts } = standing;
  const { service, seat } = target;
  const full = teamOf(standing, service.id).members.filter((member) => member.seat !== 'TRAINEE');
  const lacking = lackingSkills(
    facts,
    service,
    full.map(({ auditor }) => auditor),
  );
  const skills = [...new Set([...service.needs, ...lacking])];
  const needsLead =
    seat === 'RADIOLOGIST' &&
    !full.some((member) => member.seat === seat && facts.auditors.get(member.auditor)!.lead);
  const detail = {
    profession: seat,
    ...(service.region === null ? {} : { region: service.region }),
    capacity: usualCapacity(facts.instance, seat),
    ...(needsLead ? { lead: 1 } : {}),
    ...(skills.length > 0 ? { skills: skills.join(' ') } : {}),
  };
  const wanted = { kind: 'MORE_AUDITORS', detail, gain: 0, filled: 0 };
  const done = await attempt(question, applyRelaxation(facts.instance, wanted), null);
  if (done) add(question, 'MORE_AUDITORS', detail, done);
}

/** Half of a profession take no more audits than this. */
function usualCapacity({ auditors }: Instance, seat: SeatedProfession): number {
  const capacities = auditors
    .filter((auditor) => seatOf(auditor) === seat && auditor.capacity > 0)
    .map(({ capacity }) => capacity)
    .sort((one, other) => one - other);
  return capacities[Math.floor((capacities.length - 1) / 2)] ?? 1;
}

const ofSeat = ({ target }: Question, auditor: InstanceAuditor): boolean => seatOf(auditor) === target.seat;

/** Whoever a lifted limit lets in. */
const exemptOf = (chosen: readonly Choice[]): Choice | undefined => chosen.find(({ isExempt }) => isExempt);

function add(
  { found }: Question,
  kind: RelaxationKind,
  detail: Relaxation['detail'],
  { change, filled }: { change: number; filled: number },
): void {
  found.push({ kind, detail, gain: change, filled });
}
