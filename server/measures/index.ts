export * from './cases';
export {
  DOSE_EXCLUSIONS,
  DOSE_LEVELS,
  DOSE_MODALITIES,
  type DoseExclusion,
  type DoseLevel,
  type DoseModality,
  type DoseRow,
  type RefusedPart,
} from './dose/dose-row';
export { campaignAgreementEdge, type CampaignAgreement } from './agreement/campaign-agreement';
export { ownAgreementEdge, type OwnAgreement } from './agreement/own-agreement';
export { campaignBurdenEdge, type CampaignBurden } from './burden/campaign-burden';
export {
  AGREEMENT_BANDS,
  UNDEFINED_AGREEMENTS,
  type AgreementBand,
  type UndefinedAgreement,
} from './statistics';
export { TARGET_DECISIONS, type TargetDecision } from './statistics';
