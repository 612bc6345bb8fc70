import type { Edge, ReadModel } from '../database/read-model';
import { casesReads } from './cases';
import { auditMeasureEdges, criteriaReads } from './criteria/criteria.queries';
import { doseEdges, doseReads } from './dose';

export * from './cases';
export * from './dose';
export type { AgreementFigures } from './agreement/agreement-figures';
export {
  agreementOfCampaign,
  campaignAgreementEdge,
  type CampaignAgreement,
} from './agreement/campaign-agreement';
export { ownAgreementEdge, type OwnAgreement } from './agreement/own-agreement';
export { figureOf as agreementFigure, type AgreementFigure } from './agreement/agreement-figures';
export { campaignBurdenEdge, type CampaignBurden } from './burden/campaign-burden';
export { measuresOfAudits, type CriterionFacts, type MeasuredAudit } from './criteria/criterion-facts';
export { MEASURE_STAGES, type MeasureStage } from './criteria/criterion-measure.entity';
export { MEASURE_SOURCES, type MeasureSource } from './criteria/measured-criterion';
export { proposedGrades } from './criteria/proposed-grades';
export { recordMeasure, type MeasureRecordInput } from './criteria/record-measure';
export { identifyingNumber, identifyingRemark } from './cases/identifying-text';
export { tiedServices } from './tied-services';
export { shareOf, type Share } from './cases/case-rate';
export {
  AGREEMENT_BANDS,
  FEWEST_SERVICES,
  medianInterval,
  quantile,
  gwetAC,
  percentAgreement,
  wilson,
  TARGET_DECISIONS,
  UNDEFINED_AGREEMENTS,
  type AgreementBand,
  type Interval,
  type TargetDecision,
  type UndefinedAgreement,
} from './statistics';

/** How the types of this room are read. */
export const measuresReads: readonly ReadModel[] = [...doseReads, ...casesReads, ...criteriaReads];

/** What this room hangs on types of rooms before it, by type and field. */
export const measuresEdges: Readonly<Record<string, Readonly<Record<string, Edge>>>> = {
  ...doseEdges,
  Audit: { ...doseEdges['Audit'], ...auditMeasureEdges },
};
