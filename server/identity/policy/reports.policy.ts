import type { RoomPolicy } from '../access';
import { ofVisibleAudit } from '../row-rules';

/** The draft, what the service says of it, and the issued report. */
export const reportsPolicy: RoomPolicy = {
  types: {
    Report: {
      seenBy: 'Ceux qui voient l’audit ; le contenu entier, le service et l’équipe seuls.',
      rows: ofVisibleAudit(),
      withRow: 'id audit number sha256 variants amendmentReason issuedAt checkpoint history',
      restricted: {
        // Others read what is left of it for them: `variants`. Signatures name the hash of the whole body.
        content: { to: ['TEAM', 'SERVICE_MANAGER', 'SERVICE_CONTRIBUTOR', 'SERVICE_READER'] },
        signatures: { to: ['TEAM', 'SERVICE_MANAGER', 'SERVICE_CONTRIBUTOR', 'SERVICE_READER'] },
      },
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
