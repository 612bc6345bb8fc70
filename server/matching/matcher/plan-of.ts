import { RADIOLOGIST, SEAT_KINDS, SEATS, TRAINEE, valueOf, type Compiled, type Solution } from './compiled';
import { SEATED_PROFESSIONS } from './instance';
import { membersOf } from './objective';
import type { Plan, PlanTeam, Shortfall } from './plan';
import { emptyState } from './plan-state';

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
  const load: Record<string, number> = {};
  audits.forEach((n, a) => {
    if (n > 0) load[c.auditors[a]!.id] = n;
  });
  return { teams, shortfalls, load };
}

/** The solution that teams describe; services that are not among them have nobody, in their first week. */
export function solutionOfTeams(c: Compiled, teams: readonly PlanTeam[]): Solution {
  const { member, week } = emptyState(c);
  const serviceNumber = new Map(c.services.map(({ id }, s) => [id, s]));
  const auditorNumber = new Map(c.auditors.map(({ id }, a) => [id, a]));
  for (const team of teams) {
    const s = serviceNumber.get(team.service)!;
    if (team.week !== null) week[s] = c.weeks.indexOf(team.week);
    for (const { auditor } of team.members) {
      const a = auditorNumber.get(auditor)!;
      let slot = c.slotFrom[s]!;
      while (c.slotKind[slot] !== c.seatOf[a] || member[slot]! >= 0) slot += 1;
      member[slot] = a;
    }
  }
  return { member, week };
}
