export { practicesReads, sharedPractices, type PracticeOfCampaign } from './practices.queries';
export {
  sharePractice,
  unsharePractice,
  type PracticeShareInput,
  type PracticeUnshareInput,
} from './share-practice';
export {
  SHARED_PRACTICE_STATES,
  sharedPracticeStates,
  type SharedPracticeState,
} from './shared-practice.states';
