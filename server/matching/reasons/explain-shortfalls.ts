import { SEATED_PROFESSIONS, type Instance, type PlanSeat } from '../matcher/instance';
import type { Blocking, Plan, Shortfall } from '../matcher/plan';
import { under } from './facts';
import { canFill, emptySeats, liftAt, type EmptySeat } from './fill-seat';
import { neighbourhoodOf, type Neighbourhood, type Reach } from './neighbourhood';
import { findRelaxations } from './relaxations';
import { reopen, type Reopening } from './reopening';
import { PLAN_REASONS } from './reason';
import {
  codesOf,
  LIMITS,
  limitsOf,
  reasonCodes,
  seatCandidates,
  type SeatCandidate,
} from './shortfall-limits';
import { standingOf, type Standing } from './standing';
import type { Scope } from './why-not-pair';

/** An empty required seat, what keeps it empty and what would fill it. */
export interface ExplainedShortfall extends Shortfall {
  /**
   * How far the proof of `blocking` reaches: whatever the whole plan does, or as long as the seats beyond those that
   * were opened stay as they are. NOT_PROVED when the work ran out: then the set may be too large, never too small.
   */
  scope: Scope;
  /** Who comes nearest to the seat, and what takes each away as the plan stands. */
  candidates: readonly SeatCandidate[];
}

/** How much may be asked. */
export interface ShortfallOptions {
  /** Empty seats that are explained with a proof and relaxations; the others only name what stands against each candidate. */
  seats?: number;
  /** Candidates named for each seat. */
  candidates?: number;
  /** Asked before each seat; once true, the seats that are left are named without a proof. */
  isLate?: () => boolean;
}

/** Wide enough for chains of substitutes of one profession, narrow enough for a proof. */
const REACH: Reach = { wholePairs: 400, seats: 24, candidates: 30 };

/** Other empty seats that are open while one is explained. */
const OTHERS = 20;

/**
 * Why required seats of a plan are empty: for each, the smallest set of rules and limits that keep it so (irreducible:
 * lift any one of them for this seat and it can be filled without another becoming empty; found by deletion filtering,
 * re-solving each time), and the cheapest changes that would fill it, each tried.
 */
export async function explainShortfalls(
  instance: Instance,
  plan: Pick<Plan, 'teams'>,
  { seats = 20, candidates = 8, isLate = () => false }: ShortfallOptions = {},
): Promise<ExplainedShortfall[]> {
  const standing = standingOf(instance, plan);
  const empty = instance.services
    .toSorted((one, other) => (one.id < other.id ? -1 : 1))
    .flatMap((service) => SEATED_PROFESSIONS.map((seat) => ({ service, seat })))
    .filter(({ service, seat }) => emptySeats(standing, service, seat) > 0);
  const explained: ExplainedShortfall[] = [];
  for (const [rank, target] of empty.entries()) {
    // Between two proofs, which keep the thread busy, whoever stops them must be heard.
    await new Promise((resolve) => setImmediate(resolve));
    const all = seatCandidates(standing, target.service, target.seat);
    explained.push({
      service: target.service.id,
      seat: target.seat,
      missing: emptySeats(standing, target.service, target.seat),
      candidates: nearest(all, candidates),
      ...(!isLate() && rank < seats
        ? await proved(standing, target, all, empty)
        : { blocking: allBlocking(all), relaxations: [], scope: 'NOT_PROVED' as const }),
    });
  }
  return explained;
}

async function proved(
  standing: Standing,
  target: EmptySeat,
  candidates: readonly SeatCandidate[],
  empty: readonly EmptySeat[],
): Promise<Pick<ExplainedShortfall, 'blocking' | 'relaxations' | 'scope'>> {
  const near = neighbourhoodOf(standing, [target.service.id], REACH, target.seat);
  // What fills this seat may fill others of the profession as well.
  for (const { service, seat } of empty.filter((one) => one.seat === target.seat).slice(0, OTHERS))
    under(near.seats, service.id, () => new Set<PlanSeat>()).add(seat);
  const reopening = reopen(standing, near.seats);
  const { limits, scope, isFree } = await irreducible(reopening, target, candidates, near);
  return {
    blocking: limits.map((limit) => blockingOf(limit, candidates)),
    relaxations: await findRelaxations(standing, near, target, isFree),
    scope,
  };
}

