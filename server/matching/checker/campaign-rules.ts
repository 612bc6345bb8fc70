import type { Plan } from '../matcher/plan';
import { filed, groupsOf, type Case, type Seated } from './case';
import type { PlanProblem } from './problem';

/** Rules that join teams: capacity, one audit a week, pins, reciprocity, teams that two people share. */
export function campaignProblems(given: Case, plan: Plan, seated: readonly Seated[]): PlanProblem[] {
  return [
    ...personalProblems(plan, seated),
    ...pinProblems(given, seated),
    ...reciprocityProblems(seated),
    ...sharingProblems(given, seated),
  ];
}

const placeOf = ({ team, member }: Seated) => ['teams', team, 'members', member];

function personalProblems(plan: Plan, seated: readonly Seated[]): PlanProblem[] {
  const problems: PlanProblem[] = [];
  const files = filed(seated, ({ auditor }) => auditor.id);
  for (const [id, audits] of files) {
    const capacity = audits[0]?.auditor.capacity ?? 0;
    for (const over of audits.slice(capacity))
      problems.push({
        path: placeOf(over),
        message: `"${id}" has ${audits.length} audits, capacity ${capacity}`,
      });
    const busy = new Map<string, string>();
    for (const audit of audits) {
      if (audit.week === null) continue;
      const other = busy.get(audit.week);
      if (other !== undefined)
        problems.push({
          path: placeOf(audit),
          message: `"${id}" is on "${other}" and on "${audit.service.id}" in ${audit.week}`,
        });
      busy.set(audit.week, audit.service.id);
    }
    if (own(plan.load, id) !== audits.length)
      problems.push({
        path: ['load', id],
        message: `"${id}" has ${audits.length} audits, the list says ${String(own(plan.load, id))}`,
      });
  }
  for (const id of Object.keys(plan.load))
    if (!files.has(id)) problems.push({ path: ['load', id], message: `"${id}" has no audit` });
  return problems;
}

/** An id may be called like a property that every object has. */
function own(record: Readonly<Record<string, number>>, key: string): number | undefined {
  return Object.hasOwn(record, key) ? record[key] : undefined;
}

function pinProblems({ instance }: Case, seated: readonly Seated[]): PlanProblem[] {
  const there = new Set(seated.map(({ auditor, service }) => JSON.stringify([auditor.id, service.id])));
  return instance.pinned
    .filter((pin) => !there.has(JSON.stringify(pin)))
    .map(([auditor, service]) => ({
      path: ['teams'],
      message: `"${auditor}" is pinned on "${service}" and not there`,
    }));
}

/** For two groups, once one audits the other, the other does not audit it. */
function reciprocityProblems(seated: readonly Seated[]): PlanProblem[] {
  const audits = new Map<string, Seated>();
  const directions = seated.flatMap((entry) =>
    entry.auditor.groups.flatMap((from) =>
      groupsOf(entry.service)
        .filter((to) => to !== from)
        .map((to) => ({ entry, from, to })),
    ),
  );
  for (const { entry, from, to } of directions) audits.set(JSON.stringify([from, to]), entry);
  return directions.flatMap(({ entry, from, to }) => {
    const back = audits.get(JSON.stringify([to, from]));
    return back && from < to
      ? [
          {
            path: placeOf(entry),
            message: `group "${from}" audits "${entry.service.id}" of "${to}", which audits "${back.service.id}" of it`,
          },
        ]
      : [];
  });
}

function sharingProblems({ instance }: Case, seated: readonly Seated[]): PlanProblem[] {
  const { sharedTeams } = instance.weights;
  const problems: PlanProblem[] = [];
  const times = new Map<string, number>();
  for (const members of filed(seated, ({ service }) => service.id).values()) {
    for (const [place, entry] of members.entries()) {
      for (const mate of members.slice(0, place)) {
        const key = JSON.stringify([entry.auditor.id, mate.auditor.id].sort());
        const count = (times.get(key) ?? 0) + 1;
        times.set(key, count);
        if (count > sharedTeams)
          problems.push({
            path: placeOf(entry),
            message: `${key} share ${count} teams, at most ${sharedTeams}`,
          });
      }
    }
  }
  return problems;
}
