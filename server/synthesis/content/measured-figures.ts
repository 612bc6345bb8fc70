import { poolRates, type AgreementFigures, type CampaignDoses, type ServiceRate } from '../../measures';
import type { TimeToEffective } from '../../corrective-actions';
import { hasToldInterval, round, spreadOf, type Spread } from '../disclosure/spread';
import { toldBasis } from '../disclosure/told-basis';

/** Decimals of fractions and coefficients. */
const DIGITS = 2;

const rounded = (value: number | null): number | null => (value === null ? null : round(value, DIGITS));

/** A coefficient or fraction with its interval, 95 %. */
export interface Estimate {
  estimate: number | null;
  low: number | null;
  high: number | null;
}

const estimateOf = ({ estimate, low, high }: Estimate): Estimate => ({
  estimate: rounded(estimate),
  low: rounded(low),
  high: rounded(high),
});

/** A rate over services. */
export interface RateFigure {
  /** Of all their records together; the interval allows for records of one service being alike. */
  pooled: Estimate;
  /** Between services. */
  spread: Spread;
}

/** A campaign, of whose services a figure has all or some. */
interface Campaign {
  services: number;
  /** Fewest services behind a figure. */
  least: number;
}

/** The rate of a criterion over services, pooled and between them; null below `least` services. */
export function rateFigure(
  rates: readonly ServiceRate[],
  { services: of, least }: Campaign,
): RateFigure | null {
  const pooled = rates.length >= least ? poolRates(rates, null) : null;
  if (!pooled) return null;
  const spread = spreadOf(
    rates.map(({ x, n }) => x / n),
    DIGITS,
    { of, least },
  );
  return { pooled: estimateOf(pooled.rate), spread };
}

/** How far auditors agreed, with its interval. */
export interface AgreementFigure {
  units: number;
  ac1: Estimate;
}

/** Gwet's AC1 of judgements; null below `least` of them (one for each audit, of a criterion). */
export function agreementFigure(figures: AgreementFigures | null, least: number): AgreementFigure | null {
  if (!figures || figures.unitCount < least) return null;
  return { units: figures.unitCount, ac1: estimateOf(figures.ac1) };
}

/** A dose over services: three significant digits, beside the national level as it was on the last day of visits. */
export function doseFigure(dose: CampaignDoses, { services: of, least }: Campaign) {
  const significant = (value: number | null): number | null =>
    value === null ? null : Number(value.toPrecision(3));
  const { examCode, population, quantity, unit, serviceCount, level } = dose;
  return {
    exam: examCode,
    population,
    quantity,
    unit,
    services: toldBasis(serviceCount, of, least),
    median: significant(dose.median),
    lowerQuartile: significant(dose.q1),
    upperQuartile: significant(dose.q3),
    level: level && { source: level.sourceCode, nrd: level.nrd, vgd: level.vgd },
  };
}

/** Days until corrective actions are known to work, over services; null below `least` of them. */
export function timeFigure(time: TimeToEffective | null, { services: of, least }: Campaign) {
  if (!time || time.services < least) return null;
  const { services, medianDays, lowDays, highDays, openShare } = time;
  const isTold = hasToldInterval(services);
  return {
    services: toldBasis(services, of, least),
    medianDays: medianDays === null ? null : Math.round(medianDays),
    lowDays: isTold && lowDays !== null ? Math.round(lowDays) : null,
    highDays: isTold && highDays !== null ? Math.round(highDays) : null,
    openShare: round(openShare, DIGITS),
  };
}
