import type { SeatedProfession } from '../matcher/instance';
import { addChoice, addColumn, addRow, emptyModel, type LinearModel } from '../matcher/linear-model';
import { groupsOfService, seatCount, under } from './facts';
import {
  candidatesFor,
  type Candidate,
  type Choosing,
  type Lift,
  type OpenService,
  type Reopening,
} from './reopening';
import { loadOf, teamOf } from './standing';

/** The open seats of a plan as a mixed-integer program, with the columns that callers add rows over. */
export interface ReopeningModel {
  reopening: Reopening;
  choosing: Choosing;
  model: LinearModel;
  choices: readonly Choice[];
  /** Empty required seats, one column for each service and profession. */
  missing: readonly { service: string; seat: SeatedProfession; column: number }[];
}

/** A candidate and his column. */
export interface Choice extends Candidate {
  column: number;
}

/**
 * Writes the open seats down: every rule of the model over the candidates, given the rest of the plan.
 * That two people share too many teams is left to the solver's answers (`solveReopening`).
 */
export function modelOf(reopening: Reopening, choosing: Choosing): ReopeningModel {
  const model = emptyModel();
  const choices = candidatesFor(reopening, choosing).map((candidate) => ({
    ...candidate,
    column: addColumn(model, candidate.gain, 0, 1, true),
  }));
  const { lift = null, wanted } = choosing;
  const written: Writing = { reopening, choosing, model, choices, missing: [], lift };
  const byService = groupBy(choices, ({ open }) => open);
  const byAuditor = groupBy(choices, ({ auditor }) => auditor.id);
  for (const open of reopening.open) writeTeam(written, open, byService.get(open) ?? []);
  writeLoads(written, byAuditor);
  writeWeeks(written, byAuditor);
  writeReciprocity(written);
  if (lift?.isForOne && !lift.limits.has('CAPACITY'))
    addRow(model, -Infinity, 1, choices.filter(({ isExempt }) => isExempt).map(columnOf));
  const isMust = ({ auditor, open, isPinned }: Choice) =>
    isPinned || (wanted?.auditor === auditor.id && wanted.service === open.service.id);
  for (const must of groupBy(choices.filter(isMust), keyOf).values()) addRow(model, 1, 1, must.map(columnOf));
  return written;
}

interface Writing extends ReopeningModel {
  missing: { service: string; seat: SeatedProfession; column: number }[];
  lift: Lift | null;
}

const keyOf = ({ auditor, open }: Choice): string => `${auditor.id} ${open.service.id}`;

const columnOf = ({ column }: Choice): number => column;

const isLifted = (lift: Lift | null, limit: string, { auditor, open }: Choice): boolean =>
  lift !== null && lift.limits.has(limit) && lift.covers(auditor, open.service);

/** Seats, week, lead, critical modalities and team mates of one service. */
function writeTeam(written: Writing, open: OpenService, choices: readonly Choice[]): void {
  const { model, reopening } = written;
  const { facts } = reopening.rest;
  const { weights } = facts.instance;
  const { service, seats, weeks } = open;
  const week = weeks.length > 1 ? new Map(weeks.map((one) => [one, addChoice(model, 0)])) : null;
  if (week) addRow(model, -Infinity, 1, [...week.values()]);
  for (const seat of seats) {
    const own = choices.filter((choice) => choice.seat === seat);
    const count = seatCount(service, seat);
    const columns = own.map(columnOf);
    if (seat === 'TRAINEE') {
      if (columns.length > 0) addRow(model, -Infinity, count, columns);
    } else {
      const column = addColumn(model, -weights.shortfall, 0, count, false);
      written.missing.push({ service: service.id, seat, column });
      addRow(model, count, count, [...columns, column]);
    }
    if (week)
      for (const [one, chosen] of week) {
        const then = own.filter((choice) => choice.week === one).map(columnOf);
        if (then.length > 0) addRow(model, -Infinity, 0, [...then, chosen], [...then.map(() => 1), -count]);
      }
  }
  const fixed = teamOf(reopening.rest, service.id).members;
  const full = choices.filter(({ seat }) => seat !== 'TRAINEE');
  const fixedFull = fixed
    .filter(({ seat }) => seat !== 'TRAINEE')
    .map(({ auditor }) => facts.auditors.get(auditor)!);

  const radiologists = full.filter(({ seat }) => seat === 'RADIOLOGIST');
  if (seats.includes('RADIOLOGIST')) {
    const isRequired = seatCount(service, 'RADIOLOGIST') > 1;
    const leads = radiologists.filter(({ auditor }) => auditor.lead).map(columnOf);
    const lacking = addColumn(model, -weights.missingLead, 0, 1, false);
    if (isRequired) addRow(model, 1, Infinity, [...leads, lacking]);
    else {
      const others = radiologists.filter(({ auditor }) => !auditor.lead).map(columnOf);
      addRow(model, -Infinity, 0, [...others, lacking], [...others.map(() => 1), -1]);
    }
  }
  for (const skill of new Set(service.critical)) {
    if (fixedFull.some((auditor) => auditor.skills.includes(skill))) continue;
    const masters = full.filter(({ auditor }) => auditor.skills.includes(skill)).map(columnOf);
    const lacking = addColumn(model, -weights.missingCritical, 0, 1, false);
    addRow(model, 1, Infinity, [...masters, lacking]);
  }
  writeMates(
    written,
    choices,
    fixed.map(({ auditor }) => auditor),
  );
}

