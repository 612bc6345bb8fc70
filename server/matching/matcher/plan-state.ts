import {
  NO_PAIR,
  ONE_LEAD,
  RADIOLOGIST,
  SOLE_LEAD,
  TRAINEE,
  valueOf,
  type Compiled,
  type Solution,
} from './compiled';

/** A plan under construction: who sits where, and everything that tells in constant time what may change. */
export interface PlanState extends Solution {
  readonly c: Compiled;
  /** Team value that every service should reach, and the points that each point below costs; 0 and 0 unless max-min. */
  floor: number;
  floorCost: number;
  /** 1 for slots whose member is pinned. */
  readonly fixed: Uint8Array;
  /** Audits of each auditor. */
  readonly audits: Int32Array;
  /** Slots of each auditor, from `slotsFrom[a]`, as many as he has audits. */
  readonly slotsOf: Int32Array;
  readonly slotsFrom: Int32Array;
  /** Service + 1 that an auditor is on in a week, at `a * weekCount + w`. */
  readonly busy: Int32Array;
  /** Assignments that take each direction between two groups. */
  readonly directions: Uint16Array;
  /** What each team is worth: its pairs less what its service lacks; load is apart. */
  readonly teamScore: Float64Array;
  /** What each team loses for what it lacks: its pairs' points less its score. */
  readonly lacking: Float64Array;
  /** 1 for auditors who have a past pair. */
  readonly hasPast: Uint8Array;
  objective: number;
  /** Required seats that nobody takes. */
  empty: number;
}

/** The plan in which nobody is anywhere, each service in its first week. */
export function emptyState(c: Compiled): PlanState {
  const slotsFrom = new Int32Array(c.auditorCount + 1);
  for (let a = 0; a < c.auditorCount; a += 1)
    slotsFrom[a + 1] = slotsFrom[a]! + Math.min(c.capacity[a]!, c.serviceCount);
  const hasPast = new Uint8Array(c.auditorCount);
  for (let at = 0; at < c.past.words.length; at += 1)
    if (c.past.words[at] !== 0) hasPast[Math.floor(at / c.past.stride)] = 1;
  const state: PlanState = {
    c,
    floor: 0,
    floorCost: 0,
    member: new Int32Array(c.slotKind.length).fill(-1),
    week: Int32Array.from({ length: c.serviceCount }, (_, s) => {
      const first = c.serviceWeeks.from[s]!;
      return first < c.serviceWeeks.from[s + 1]! ? c.serviceWeeks.items[first]! : -1;
    }),
    fixed: new Uint8Array(c.slotKind.length),
    audits: new Int32Array(c.auditorCount),
    slotsOf: new Int32Array(slotsFrom[c.auditorCount]!),
    slotsFrom,
    busy: new Int32Array(c.auditorCount * c.weekCount),
    directions: new Uint16Array(c.twoSided * c.twoSided),
    teamScore: new Float64Array(c.serviceCount),
    lacking: new Float64Array(c.serviceCount),
    hasPast,
    objective: 0,
    empty: c.requiredSeats,
  };
  for (let s = 0; s < c.serviceCount; s += 1) {
    rescore(state, s);
  }
  for (let a = 0; a < c.auditorCount; a += 1) state.objective -= c.weights.belowMinimum * c.minimum[a]!;
  return state;
}

/** What a team is worth as it stands: pairs, less empty seats, missing lead, missing modalities and past pairs. */
function scoreTeam(state: PlanState, s: number): number {
  const { c, member, hasPast } = state;
  const { weights, worth, slotKind } = c;
  const base = s * c.auditorCount;
  const first = c.slotFrom[s]!;
  const end = c.slotFrom[s + 1]!;
  let points = 0;
  let score = 0;
  let leads = 0;
  let radiologists = 0;
  for (let slot = first; slot < end; slot += 1) {
    const a = member[slot]!;
    if (a < 0) {
      if (slotKind[slot] !== TRAINEE) score -= weights.shortfall;
      continue;
    }
    points += worth[base + a]!;
    if (slotKind[slot] === RADIOLOGIST) {
      radiologists += 1;
      leads += c.lead[a]!;
    }
    if (hasPast[a] === 1)
      for (let other = first; other < slot; other += 1) {
        const b = member[other]!;
        if (b >= 0 && ((c.past.words[a * c.past.stride + (b >>> 5)]! >>> (b & 31)) & 1) === 1)
          score -= weights.pastPair;
      }
  }
  if (state.floorCost > 0) score -= state.floorCost * Math.max(0, state.floor - teamValue(state, s));
  const rule = c.leadRule[s]!;
  if (leads === 0 && (rule === ONE_LEAD || (rule === SOLE_LEAD && radiologists > 0)))
    score -= weights.missingLead;
  const words = c.criticalWords;
  for (let w = 0; w < words; w += 1) {
    let missing = c.critical[s * words + w]!;
    if (missing === 0) continue;
    for (let slot = first; slot < end; slot += 1) {
      const a = member[slot]!;
      if (a >= 0) missing &= ~c.mastered[a * words + w]!;
    }
    for (; missing !== 0; missing &= missing - 1) score -= weights.missingCritical;
  }
  state.lacking[s] = -score;
  return points + score;
}

