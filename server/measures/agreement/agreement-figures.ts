import {
  agreementBand,
  gwetAC,
  percentAgreement,
  type Agreement,
  type AgreementBand,
  type Ratings,
  type UndefinedAgreement,
} from '../statistics';
import { JUDGEMENTS } from './raw-grades';

/** A coefficient as it is shown: with its interval, its word, or the reason why there is none. */
export interface AgreementFigure {
  estimate: number | null;
  standardError: number | null;
  /** 95 %. */
  low: number | null;
  high: number | null;
  band: AgreementBand | null;
  undefinedBecause: UndefinedAgreement | null;
}

/** How far auditors agree: AC1 first, since one grade mostly dominates and kappa collapses then. */
export interface AgreementFigures {
  /** Judgements of one criterion in one audit by two auditors at least. */
  unitCount: number;
  percentAgreement: AgreementFigure;
  ac1: AgreementFigure;
  kappa: AgreementFigure;
}

/** Judgements that are alike, and how many units they stand for. */
export interface JudgedAlike {
  /** The judgements of a unit, one place for each auditor. */
  judgements: readonly (string | null)[];
  times: number;
  /** The audit, where units of several audits are taken together. */
  auditId?: string;
}

/**
 * Agreement on the judgements of units.
 * @param kappaOf Fleiss' where auditors of a unit are any two, Cohen's where they are the same two everywhere
 */
export function agreementFigures(
  alike: readonly JudgedAlike[],
  kappaOf: (ratings: Ratings) => Agreement,
): AgreementFigures {
  const places = alike.reduce((most, { judgements }) => Math.max(most, judgements.length), 0);
  const audits = alike.flatMap(({ auditId }) => auditId ?? []);
  const ratings: Ratings = {
    categories: JUDGEMENTS,
    units: alike.map(({ judgements }) => [
      ...judgements,
      ...new Array<null>(places - judgements.length).fill(null),
    ]),
    times: alike.map(({ times }) => times),
    ...(audits.length === alike.length ? { clusters: audits } : {}),
  };
  const ac1 = gwetAC(ratings);
  return {
    unitCount: ac1.units,
    percentAgreement: { ...figureOf(percentAgreement(ratings)), band: null },
    ac1: figureOf(ac1),
    kappa: figureOf(kappaOf(ratings)),
  };
}

/** A coefficient as it is shown. */
export function figureOf({ estimate, standardError, interval, reason }: Agreement): AgreementFigure {
  return {
    estimate,
    standardError,
    low: interval?.low ?? null,
    high: interval?.high ?? null,
    band: estimate === null ? null : agreementBand(estimate),
    undefinedBecause: reason,
  };
}
