import type { InstanceService, SeatedProfession } from '../matcher/instance';
import type { MilpLimits } from '../matcher/highs';
import { seatCount, seatOf } from './facts';
import type { Lift, Reopening } from './reopening';
import { modelOf, type ReopeningModel } from './reopening-model';
import { solveReopening, type Reopened } from './solve-reopening';
import { teamOf, type Standing } from './standing';

/** An empty required seat. */
export interface EmptySeat {
  service: InstanceService;
  seat: SeatedProfession;
}

/** Work that one try may cost. */
const TRY_LIMITS: MilpLimits = { nodes: 300, iterations: 40_000 };

/** Candidates of each seat when the best way is sought; all of them when it is asked whether there is one. */
const PER_SEAT = 16;

/**
 * Whether an empty seat can be filled with no other becoming empty, other open seats taken anew as need be.
 * @returns end IMPOSSIBLE when it is proved that it cannot
 */
export function canFill(reopening: Reopening, target: EmptySeat, lift: Lift | null): Promise<Reopened> {
  const written = modelOf(reopening, { lift });
  written.model.cost.fill(0);
  demand(written, target);
  return solveReopening(written, TRY_LIMITS);
}

/** The best way to fill an empty seat with no other becoming empty. */
export function bestFill(reopening: Reopening, target: EmptySeat, lift: Lift | null): Promise<Reopened> {
  const written = modelOf(reopening, { lift, perSeat: PER_SEAT });
  demand(written, target);
  return solveReopening(written, TRY_LIMITS);
}

/** Every open seat that is taken stays so, and one more of the target. */
function demand({ model, missing, reopening }: ReopeningModel, target: EmptySeat): void {
  for (const { service: id, seat, column } of missing) {
    const { facts } = reopening.before;
    const now = emptySeats(reopening.before, facts.services.get(id)!, seat);
    model.upper[column] = id === target.service.id && seat === target.seat ? now - 1 : now;
  }
}

/** Seats of a kind that nobody takes. */
export function emptySeats(standing: Standing, service: InstanceService, seat: SeatedProfession): number {
  const { members } = teamOf(standing, service.id);
  return Math.max(0, seatCount(service, seat) - members.filter((member) => member.seat === seat).length);
}

/** Lifts limits for all who could take one seat. */
export const liftAt = ({ service, seat }: EmptySeat, codes: readonly string[]): Lift => ({
  limits: new Set(codes),
  covers: (auditor, where) => where.id === service.id && seatOf(auditor) === seat,
  isForOne: false,
});