/** Sum of the values of a team's pairs; above every floor when the service requires nobody. */
export function teamValue(state: PlanState, s: number): number {
  const { c, member } = state;
  let value = 0;
  let required = false;
  for (let slot = c.slotFrom[s]!; slot < c.slotFrom[s + 1]!; slot += 1) {
    if (c.slotKind[slot] !== TRAINEE) required = true;
    if (member[slot]! >= 0) value += valueOf(c, s, member[slot]!);
  }
  return required ? value : Infinity;
}

function rescore(state: PlanState, s: number): void {
  const score = scoreTeam(state, s);
  state.objective += score - state.teamScore[s]!;
  state.teamScore[s] = score;
}

/** Asks every team to reach a value, at so many points for each point below; 0 and 0 ask nothing. */
export function setFloor(state: PlanState, floor: number, floorCost: number): void {
  state.floor = floor;
  state.floorCost = floorCost;
  for (let s = 0; s < state.c.serviceCount; s += 1) rescore(state, s);
}

/** Value of the worst-off team; of services that require nobody none counts. */
export function worstValue(state: PlanState): number {
  let worst = Infinity;
  for (let s = 0; s < state.c.serviceCount; s += 1) worst = Math.min(worst, teamValue(state, s));
  return worst;
}

function countDirections(state: PlanState, s: number, a: number, by: 1 | -1): void {
  const { auditorGroups, serviceGroups, twoSided } = state.c;
  const end = auditorGroups.from[a + 1]!;
  const last = serviceGroups.from[s + 1]!;
  for (let i = auditorGroups.from[a]!; i < end; i += 1)
    for (let j = serviceGroups.from[s]!; j < last; j += 1) {
      const g = auditorGroups.items[i]!;
      const h = serviceGroups.items[j]!;
      if (g !== h) state.directions[g * twoSided + h]! += by;
    }
}

/** Whether no audit in the plan goes the other way between the groups of an auditor and those of a service. */
export function isOneWay(state: PlanState, s: number, a: number): boolean {
  const { auditorGroups, serviceGroups, twoSided } = state.c;
  const end = auditorGroups.from[a + 1]!;
  const last = serviceGroups.from[s + 1]!;
  for (let i = auditorGroups.from[a]!; i < end; i += 1)
    for (let j = serviceGroups.from[s]!; j < last; j += 1) {
      const g = auditorGroups.items[i]!;
      const h = serviceGroups.items[j]!;
      if (g !== h && state.directions[h * twoSided + g]! > 0) return false;
    }
  return true;
}

/** Teams that two auditors share. */
export function sharedTeams(state: PlanState, a: number, b: number): number {
  const { slotService } = state.c;
  const fromA = state.slotsFrom[a]!;
  const fromB = state.slotsFrom[b]!;
  let shared = 0;
  for (let i = fromA; i < fromA + state.audits[a]!; i += 1)
    for (let j = fromB; j < fromB + state.audits[b]!; j += 1)
      if (slotService[state.slotsOf[i]!] === slotService[state.slotsOf[j]!]) shared += 1;
  return shared;
}

/**
 * Whether an auditor may sit on a slot beside those who sit on its service now: pair, team mates, reciprocity.
 * Capacity and week are for `isFree`. Whoever sits on the slot itself must have left it.
 */
export function fits(state: PlanState, slot: number, a: number): boolean {
  const { c, member, audits } = state;
  const s = c.slotService[slot]!;
  if (c.seatOf[a] !== c.slotKind[slot]) return false;
  if (c.worth[s * c.auditorCount + a]! === NO_PAIR) return false;
  const row = a * c.apart.stride;
  const most = c.weights.sharedTeams;
  const end = c.slotFrom[s + 1]!;
  for (let other = c.slotFrom[s]!; other < end; other += 1) {
    const b = member[other]!;
    if (b < 0) continue;
    if (b === a || ((c.apart.words[row + (b >>> 5)]! >>> (b & 31)) & 1) === 1) return false;
    if (audits[a]! >= most && audits[b]! > most && sharedTeams(state, a, b) >= most) return false;
  }
  return isOneWay(state, s, a);
}

