export type { AuditorLoad } from './auditor-loads';
export {
  campaignProgressEdge,
  lateWorkingDays,
  type CampaignProgress,
  type DeadlineOfAudit,
} from './campaign-progress';
