import { RADIOLOGIST, SEAT_KINDS, SEATS, TRAINEE, valueOf, type Compiled, type Solution } from './compiled';
import { SEATED_PROFESSIONS } from './instance';
import { membersOf } from './objective';
import type { Plan, PlanTeam, Shortfall } from './plan';

/** Who leads a team: of the radiologists who may, the one worth most to it; then anybody else who may. */
function leadOf(c: Compiled, s: number, members: readonly number[]): string | null {
  const able = members.filter((a) => c.lead[a] === 1);
  const rank = (a: number) => (c.seatOf[a] === RADIOLOGIST ? 0 : 1);
  able.sort(
    (one, other) => rank(one) - rank(other) || valueOf(c, s, other) - valueOf(c, s, one) || one - other,
  );
  return able[0] === undefined ? null : c.auditors[able[0]]!.id;
}

/** A solution in ids: teams of all services in the order of their ids, empty seats, loads. */
export function planOf(c: Compiled, solution: Solution): Pick<Plan, 'teams' | 'shortfalls' | 'load'> {
  const teams: PlanTeam[] = [];
  const shortfalls: Shortfall[] = [];
  const audits = new Int32Array(c.auditorCount);
  for (let s = 0; s < c.serviceCount; s += 1) {
    const members = membersOf(c, solution, s);
    members.forEach((a) => (audits[a]! += 1));
    const week = solution.week[s]!;
    teams.push({
      service: c.services[s]!.id,
      week: week < 0 || members.length === 0 ? null : c.weeks[week]!,
      members: members.map((a) => ({ auditor: c.auditors[a]!.id, seat: SEATS[c.seatOf[a]!]! })),
      lead: leadOf(c, s, members),
      value: members.reduce((sum, a) => sum + valueOf(c, s, a), 0),
    });
    for (let kind = 0; kind < TRAINEE; kind += 1) {
      const seated = members.filter((a) => c.seatOf[a] === kind).length;
      const missing = c.seats[s * SEAT_KINDS + kind]! - seated;
      if (missing > 0)
        shortfalls.push({
          service: c.services[s]!.id,
          seat: SEATED_PROFESSIONS[kind]!,
          missing,
          blocking: [],
          relaxations: [],
        });
    }
  }
  // Made of entries, for an id may be called like what every object has.
  const load = Object.fromEntries(
    c.auditors.map(({ id }, a) => [id, audits[a]!] as const).filter(([, n]) => n > 0),
  );
  return { teams, shortfalls, load };
}
