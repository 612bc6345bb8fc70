import type { Compiled } from './compiled';
import { clear, fits, isFreeIn, place, type PlanState } from './plan-state';

/** Weeks tried for pinned teams before giving up: far more than a real campaign needs. */
const MOST_TRIALS = 1_000_000;

/**
 * Puts the pinned auditors on their services, in weeks that suit them all, by trying weeks in turn.
 * @returns false when the pins contradict each other (weeks, reciprocity, too many common teams)
 */
export function placePins(state: PlanState): boolean {
  const { c } = state;
  const services: number[] = [];
  for (let s = 0; s < c.serviceCount; s += 1) if (c.pinned.from[s] !== c.pinned.from[s + 1]) services.push(s);
  const weeksOf = (s: number) => c.serviceWeeks.from[s + 1]! - c.serviceWeeks.from[s]!;
  services.sort((one, other) => weeksOf(one) - weeksOf(other) || one - other);
  let trials = 0;
  const settle = (at: number): boolean => {
    if (at === services.length) return true;
    const s = services[at]!;
    const { from, items } = c.serviceWeeks;
    const weeks = from[s] === from[s + 1] ? [-1] : items.subarray(from[s], from[s + 1]);
    for (const week of weeks) {
      trials += 1;
      if (trials > MOST_TRIALS) return false;
      const before = state.week[s]!;
      state.week[s] = week;
      const slots = seatPinned(state, s, week);
      if (slots && settle(at + 1)) return true;
      slots?.forEach((slot) => unseat(state, slot));
      state.week[s] = before;
    }
    return false;
  };
  return settle(0);
}

/** Seats the pinned of one service, all or nobody. */
function seatPinned(state: PlanState, s: number, week: number): number[] | null {
  const { c } = state;
  const seated: number[] = [];
  for (let i = c.pinned.from[s]!; i < c.pinned.from[s + 1]!; i += 1) {
    const a = c.pinned.items[i]!;
    const slot = emptySlot(c, state, s, c.seatOf[a]!);
    if (slot < 0 || !isFreeIn(state, week, a) || !fits(state, slot, a)) {
      seated.forEach((taken) => unseat(state, taken));
      return null;
    }
    place(state, slot, a);
    state.fixed[slot] = 1;
    seated.push(slot);
  }
  return seated;
}

function unseat(state: PlanState, slot: number): void {
  clear(state, slot);
  state.fixed[slot] = 0;
}

function emptySlot(c: Compiled, state: PlanState, s: number, kind: number): number {
  for (let slot = c.slotFrom[s]!; slot < c.slotFrom[s + 1]!; slot += 1)
    if (c.slotKind[slot] === kind && state.member[slot]! < 0) return slot;
  return -1;
}
