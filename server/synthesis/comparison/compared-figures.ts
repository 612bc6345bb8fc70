import type { CampaignCriterion, CampaignFacts, SectionValues } from '../content/campaign-facts';
import { scoresOf, sectionsOf } from '../content/campaign-facts';
import type { ServiceRate } from '../../measures';
import { shareOf } from '../../measures';
import { SUBJECTS } from '../disclosure/disclosures';
import { round, spreadOf, type Reading, type Spread } from '../disclosure/spread';

/** One figure of a service beside those of others. */
export interface ComparedFigure {
  /** Of the section, or null. */
  sectionId: string | null;
  /** Of the criterion, or null. */
  criterionId: string | null;
  own: OwnFigure;
  /** Null where it cannot be told without telling on too few. */
  others: Spread | null;
}

/** What a service knows of itself; an interval where it rests on a sample (Wilson, 95 %). */
export interface OwnFigure {
  value: number | null;
  low: number | null;
  high: number | null;
}

/** A value that services have, with the services that have it. */
export interface ComparedValue {
  subject: string;
  sectionId: string | null;
  criterionId: string | null;
  /** By service, not rounded. */
  values: ReadonlyMap<string, number>;
  own: OwnFigure;
}

const NONE: OwnFigure = { value: null, low: null, high: null };

/**
 * What can be compared: scores of sections, and rates of criteria over the services that the synthesis takes them over.
 * @param serviceId whose own figures are given beside
 * @param rates by criterion, in whole lots of five; and those of the service itself, be it in a lot or not
 */
export function comparedValues(
  facts: CampaignFacts,
  serviceId: string,
  rates: ReadonlyMap<string, readonly ServiceRate[]>,
  ownRates: ReadonlyMap<string, { x: number; n: number }>,
): ComparedValue[] {
  const scores = scoresOf(facts, 'CONSENSUS');
  return sectionsOf(facts.criteria).flatMap((criteria) => [
    scoreOf(criteria[0]!, scores, serviceId),
    ...criteria.flatMap(({ id }) => {
      const others = rates.get(id);
      return others ? [rateOf(id, others, ownRates.get(id))] : [];
    }),
  ]);
}

function scoreOf({ sectionId }: CampaignCriterion, scores: SectionValues, serviceId: string): ComparedValue {
  const values = scores.get(sectionId) ?? new Map<string, number>();
  const own = values.get(serviceId);
  return {
    subject: SUBJECTS.score(sectionId),
    sectionId,
    criterionId: null,
    values,
    own: own === undefined ? NONE : { ...NONE, value: round(own, 2) },
  };
}

function rateOf(
  criterionId: string,
  rates: readonly ServiceRate[],
  own: { x: number; n: number } | undefined,
): ComparedValue {
  const share = own && shareOf(own.x, own.n);
  return {
    subject: SUBJECTS.rate(criterionId),
    sectionId: null,
    criterionId,
    values: new Map(rates.map(({ auditedServiceId, x, n }) => [auditedServiceId, x / n])),
    own: share ? { value: share.estimate, low: share.low, high: share.high } : NONE,
  };
}

/** The spread of a value over some services, as far as it may be told. */
export function spreadOver(
  values: ReadonlyMap<string, number>,
  services: ReadonlySet<string>,
  reading: Reading,
): Spread {
  return spreadOf(
    [...values].flatMap(([serviceId, value]) => (services.has(serviceId) ? [value] : [])),
    2,
    reading,
  );
}
