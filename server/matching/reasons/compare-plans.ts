import { SEATED_PROFESSIONS, type Instance, type SeatedProfession } from '../matcher/instance';
import type { Plan } from '../matcher/plan';
import { memberValue, seatCount } from './facts';
import { figuresOf, type PlanFigures } from './plan-figures';
import { lessParts, partsOf, totalOf, type PlanParts } from './plan-parts';
import { servicesOf, standingOf, teamOf, type Standing } from './standing';

/** An auditor who serves elsewhere than before; from nowhere when he joins, to nowhere when he is not needed any more. */
export interface Move {
  auditor: string;
  from: string | null;
  to: string | null;
}

/** A service whose team or week changes. */
export interface TeamChange {
  service: string;
  leaves: readonly string[];
  joins: readonly string[];
  weekBefore: string | null;
  weekAfter: string | null;
  /** What its team is worth to it, points. */
  valueBefore: number;
  valueAfter: number;
}

/** Required seats of a service that one plan fills and the other does not. */
export interface SeatChange {
  service: string;
  seat: SeatedProfession;
  count: number;
}

/** Two plans of one instance, in business terms. */
export interface PlanComparison {
  moves: readonly Move[];
  teams: readonly TeamChange[];
  seatsFilled: readonly SeatChange[];
  seatsEmptied: readonly SeatChange[];
  objective: { before: number; after: number };
  parts: { before: PlanParts; after: PlanParts; difference: PlanParts };
  figures: { before: PlanFigures; after: PlanFigures };
}

/** What changes from one plan of an instance to another: who moves, who gains and who loses, and what it costs. */
export function comparePlans(
  instance: Instance,
  before: Pick<Plan, 'teams'>,
  after: Pick<Plan, 'teams'>,
): PlanComparison {
  return compareStandings(standingOf(instance, before), standingOf(instance, after));
}

/** The same, of plans as they stand. */
export function compareStandings(before: Standing, after: Standing): PlanComparison {
  const [partsBefore, partsAfter] = [partsOf(before), partsOf(after)];
  const seats = seatChanges(before, after);
  return {
    moves: movesBetween(before, after),
    teams: teamChanges(before, after),
    seatsFilled: seats.filter(({ count }) => count > 0),
    seatsEmptied: seats
      .filter(({ count }) => count < 0)
      .map(({ count, ...change }) => ({ ...change, count: -count })),
    objective: { before: totalOf(partsBefore), after: totalOf(partsAfter) },
    parts: { before: partsBefore, after: partsAfter, difference: lessParts(partsAfter, partsBefore) },
    figures: { before: figuresOf(before), after: figuresOf(after) },
  };
}

/** Who serves elsewhere: what an auditor loses and gains, put together in the order of ids. */
export function movesBetween(before: Standing, after: Standing): Move[] {
  const auditors = [...new Set([...before.audits.keys(), ...after.audits.keys()])].sort();
  return auditors.flatMap((auditor) => {
    const had = servicesOf(before, auditor);
    const has = servicesOf(after, auditor);
    const lost = had.filter((id) => !has.includes(id));
    const gained = has.filter((id) => !had.includes(id));
    return Array.from({ length: Math.max(lost.length, gained.length) }, (_, at) => ({
      auditor,
      from: lost[at] ?? null,
      to: gained[at] ?? null,
    }));
  });
}

function teamChanges(before: Standing, after: Standing): TeamChange[] {
  return before.facts.instance.services.flatMap(({ id }) => {
    const had = teamOf(before, id);
    const has = teamOf(after, id);
    const names = (team: typeof had) => team.members.map(({ auditor }) => auditor);
    const leaves = names(had).filter((auditor) => !names(has).includes(auditor));
    const joins = names(has).filter((auditor) => !names(had).includes(auditor));
    if (leaves.length === 0 && joins.length === 0 && had.week === has.week) return [];
    return [
      {
        service: id,
        leaves,
        joins,
        weekBefore: had.week,
        weekAfter: has.week,
        valueBefore: teamValue(before, id),
        valueAfter: teamValue(after, id),
      },
    ];
  });
}

/** What a team is worth to its service: the values of its members, trainees' shares included. */
export function teamValue({ facts, teams }: Standing, id: string): number {
  const service = facts.services.get(id)!;
  const members = teams.get(id)?.members ?? [];
  return members.reduce(
    (sum, { auditor }) => sum + memberValue(facts, facts.auditors.get(auditor)!, service),
    0,
  );
}

function seatChanges(before: Standing, after: Standing): SeatChange[] {
  return before.facts.instance.services
    .flatMap((service) =>
      SEATED_PROFESSIONS.map((seat) => {
        const filled = (standing: Standing) =>
          Math.min(
            seatCount(service, seat),
            teamOf(standing, service.id).members.filter((member) => member.seat === seat).length,
          );
        return { service: service.id, seat, count: filled(after) - filled(before) };
      }),
    )
    .filter(({ count }) => count !== 0);
}
