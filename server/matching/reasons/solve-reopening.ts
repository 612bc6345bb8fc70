import { solveMilp, type MilpLimits } from '../matcher/highs';
import { addRow } from '../matcher/linear-model';
import { worthOf } from './plan-parts';
import type { Choice, ReopeningModel } from './reopening-model';
import { copyOf, setWeek, sit, teamOf, type Standing } from './standing';

/** What became of open seats. */
export interface Reopened {
  /** PROVED: nothing better fits; FOUND: a plan, perhaps not the best; IMPOSSIBLE: proved that nothing fits; UNKNOWN: out of work. */
  end: 'PROVED' | 'FOUND' | 'IMPOSSIBLE' | 'UNKNOWN';
  /** The whole plan with the open seats taken anew; null when nothing was found. */
  after: Standing | null;
  /** Change of the whole plan's objective, counted anew from the instance. */
  change: number;
  /** Who sits on the open seats now. */
  chosen: readonly Choice[];
}

/** Work that one question may cost: counted, the same on every machine. */
export const QUESTION_LIMITS: MilpLimits = { nodes: 400, iterations: 60_000 };

/** Answers in which two people share too many teams are refused one by one; so often at most. */
const REFUSALS = 12;

/**
 * Takes the open seats anew, as well as the model's gains say. Adds rows to the model when two people would share
 * more teams than they may.
 */
export async function solveReopening(
  written: ReopeningModel,
  limits: MilpLimits = QUESTION_LIMITS,
): Promise<Reopened> {
  const nothing = { after: null, change: 0, chosen: [] };
  for (let refusals = 0; refusals <= REFUSALS; refusals++) {
    const { end, values } = await solveMilp(written.model, limits);
    if (end === 'INFEASIBLE') return { end: 'IMPOSSIBLE', ...nothing };
    if (!values) return { end: 'UNKNOWN', ...nothing };
    const chosen = written.choices.filter(({ column }) => values[column]! > 0.5);
    const after = seated(written, chosen);
    if (refuseSharedTeams(written, chosen, after)) continue;
    return { end: end === 'OPTIMAL' ? 'PROVED' : 'FOUND', after, change: changeOf(written, after), chosen };
  }
  return { end: 'UNKNOWN', ...nothing };
}

/** The whole plan with the chosen on the open seats. */
function seated({ reopening }: ReopeningModel, chosen: readonly Choice[]): Standing {
  const after = copyOf(reopening.rest);
  for (const { auditor, open, seat, week } of chosen) {
    if (open.weeks.length > 1 || teamOf(after, open.service.id).members.length === 0)
      setWeek(after, open.service.id, week);
    sit(after, auditor.id, open.service.id, seat);
  }
  return after;
}

function changeOf({ reopening: { before, open }, choices }: ReopeningModel, after: Standing): number {
  const services = open.map(({ service }) => service.id);
  const auditors = [
    ...choices.map(({ auditor }) => auditor.id),
    ...services.flatMap((id) => teamOf(before, id).members.map(({ auditor }) => auditor)),
  ];
  return worthOf(after, services, auditors) - worthOf(before, services, auditors);
}

/** Forbids what two people share too much: not all of those assignments again. */
function refuseSharedTeams(
  { model, choices, choosing }: ReopeningModel,
  chosen: readonly Choice[],
  after: Standing,
): boolean {
  const { lift } = choosing;
  const { sharedTeams } = after.facts.instance.weights;
  const isLifted = ({ auditor, open }: Choice) =>
    lift?.limits.has('SHARED_TEAMS') === true && lift.covers(auditor, open.service);
  const chosenHere = new Map(
    chosen.map((choice) => [`${choice.auditor.id} ${choice.open.service.id}`, choice]),
  );
  const seen = new Set<string>();
  let isRefused = false;
  for (const { auditor, open } of chosen)
    for (const { auditor: mate } of teamOf(after, open.service.id).members) {
      const [one, other] = [auditor.id, mate].sort() as [string, string];
      if (one === other || seen.has(`${one} ${other}`)) continue;
      seen.add(`${one} ${other}`);
      const theirs = after.audits.get(other)!;
      const shared = [...after.audits.get(one)!].filter((id) => theirs.has(id));
      const own = shared.flatMap((id) =>
        [chosenHere.get(`${one} ${id}`), chosenHere.get(`${other} ${id}`)].filter(
          (choice) => choice !== undefined,
        ),
      );
      const exempt = new Set(own.filter(isLifted).map((choice) => choice.open.service.id));
      if (shared.length - exempt.size <= sharedTeams) continue;
      const bound = own.filter((choice) => !exempt.has(choice.open.service.id));
      const columns = bound.flatMap((choice) =>
        choices
          .filter((same) => same.auditor === choice.auditor && same.open === choice.open)
          .map(({ column }) => column),
      );
      if (columns.length === 0) continue;
      addRow(model, -Infinity, bound.length - 1, columns);
      isRefused = true;
    }
  return isRefused;
}
