import { DEFAULT_WEIGHTS, type Fairness, type SeatedProfession, type Weights } from '../matcher/instance';
import type { MatchingSettings } from './matching-settings.entity';

/** How teams are composed, as a run keeps it. */
export interface FrozenSettings {
  weights: Weights;
  fairness: Fairness;
  recencyYears: number | null;
  isLanguageRequired: boolean;
  minimumAudits: number;
  isReviewAllowed: boolean;
  /** Seats of a service that says nothing of its own. */
  seats: Readonly<Record<SeatedProfession, number>>;
  pastCampaigns: number;
}

/** How teams are composed unless a campaign says otherwise: a pair, with practice within five years. */
export const DEFAULT_SETTINGS: FrozenSettings = {
  weights: DEFAULT_WEIGHTS,
  fairness: 'SUM',
  recencyYears: 5,
  isLanguageRequired: true,
  minimumAudits: 0,
  isReviewAllowed: false,
  seats: { RADIOLOGIST: 1, RADIOGRAPHER: 1, MEDICAL_PHYSICIST: 0 },
  pastCampaigns: 1,
};

/** The settings of a campaign: its own, or the defaults when it has none. */
export function settingsOf(own: MatchingSettings | null): FrozenSettings {
  if (!own) return DEFAULT_SETTINGS;
  return {
    weights: own.weights,
    fairness: own.fairness,
    recencyYears: own.recencyYears,
    isLanguageRequired: own.isLanguageRequired,
    minimumAudits: own.minimumAudits,
    isReviewAllowed: own.isReviewAllowed,
    seats: {
      RADIOLOGIST: own.radiologists,
      RADIOGRAPHER: own.radiographers,
      MEDICAL_PHYSICIST: own.medicalPhysicists,
    },
    pastCampaigns: own.pastCampaigns,
  };
}