/** Groups that may sit once on a team, people who may not sit together, and those who did last time. */
function writeMates(written: Writing, choices: readonly Choice[], fixed: readonly string[]): void {
  const { model, reopening, lift } = written;
  const { facts } = reopening.rest;
  const { pastPair } = facts.instance.weights;
  const ofGroup = new Map<string, number[]>();
  const ofAuditor = groupBy(choices, ({ auditor }) => auditor.id);
  for (const choice of choices)
    if (!isLifted(lift, 'SAME_GROUP', choice))
      for (const group of new Set(choice.auditor.groups)) under(ofGroup, group, () => []).push(choice.column);
  for (const columns of ofGroup.values()) if (columns.length > 1) addRow(model, -Infinity, 1, columns);
  for (const [id, own] of ofAuditor) {
    for (const mate of facts.teamConflicts.get(id) ?? []) {
      const theirs = ofAuditor.get(mate);
      if (!theirs || mate < id) continue;
      if ([own[0]!, theirs[0]!].some((choice) => isLifted(lift, 'TEAM_CONFLICT', choice))) continue;
      addRow(model, -Infinity, 1, [...own, ...theirs].map(columnOf));
    }
    for (const mate of facts.pastPairs.get(id) ?? []) {
      const theirs = ofAuditor.get(mate);
      if (fixed.includes(mate)) for (const { column } of own) model.cost[column]! -= pastPair;
      else if (theirs && mate > id) {
        const together = addColumn(model, -pastPair, 0, 1, false);
        const both = [...own, ...theirs].map(columnOf);
        addRow(model, -Infinity, 1, [...both, together], [...both.map(() => 1), -1]);
      }
    }
  }
}

/** Capacity, the cost of each further audit, and the minimum: unit steps, dearer one by one. */
function writeLoads(written: Writing, byAuditor: ReadonlyMap<string, readonly Choice[]>): void {
  const { model, reopening, lift } = written;
  const { facts } = reopening.rest;
  const { weights } = facts.instance;
  const extras: number[] = [];
  for (const [id, own] of byAuditor) {
    const auditor = facts.auditors.get(id)!;
    const load = loadOf(reopening.rest, id);
    const room = auditor.capacity - load;
    const services = new Set(own.map(({ open }) => open)).size;
    const covered = own.filter((choice) => isLifted(lift, 'CAPACITY', choice));
    const columns = own.map(columnOf);
    const most = Math.min(services, Math.max(0, room) + new Set(covered.map(({ open }) => open)).size);
    const steps = Array.from({ length: most }, (_, step) => {
      const n = load + step + 1;
      const gain = (n <= auditor.minimum ? weights.belowMinimum : 0) - facts.load[n - 1]!;
      return addColumn(model, gain, 0, 1, false);
    });
    addRow(model, 0, 0, [...columns, ...steps], [...columns.map(() => 1), ...steps.map(() => -1)]);
    if (covered.length === 0 || most <= room) continue;
    if (!lift!.isForOne) {
      const bound = own.filter((choice) => !covered.includes(choice)).map(columnOf);
      if (bound.length > 0) addRow(model, -Infinity, Math.max(0, room), bound);
      continue;
    }
    const extra = addChoice(model, 0);
    extras.push(extra);
    addRow(model, -Infinity, Math.max(0, room), [...columns, extra], [...columns.map(() => 1), -1]);
  }
  if (extras.length > 0) addRow(model, -Infinity, 1, extras);
}

/** One audit of an auditor in a week, and one week of an audit. */
function writeWeeks({ model, lift }: Writing, byAuditor: ReadonlyMap<string, readonly Choice[]>): void {
  for (const own of byAuditor.values()) {
    const dated = own.filter((choice) => choice.week !== null && !isLifted(lift, 'BUSY_WEEK', choice));
    for (const then of groupBy(dated, ({ week }) => week).values())
      if (then.length > 1) addRow(model, -Infinity, 1, then.map(columnOf));
  }
}

/** Between two groups, audits go one way only. */
function writeReciprocity({ model, choices, lift }: Writing): void {
  const towards = new Map<string, Map<string, Choice[]>>();
  for (const choice of choices) {
    if (isLifted(lift, 'RECIPROCITY', choice)) continue;
    for (const to of groupsOfService(choice.open.service))
      for (const from of new Set(choice.auditor.groups))
        if (from !== to)
          under(
            under(towards, from, () => new Map<string, Choice[]>()),
            to,
            () => [],
          ).push(choice);
  }
  for (const [from, list] of towards)
    for (const [to, there] of list) {
      const back = towards.get(to)?.get(from);
      if (!back || to < from) continue;
      const direction = addChoice(model, 0);
      for (const { column } of there) addRow(model, -Infinity, 0, [column, direction], [1, -1]);
      for (const { column } of back) addRow(model, -Infinity, 1, [column, direction]);
    }
}

function groupBy<Item, Key>(items: readonly Item[], keyOf: (item: Item) => Key): Map<Key, Item[]> {
  const groups = new Map<Key, Item[]>();
  for (const item of items) under(groups, keyOf(item), () => []).push(item);
  return groups;
}
