import { SEATED_PROFESSIONS, type PlanSeat } from '../matcher/instance';
import type { Plan } from '../matcher/plan';
import { filed, type Case, type Seated } from './case';
import type { PlanProblem } from './problem';

/** Rules that a seat breaks by itself: no such service or auditor, conflict, forbidden, no score, wrong seat, absence. */
export function seatProblems(given: Case, plan: Plan, seated: readonly Seated[]): PlanProblem[] {
  const problems: PlanProblem[] = [];
  for (const [team, { service, week, members }] of plan.teams.entries()) {
    const known = given.services.get(service);
    if (!known)
      problems.push({ path: ['teams', team, 'service'], message: `there is no service "${service}"` });
    else if (members.length === 0 || known.weeks.length === 0) {
      if (week !== null)
        problems.push({ path: ['teams', team, 'week'], message: 'a week that nothing asks for' });
    } else if (week === null || !known.weeks.includes(week))
      problems.push({
        path: ['teams', team, 'week'],
        message: `week ${String(week)} is none of ${known.weeks.join(', ')}`,
      });
    for (const [member, { auditor }] of members.entries())
      if (!given.auditors.has(auditor))
        problems.push({
          path: ['teams', team, 'members', member, 'auditor'],
          message: `there is no auditor "${auditor}"`,
        });
  }
  return [...problems, ...seated.flatMap((entry) => oneSeat(given, entry))];
}

function oneSeat(given: Case, entry: Seated): PlanProblem[] {
  const { auditor, service, seat, week } = entry;
  const whys: string[] = [];
  const rule = given.conflictOf(auditor.id, service.id);
  if (rule !== undefined) whys.push(`rule ${rule} keeps them apart`);
  if (given.isForbidden(auditor.id, service.id)) whys.push('the pair is forbidden');
  if (given.instance.scores && given.scoreOf(auditor.id, service.id) === undefined)
    whys.push('the pair has no score');
  const own: PlanSeat = auditor.trainee ? 'TRAINEE' : auditor.profession;
  if (seat !== own) whys.push(`the seat is ${seat}, he takes ${own}`);
  if (week !== null && auditor.unavailableWeeks.includes(week)) whys.push(`he is not available in ${week}`);
  const mustLead = seat === 'RADIOLOGIST' && service.seats.RADIOLOGIST === 1;
  if (mustLead && !auditor.lead && !given.isPinned(auditor.id, service.id))
    whys.push('the only radiologist must have the right to lead');
  return whys.map((why) => ({
    path: ['teams', entry.team, 'members', entry.member],
    message: `"${auditor.id}" on "${service.id}": ${why}`,
  }));
}

/** Rules that the members of one team break together: seats, groups, ties between two of them, who leads. */
export function teamProblems(given: Case, plan: Plan, seated: readonly Seated[]): PlanProblem[] {
  const problems: PlanProblem[] = [];
  const first = new Map<string, number>();
  for (const [index, { service }] of plan.teams.entries()) {
    if (first.has(service))
      problems.push({ path: ['teams', index], message: `a second team for "${service}"` });
    first.set(service, index);
  }
  for (const [team, members] of filed(seated, (entry) => entry.team)) {
    const tell = (member: number, message: string) =>
      problems.push({ path: ['teams', team, 'members', member], message });
    const taken = new Map<PlanSeat, number>();
    for (const [place, { auditor, seat, service, member }] of members.entries()) {
      taken.set(seat, (taken.get(seat) ?? 0) + 1);
      if ((taken.get(seat) ?? 0) > seatsOf(service, seat))
        tell(member, `"${service.id}" has ${seatsOf(service, seat)} seats ${seat}`);
      for (const { auditor: mate } of members.slice(0, place)) {
        if (mate.id === auditor.id) tell(member, `"${auditor.id}" sits there twice`);
        const common = auditor.groups.find((group) => mate.groups.includes(group));
        if (mate.id !== auditor.id && common !== undefined)
          tell(member, `"${auditor.id}" and "${mate.id}" are both of group "${common}"`);
        if (given.isTeamConflict(auditor.id, mate.id))
          tell(member, `"${auditor.id}" and "${mate.id}" must not sit on one team`);
      }
    }
    problems.push(...leadProblems(plan, team, members));
  }
  return problems;
}

function seatsOf(service: Seated['service'], seat: PlanSeat): number {
  return seat === 'TRAINEE' ? Number(service.traineeSeat) : (service.seats[seat] ?? 0);
}

function leadProblems(plan: Plan, team: number, members: readonly Seated[]): PlanProblem[] {
  // A result from elsewhere may leave out who leads.
  const lead = (plan.teams[team] as { lead?: string | null } | undefined)?.lead;
  if (lead === undefined) return [];
  const able = members.filter(({ auditor }) => auditor.lead && !auditor.trainee);
  const path = ['teams', team, 'lead'];
  if (lead !== null && !able.some(({ auditor }) => auditor.id === lead))
    return [{ path, message: `"${lead}" is no full member with the right to lead` }];
  if (lead === null && able.some(({ seat }) => seat === 'RADIOLOGIST'))
    return [{ path, message: 'nobody leads, although one of the radiologists may' }];
  return [];
}

/** Whether the list of empty seats is the one that the teams leave. */
export function shortfallProblems(given: Case, plan: Plan, seated: readonly Seated[]): PlanProblem[] {
  const problems: PlanProblem[] = [];
  const told = new Map<string, number>();
  for (const [index, { service, seat, missing }] of plan.shortfalls.entries()) {
    const key = JSON.stringify([service, seat]);
    if (told.has(key)) problems.push({ path: ['shortfalls', index], message: `${key} stands there already` });
    if (!given.services.has(service))
      problems.push({ path: ['shortfalls', index, 'service'], message: `there is no service "${service}"` });
    told.set(key, missing);
  }
  const teams = filed(seated, (entry) => entry.service.id);
  for (const service of given.instance.services) {
    for (const seat of SEATED_PROFESSIONS) {
      const taken = (teams.get(service.id) ?? []).filter((entry) => entry.seat === seat).length;
      const missing = Math.max(0, (service.seats[seat] ?? 0) - taken);
      const claimed = told.get(JSON.stringify([service.id, seat])) ?? 0;
      if (missing !== claimed)
        problems.push({
          path: ['shortfalls'],
          message: `"${service.id}" lacks ${missing} ${seat}, the list says ${claimed}`,
        });
    }
  }
  return problems;
}
