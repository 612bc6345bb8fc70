export {
  draftOutsideRecommendation,
  updateOutsideRecommendation,
  type OutsideRecommendationCreateInput,
} from './draft-outside-recommendation';
export {
  adoptOutsideRecommendation,
  answerOutsideRecommendation,
  declineOutsideRecommendation,
  noteOutsideRecommendation,
  publishOutsideRecommendation,
  sendOutsideRecommendation,
  withdrawOutsideRecommendation,
} from './move-outside-recommendation';
export { OUTSIDE_BODIES, type OutsideBody } from './outside-recommendation.entity';
export {
  OUTSIDE_RECOMMENDATION_STATES,
  outsideRecommendationStates,
  type OutsideRecommendationState,
} from './outside-recommendation.states';
export {
  outsideRecommendationsReads,
  publishedRecommendations,
  type RecommendationOfCampaign,
} from './outside-recommendations.queries';