/** Deletion filtering: each limit is lifted in turn, and stays lifted when the seat is short without it too. */
async function irreducible(
  reopening: Reopening,
  target: EmptySeat,
  candidates: readonly SeatCandidate[],
  near: Neighbourhood,
): Promise<{ limits: string[]; scope: Scope; isFree: boolean }> {
  const { facts } = reopening.before;
  const all = limitsOf(facts, target.service, target.seat);
  let scope: Scope = 'WHOLE_PLAN';
  /** Whether the seat can be filled once these limits are lifted; undefined when the work ran out. */
  const fills = async (lifted: readonly string[]): Promise<boolean | undefined> => {
    const codes = lifted.flatMap(codesOf);
    if (candidates.some((candidate) => reasonCodes(candidate).every((code) => codes.includes(code))))
      return true;
    if (!candidates.some((candidate) => hardCodes(candidate).every((code) => codes.includes(code))))
      return false;
    const { end } = await canFill(reopening, target, liftAt(target, codes));
    if (end === 'UNKNOWN') scope = 'NOT_PROVED';
    else if (end === 'IMPOSSIBLE' && !near.isWhole && scope === 'WHOLE_PLAN') scope = 'NEIGHBOURHOOD';
    return end === 'UNKNOWN' ? undefined : end !== 'IMPOSSIBLE';
  };
  const atFirst = await fills([]);
  if (atFirst) return { limits: [], scope, isFree: true };
  if ((await fills(all)) === false) return { limits: ['PROFESSION'], scope, isFree: false };
  // What takes nobody away now is lifted at once, if it is not to blame for what else could be rearranged.
  const seen = new Set(candidates.flatMap(reasonCodes));
  const unseen = all.filter((limit) => !codesOf(limit).some((code) => seen.has(code)));
  const lifted = unseen.length > 0 && (await fills(unseen)) === false ? unseen : [];
  const kept: string[] = [];
  for (const limit of all) {
    if (lifted.includes(limit)) continue;
    if ((await fills([...lifted, limit])) === false) lifted.push(limit);
    else kept.push(limit);
  }
  return { limits: kept, scope, isFree: false };
}

const PLAN_CODES: ReadonlySet<string> = new Set(PLAN_REASONS);

/** Codes of what takes a candidate away in any plan. */
const hardCodes = (candidate: SeatCandidate): string[] =>
  reasonCodes(candidate).filter((code) => !PLAN_CODES.has(code));

function blockingOf(limit: string, candidates: readonly SeatCandidate[]): Blocking {
  const codes = codesOf(limit);
  return {
    limit,
    auditors: candidates
      .filter((candidate) => reasonCodes(candidate).some((code) => codes.includes(code)))
      .map(({ auditor }) => auditor),
  };
}

/** What stands against anybody, when nothing was proved. */
function allBlocking(candidates: readonly SeatCandidate[]): Blocking[] {
  const codes = new Set(candidates.flatMap(reasonCodes));
  const limits = LIMITS.filter((limit) => codesOf(limit).some((code) => codes.has(code)));
  for (const code of limits.flatMap(codesOf)) codes.delete(code);
  const found = [...limits, ...codes].map((limit) => blockingOf(limit, candidates));
  return found.length > 0 ? found : [{ limit: 'PROFESSION', auditors: [] }];
}

/** Those against whom the least stands. */
const nearest = (candidates: readonly SeatCandidate[], count: number): SeatCandidate[] =>
  candidates
    .toSorted(
      (one, other) =>
        reasonCodes(one).length - reasonCodes(other).length || (one.auditor < other.auditor ? -1 : 1),
    )
    .slice(0, count);
