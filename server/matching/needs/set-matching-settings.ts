import { Campaign } from '../../campaigns';
import type { UnitOfWork } from '../../database/unit-of-work';
import { authorise } from '../../identity';
import { refuse } from '../../kernel/outcome';
import type { Fairness, Weights } from '../matcher/instance';
import { DEFAULT_SETTINGS, settingsOf, type FrozenSettings } from './frozen-settings';
import { MatchingSettings } from './matching-settings.entity';

/** What changes; what is left out or null stays. */
export interface MatchingSettingsSetInput {
  campaignId: string;
  /** 0 while the campaign goes by the defaults. */
  expectedVersion: number;
  weights?: { readonly [K in keyof Weights]?: Weights[K] | null } | null;
  fairness?: Fairness | null;
  /** 0 takes the rule away. */
  recencyYears?: number | null;
  isLanguageRequired?: boolean | null;
  minimumAudits?: number | null;
  isReviewAllowed?: boolean | null;
  radiologists?: number | null;
  radiographers?: number | null;
  medicalPhysicists?: number | null;
  pastCampaigns?: number | null;
}

/** Settings as clients read them. */
export interface SettingsView extends Omit<FrozenSettings, 'seats'> {
  radiologists: number;
  radiographers: number;
  medicalPhysicists: number;
  /** Null of settings that a run has kept. */
  version: number | null;
}

/** Settings with the version that the next change must name; null when there is none to change. */
export function settingsView({ seats, ...settings }: FrozenSettings, version: number | null): SettingsView {
  return {
    ...settings,
    radiologists: seats.RADIOLOGIST,
    radiographers: seats.RADIOGRAPHER,
    medicalPhysicists: seats.MEDICAL_PHYSICIST,
    version,
  };
}

/**
 * Says how the teams of a campaign are composed. Runs keep the settings that they were started with.
 * @throws Refusal NOT_FOUND, FORBIDDEN, STALE_VERSION, VALIDATION (costs of load that fall)
 */
export async function setMatchingSettings(
  uow: UnitOfWork,
  input: MatchingSettingsSetInput,
): Promise<{ matchingSettings: SettingsView }> {
  const campaign = await uow.require(Campaign, input.campaignId, ['input', 'campaignId']);
  authorise(uow, 'matchingSettingsSet');
  const own = await uow.manager
    .createQueryBuilder(MatchingSettings, 's')
    .where('s.campaignId = :id', { id: campaign.id })
    .getOne();
  if ((own?.version ?? 0) !== input.expectedVersion)
    refuse('STALE_VERSION', ['input', 'expectedVersion'], {
      expected: input.expectedVersion,
      actual: own?.version ?? 0,
    });
  const before = settingsOf(own);
  const weights = weightsFrom(before.weights, input.weights ?? {});
  const seats = before.seats;
  const after = {
    weights,
    fairness: input.fairness ?? before.fairness,
    recencyYears: yearsFrom(input.recencyYears, before.recencyYears),
    isLanguageRequired: input.isLanguageRequired ?? before.isLanguageRequired,
    minimumAudits: input.minimumAudits ?? before.minimumAudits,
    isReviewAllowed: input.isReviewAllowed ?? before.isReviewAllowed,
    radiologists: input.radiologists ?? seats.RADIOLOGIST,
    radiographers: input.radiographers ?? seats.RADIOGRAPHER,
    medicalPhysicists: input.medicalPhysicists ?? seats.MEDICAL_PHYSICIST,
    pastCampaigns: input.pastCampaigns ?? before.pastCampaigns,
  };
  if (own) await uow.change(MatchingSettings, own, after);
  else await uow.insert(MatchingSettings, { campaignId: campaign.id, ...after });
  uow.record({
    act: 'matchingSettingsSet',
    objectType: 'Campaign',
    objectId: campaign.id,
    campaignId: campaign.id,
  });
  return { matchingSettings: { ...after, version: input.expectedVersion + 1 } };
}

function yearsFrom(given: number | null | undefined, before: number | null): number | null {
  if (given === null || given === undefined) return before;
  return given === 0 ? null : given;
}

function weightsFrom(before: Weights, given: NonNullable<MatchingSettingsSetInput['weights']>): Weights {
  const told = Object.entries(given).filter(
    ([name, value]) => value !== null && value !== undefined && name in DEFAULT_SETTINGS.weights,
  );
  const weights = { ...before, ...(Object.fromEntries(told) as Partial<Weights>) };
  const isFalling = weights.load.some((cost, index) => cost < (weights.load[index - 1] ?? 0));
  if (weights.load.length === 0 || isFalling)
    refuse('VALIDATION', ['input', 'weights', 'load'], { rule: '0 ≤ load[n] ≤ load[n + 1]' });
  return weights;
}
