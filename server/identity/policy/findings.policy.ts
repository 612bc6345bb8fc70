import type { RowRule } from '../../database/read-model';
import type { RoomPolicy } from '../access';
import { either, ofOwnTeam, ofVisibleAudit } from '../row-rules';

/** Shared with the service: what was drafted is kept from that moment on. Before it, drafts stay with the team. */
const sharedOrOwn: RowRule = (viewer, t, bind) =>
  either(`${t}.drafted_statement is not null`, ofOwnTeam(viewer, t, bind));

/** Findings once they are shared, replies always: for the service, the team and the programme. */
export const findingsPolicy: RoomPolicy = {
  types: {
    Finding: {
      seenBy:
        'L’équipe dès le brouillon ; le service, la coordination et le comité de pilotage une fois le constat partagé.',
      rows: ofVisibleAudit(sharedOrOwn),
      withRow:
        'id audit criterion number kind severity state statement draftedStatement draftedSeverity reply correctiveActions precedents isRelapse availableTransitions history version createdAt updatedAt',
      restricted: { author: { to: ['TEAM', 'COORDINATOR'] } },
    },
    FindingReply: {
      seenBy: 'Ceux qui voient l’audit.',
      rows: ofVisibleAudit(),
      withRow: 'id finding kind argument repliedAt disposition dispositionReason disposedAt version',
      restricted: { versions: { to: ['TEAM', 'SERVICE_MANAGER', 'SERVICE_CONTRIBUTOR', 'SERVICE_READER'] } },
    },
  },
  mutations: {
    findingCreate: ['TEAM'],
    findingUpdate: ['TEAM'],
    findingDiscard: ['TEAM'],
    findingReply: ['SERVICE_MANAGER'],
    findingDispose: ['TEAM'],
  },
  queries: {
    finding: ['SIGNED_IN'],
  },
};
