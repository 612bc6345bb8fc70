import type { RoomPolicy, TypePolicy } from '../access';
import { NOTHING } from '../row-rules';

/** Counts of what their reader sees; computed for him, and no rows. */
const counts = (withRow: string): TypePolicy => ({
  seenBy:
    'Coordination et comité de pilotage ; sans les audits des services avec lesquels ils ont un lien, qui ne comptent nulle part.',
  rows: () => NOTHING,
  withRow,
});

/** Webhooks, their deliveries, and a campaign at a glance. */
export const webhooksPolicy: RoomPolicy = {
  types: {
    CampaignProgress: counts(
      `day auditCount lateCount states turns openRequestCount lateRequestCount openRecusalCount lateRecusalCount
       frozenAssignmentCount openActionCount lateActionCount applications deadlines auditorLoads`,
    ),
    AuditStateCount: counts('state auditCount'),
    AuditTurnCount: counts('turn auditCount lateCount'),
    ApplicationStateCount: counts('state applicationCount'),
    AuditDeadlinePage: counts('deadlines totalCount hasNextPage endCursor'),
    AuditDeadline: counts('audit kind dueOn turn isLate lateWorkingDays'),
    AuditorLoadPage: counts('loads totalCount hasNextPage endCursor'),
    AuditorLoad: counts('auditor auditCounts visits openTaskCount'),
    MonthlyVisits: counts('month visitCount'),
  },
  mutations: {},
  queries: { campaignProgress: ['COORDINATOR', 'STEERING_MEMBER'] },
  arguments: {
    'Query.campaignProgress.campaignId': { reveals: 'auditCount' },
    'CampaignProgress.deadlines.isLate': { reveals: 'deadlines' },
  },
};
