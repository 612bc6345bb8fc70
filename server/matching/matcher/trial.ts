import { SEAT_KINDS, TRAINEE } from './compiled';
import { clear, fits, isFree, isFreeIn, moveTo, place, type PlanState } from './plan-state';
import type { Ranking } from './price-ranking';

/** A change of a plan that can be taken back, step by step. */
export interface Trial {
  /** Puts an auditor who fits and is free on an empty slot. */
  put: (slot: number, a: number) => void;
  /** Takes whoever sits on a slot off it. */
  take: (slot: number) => void;
  /** Moves a service to a week; members who are not free in it leave. False, with nothing moved, if one is pinned. */
  shift: (s: number, week: number) => boolean;
  /** Fills an empty slot with the best of the first few who can take it, `wish` before all, `except` not at all. */
  refill: (slot: number, wish: number, except: number) => void;
  /** Fills all empty slots of a service. */
  refillAll: (s: number) => void;
  /** Takes everything back. */
  undo: () => void;
  /** Lets everything stand. */
  keep: () => void;
  /** Work done in all, in units of about a tenth of a microsecond. */
  work: () => number;
}

/** Auditors who could take a slot, of whom the best is taken. */
const TRIED = 4;
const STEP_WORK = 2;
const LOOK_WORK = 0.1;

const PLACED = -1;

/** Changes of a plan, with candidates in the order of a ranking. */
export function trialOn(state: PlanState, ranking: Ranking): Trial {
  const { c, member } = state;
  const { from, who } = ranking;
  /** Pairs: slot and who sat on it (PLACED: nobody), or −1 − service and its week. */
  const journal: number[] = [];
  let work = 0;

  const put = (slot: number, a: number): void => {
    work += STEP_WORK;
    place(state, slot, a);
    journal.push(slot, PLACED);
  };
  const take = (slot: number): void => {
    work += STEP_WORK;
    journal.push(slot, member[slot]!);
    clear(state, slot);
  };
  const shift = (s: number, week: number): boolean => {
    const end = c.slotFrom[s + 1]!;
    for (let slot = c.slotFrom[s]!; slot < end; slot += 1)
      if (state.fixed[slot] === 1 && !isFreeIn(state, week, member[slot]!)) return false;
    for (let slot = c.slotFrom[s]!; slot < end; slot += 1)
      if (member[slot]! >= 0 && !isFreeIn(state, week, member[slot]!)) take(slot);
    journal.push(-1 - s, state.week[s]!);
    moveTo(state, s, week);
    return true;
  };
  const refill = (slot: number, wish: number, except: number): void => {
    const s = c.slotService[slot]!;
    const row = s * SEAT_KINDS + c.slotKind[slot]!;
    const before = state.objective;
    let chosen = -1;
    let best = c.slotKind[slot] === TRAINEE ? 0 : -Infinity;
    let tried = 0;
    const consider = (a: number): void => {
      if (!isFree(state, s, a) || !fits(state, slot, a)) return;
      tried += 1;
      work += STEP_WORK;
      place(state, slot, a);
      const gain = state.objective - before;
      clear(state, slot);
      if (gain <= best) return;
      best = gain;
      chosen = a;
    };
    if (wish >= 0) consider(wish);
    const end = from[row + 1]!;
    let at = from[row]!;
    for (; at < end && tried < TRIED; at += 1) {
      const a = who[at]!;
      if (a !== wish && a !== except) consider(a);
    }
    work += (at - from[row]!) * LOOK_WORK;
    if (chosen >= 0) put(slot, chosen);
  };
  return {
    put,
    take,
    shift,
    refill,
    refillAll: (s) => {
      for (let slot = c.slotFrom[s]!; slot < c.slotFrom[s + 1]!; slot += 1)
        if (member[slot]! < 0) refill(slot, -1, -1);
    },
    undo: () => {
      while (journal.length > 0) {
        const what = journal.pop()!;
        const slot = journal.pop()!;
        if (slot < 0) moveTo(state, -1 - slot, what);
        else if (what === PLACED) clear(state, slot);
        else place(state, slot, what);
      }
    },
    keep: () => {
      journal.length = 0;
    },
    work: () => work,
  };
}