/** Whether an auditor has an audit left and is neither away nor elsewhere in the week of a service. */
export function isFree(state: PlanState, s: number, a: number): boolean {
  return state.audits[a]! < state.c.capacity[a]! && isFreeIn(state, state.week[s]!, a);
}

/** Whether an auditor is neither away nor elsewhere in a week; -1 stands for no week. */
export function isFreeIn(state: PlanState, week: number, a: number): boolean {
  if (week < 0) return true;
  const at = a * state.c.weekCount + week;
  return state.c.available[at] === 1 && state.busy[at] === 0;
}

/** Points that one more audit of an auditor costs, what he gains towards his minimum taken off. */
export function nextAuditCost(state: PlanState, a: number): number {
  const n = state.audits[a]!;
  return state.c.load[n]! - (n < state.c.minimum[a]! ? state.c.weights.belowMinimum : 0);
}

/** Points that come back when an auditor has one audit less. */
export function lastAuditCost(state: PlanState, a: number): number {
  const n = state.audits[a]! - 1;
  return state.c.load[n]! - (n < state.c.minimum[a]! ? state.c.weights.belowMinimum : 0);
}

/** Puts an auditor who fits and is free on an empty slot. */
export function place(state: PlanState, slot: number, a: number): void {
  const { c, audits } = state;
  const s = c.slotService[slot]!;
  state.objective -= nextAuditCost(state, a);
  state.member[slot] = a;
  state.slotsOf[state.slotsFrom[a]! + audits[a]!] = slot;
  audits[a]! += 1;
  if (state.week[s]! >= 0) state.busy[a * c.weekCount + state.week[s]!] = s + 1;
  if (c.slotKind[slot] !== TRAINEE) state.empty -= 1;
  countDirections(state, s, a, 1);
  rescore(state, s);
}

/** Takes whoever sits on a slot off it. */
export function clear(state: PlanState, slot: number): void {
  const { c, audits, slotsOf } = state;
  const s = c.slotService[slot]!;
  const a = state.member[slot]!;
  state.member[slot] = -1;
  const from = state.slotsFrom[a]!;
  audits[a]! -= 1;
  const last = from + audits[a]!;
  let at = from;
  while (slotsOf[at] !== slot) at += 1;
  slotsOf[at] = slotsOf[last]!;
  state.objective += nextAuditCost(state, a);
  if (state.week[s]! >= 0) state.busy[a * c.weekCount + state.week[s]!] = 0;
  if (c.slotKind[slot] !== TRAINEE) state.empty += 1;
  countDirections(state, s, a, -1);
  rescore(state, s);
}

/** Moves a service to another of its weeks; its members must be free in it. */
export function moveTo(state: PlanState, s: number, week: number): void {
  const { c, member, busy } = state;
  const before = state.week[s]!;
  for (let slot = c.slotFrom[s]!; slot < c.slotFrom[s + 1]!; slot += 1) {
    const a = member[slot]!;
    if (a < 0) continue;
    busy[a * c.weekCount + before] = 0;
    busy[a * c.weekCount + week] = s + 1;
  }
  state.week[s] = week;
}

/** Makes a state hold a solution. */
export function restore(state: PlanState, solution: Solution): void {
  for (let slot = 0; slot < state.member.length; slot += 1)
    if (
      state.member[slot]! >= 0 &&
      (solution.member[slot] !== state.member[slot] || changesWeek(state, solution, slot))
    )
      clear(state, slot);
  for (let s = 0; s < state.week.length; s += 1) state.week[s] = solution.week[s]!;
  for (let slot = 0; slot < state.member.length; slot += 1)
    if (state.member[slot]! < 0 && solution.member[slot]! >= 0) place(state, slot, solution.member[slot]!);
}

const changesWeek = (state: PlanState, solution: Solution, slot: number): boolean => {
  const s = state.c.slotService[slot]!;
  return state.week[s] !== solution.week[s];
};

/** A copy of what a state holds. */
export const solutionOf = (state: Solution): Solution => ({
  member: state.member.slice(),
  week: state.week.slice(),
});
