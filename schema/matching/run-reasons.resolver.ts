import { Arg, Ctx, ID, Info, Query, Resolver } from 'type-graphql';
import { readComputed, type Context, type SelectionInfo } from '../../server/graphql';
import { uuidOf } from '../../server/kernel/ids';
import {
  comparisonEdge,
  shortfallsEdge,
  substitutesEdge,
  whyEdge,
  whyNotEdge,
  type ProposedSeat,
} from '../../server/matching';
import { SEAT } from '../audits/assignment.type';
import { readPlaces } from './read-places';
import { MatchingComparisonType } from './run-comparison.type';
import { SeatShortfallType, PlanSubstituteType, WhyNotType, WhyType } from './run-reasons.type';

/** Why a plan is as it is, and what else it could be; all of it only as far as no tie hides a service. */
@Resolver()
export class RunReasonsResolver {
  @Query(() => WhyType, {
    nullable: true,
    description:
      'Pourquoi une composition place un auditeur sur un audit ; null s’il n’y est pas. (COORDINATOR, STEERING_MEMBER)',
  })
  async why(
    @Arg('matchingRunId', () => ID) matchingRunId: string,
    @Arg('auditorId', () => ID) auditorId: string,
    @Arg('auditId', () => ID) auditId: string,
    @Ctx() context: Context,
    @Info() info: SelectionInfo,
  ) {
    const pair = pairOf(auditorId, auditId);
    const found = pair && (await readComputed<object>(context, 'MatchingRun', matchingRunId, whyEdge, pair));
    return readPlaces(context, info, found, ['alternatives.auditor', 'alternatives.replaces']);
  }

  @Query(() => WhyNotType, {
    nullable: true,
    description:
      'Pourquoi une composition ne place pas un auditeur sur un audit, ou ce que cela lui coûterait ; null si l’un des deux n’y figure pas. (COORDINATOR, STEERING_MEMBER)',
  })
  async whyNot(
    @Arg('matchingRunId', () => ID) matchingRunId: string,
    @Arg('auditorId', () => ID) auditorId: string,
    @Arg('auditId', () => ID) auditId: string,
    @Ctx() context: Context,
    @Info() info: SelectionInfo,
  ) {
    const pair = pairOf(auditorId, auditId);
    const found =
      pair && (await readComputed<object>(context, 'MatchingRun', matchingRunId, whyNotEdge, pair));
    return readPlaces(context, info, found, [
      'moves.auditor',
      'moves.from',
      'moves.to',
      'elsewhere.audit',
      'inHisPlace.auditor',
    ]);
  }

  @Query(() => [PlanSubstituteType], {
    description:
      'Qui pourrait prendre un siège d’un audit dans une composition, le mieux d’abord : sans aucun lien bloquant. (COORDINATOR, STEERING_MEMBER)',
  })
  async planSubstitutes(
    @Arg('matchingRunId', () => ID) matchingRunId: string,
    @Arg('auditId', () => ID) auditId: string,
    @Arg('seat', () => SEAT) seat: ProposedSeat,
    @Ctx() context: Context,
    @Info() info: SelectionInfo,
  ) {
    const uuid = uuidOf('Audit', auditId);
    const asked = { auditId: uuid, seat };
    const found =
      uuid && (await readComputed<object[]>(context, 'MatchingRun', matchingRunId, substitutesEdge, asked));
    return readPlaces(context, info, found || [], ['auditor', 'replaces']);
  }

  @Query(() => [SeatShortfallType], {
    description:
      'Sièges qu’une composition laisse vides : ce qui les bloque et ce qui les pourvoirait. (COORDINATOR, STEERING_MEMBER)',
  })
  async matchingShortfalls(
    @Arg('matchingRunId', () => ID) matchingRunId: string,
    @Ctx() context: Context,
    @Info() info: SelectionInfo,
  ) {
    const found = await readComputed<object[]>(context, 'MatchingRun', matchingRunId, shortfallsEdge, {});
    return readPlaces(context, info, found ?? [], ['audit', 'blocking.auditors']);
  }

  @Query(() => MatchingComparisonType, {
    nullable: true,
    description:
      'Ce qui change d’une composition à une autre de la même campagne. (COORDINATOR, STEERING_MEMBER)',
  })
  async matchingComparison(
    @Arg('fromRunId', () => ID) fromRunId: string,
    @Arg('toRunId', () => ID) toRunId: string,
    @Ctx() context: Context,
    @Info() info: SelectionInfo,
  ) {
    const otherRunId = uuidOf('MatchingRun', fromRunId);
    const found =
      otherRunId &&
      (await readComputed<object>(context, 'MatchingRun', toRunId, comparisonEdge, { otherRunId }));
    return readPlaces(context, info, found || null, [
      'moves.auditor',
      'moves.from',
      'moves.to',
      'teams.audit',
      'teams.leaves',
      'teams.joins',
      'seatsFilled.audit',
      'seatsEmptied.audit',
    ]);
  }
}

function pairOf(auditorId: string, auditId: string): { auditorId: string; auditId: string } | null {
  const auditor = uuidOf('Auditor', auditorId);
  const audit = uuidOf('Audit', auditId);
  return auditor && audit ? { auditorId: auditor, auditId: audit } : null;
}
