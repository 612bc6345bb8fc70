import type { RoomPolicy } from '../access';
import { ofVisibleAudit } from '../row-rules';

/** The draft, what the service says of it, and the issued report. */
export const reportsPolicy: RoomPolicy = {
  types: {
    Report: {
      seenBy: 'Ceux qui voient l’audit.',
      rows: ofVisibleAudit(),
      withRow: 'id audit number sha256 content amendmentReason issuedAt signatures checkpoint history',
    },
  },
  mutations: {
    draftReportSign: ['TEAM'],
    draftReportSubmit: ['LEAD'],
    contradictoryAnswer: ['SERVICE_MANAGER'],
    contradictoryClose: ['LEAD', 'COORDINATOR'],
    reportSign: ['TEAM'],
    reportIssue: ['LEAD'],
  },
  queries: {
    report: ['SIGNED_IN'],
  },
};
