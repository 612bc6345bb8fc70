import { bestTeam, emptyOffer, type BestTeam } from './best-team';
import { SEAT_KINDS, TRAINEE, type Compiled } from './compiled';
import type { Ranking } from './price-ranking';
import {
  clear,
  fits,
  isFree,
  isFreeIn,
  moveTo,
  nextAuditCost,
  place,
  sharedTeams,
  type PlanState,
} from './plan-state';

/** The best team that a service can still have in a week, beside everything else in the plan; its seats must be empty. */
export function bestTeamIn(
  state: PlanState,
  eligible: Ranking,
  service: number,
  week: number,
  atLeast = -Infinity,
): BestTeam | null {
  const { c } = state;
  const offer = emptyOffer();
  const base = service * c.auditorCount;
  for (let kind = 0; kind < SEAT_KINDS; kind += 1) {
    const row = service * SEAT_KINDS + kind;
    const slot = slotOfKind(c, service, kind);
    if (slot < 0) continue;
    const rows: [number, number][] = [];
    for (let i = eligible.from[row]!; i < eligible.from[row + 1]!; i += 1) {
      const a = eligible.who[i]!;
      if (state.audits[a]! >= c.capacity[a]! || !isFreeIn(state, week, a) || !fits(state, slot, a)) continue;
      rows.push([a, c.worth[base + a]! - nextAuditCost(state, a)]);
      if (rows.length === OFFERED) break;
    }
    rows.sort((one, other) => other[1] - one[1] || one[0] - other[0]);
    for (const [a, gain] of rows) {
      offer.who[kind]!.push(a);
      offer.gain[kind]!.push(gain);
    }
  }
  const most = c.weights.sharedTeams;
  return bestTeam(
    c,
    service,
    offer,
    (a, chosen) =>
      state.audits[a]! < most ||
      chosen.every((b) => state.audits[b]! < most || sharedTeams(state, a, b) < most),
    atLeast,
  );
}

/** Free auditors looked at per kind of seat. */
const OFFERED = 40;

function slotOfKind(c: Compiled, service: number, kind: number): number {
  for (let slot = c.slotFrom[service]!; slot < c.slotFrom[service + 1]!; slot += 1)
    if (c.slotKind[slot] === kind) return slot;
  return -1;
}

/** Fills a service whose seats are empty as well as it can be filled now, in its best week. */
export function fillService(state: PlanState, eligible: Ranking, service: number): void {
  const { from, items } = state.c.serviceWeeks;
  const weeks =
    from[service]! === from[service + 1]! ? [-1] : [...items.subarray(from[service], from[service + 1])];
  let best: BestTeam | null = null;
  let bestWeek = weeks[0]!;
  for (const week of weeks) {
    const team = bestTeamIn(state, eligible, service, week, best?.gain);
    if (!team) continue;
    best = team;
    bestWeek = week;
  }
  if (!best) return;
  if (bestWeek >= 0) moveTo(state, service, bestWeek);
  best.members.forEach((a, at) => {
    const slot = state.c.slotFrom[service]! + at;
    // Two services' groups on one team may exclude each other: the second then stays away.
    if (a >= 0 && fits(state, slot, a)) place(state, slot, a);
  });
}

/** How many auditors there are for each seat of a service, the scarcest kind counting. */
function scarcity(c: Compiled, eligible: Ranking, service: number): number {
  let least = Infinity;
  for (let kind = 0; kind < TRAINEE; kind += 1) {
    const row = service * SEAT_KINDS + kind;
    const seats = c.seats[row]!;
    if (seats > 0) least = Math.min(least, (eligible.from[row + 1]! - eligible.from[row]!) / seats);
  }
  return least;
}

/** Fills the empty seats of all services, those with the fewest possible auditors first. */
export function fillScarcestFirst(state: PlanState, eligible: Ranking): void {
  const { c } = state;
  const order = Array.from({ length: c.serviceCount }, (_, s) => s);
  const key = order.map((s) => [scarcity(c, eligible, s), s] as const);
  key.sort((one, other) => one[0] - other[0] || one[1] - other[1]);
  for (const [, s] of key)
    if (hasNobody(state, s)) fillService(state, eligible, s);
    else completeService(state, eligible, s);
}

/** Fills what is empty beside those who sit on a service already, such as its pinned, in the week that it has. */
function completeService(state: PlanState, eligible: Ranking, service: number): void {
  const { c, member } = state;
  for (let slot = c.slotFrom[service]!; slot < c.slotFrom[service + 1]!; slot += 1) {
    if (member[slot]! >= 0) continue;
    const row = service * SEAT_KINDS + c.slotKind[slot]!;
    let most = state.objective;
    let best = -1;
    let tried = 0;
    for (let i = eligible.from[row]!; i < eligible.from[row + 1]! && tried < OFFERED; i += 1) {
      const a = eligible.who[i]!;
      if (!isFree(state, service, a) || !fits(state, slot, a)) continue;
      tried += 1;
      place(state, slot, a);
      if (state.objective > most) {
        most = state.objective;
        best = a;
      }
      clear(state, slot);
    }
    if (best >= 0) place(state, slot, best);
  }
}

function hasNobody(state: PlanState, service: number): boolean {
  const { slotFrom } = state.c;
  for (let slot = slotFrom[service]!; slot < slotFrom[service + 1]!; slot += 1)
    if (state.member[slot]! >= 0) return false;
  return true;
}
