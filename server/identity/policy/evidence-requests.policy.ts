import type { RowRule } from '../../database/read-model';
import type { RoomPolicy } from '../access';
import { amongIds, either, NOTHING, ofOwnTeam, ofVisibleAudit } from '../row-rules';

/** As evidence itself: between the service and the team of its audit. */
const betweenServiceAndTeam = ofVisibleAudit((viewer, t, bind) =>
  either(ofOwnTeam(viewer, t, bind), amongIds(`${t}.audited_service_id`, viewer.services.keys(), bind)),
);

/** What belongs to a piece of evidence or a request is seen with it. */
const withItsOwner: RowRule = (viewer, t, bind, within, parents) =>
  within === 'Evidence' || within === 'EvidenceRequest'
    ? null
    : betweenServiceAndTeam(viewer, t, bind, within, parents);

const SEEN_BY = 'Le service et l’équipe de l’audit ; personne d’autre.';

/**
 * What evidence is asked for and how it was taken. What a team wants to see already says what it suspects: the coordination
 * reads how many requests wait and are late (`evidenceProgress`), so that it can remind, and none of them.
 */
export const evidenceRequestsPolicy: RoomPolicy = {
  types: {
    EvidenceRequest: {
      seenBy: SEEN_BY,
      rows: betweenServiceAndTeam,
      withRow: `id audit auditedService evidenceKind state isReopened isFromTemplate text dueOn isOverdue withdrawalReason
        criteria answers availableTransitions history version createdAt updatedAt`,
      restricted: { askedBy: { to: ['TEAM'] } },
    },
    EvidenceAnswer: {
      seenBy: SEEN_BY,
      rows: withItsOwner,
      withRow: 'id request number evidence remark missing verdict verdictReason decidedAt answeredAt version',
      restricted: { decidedBy: { to: ['TEAM'] } },
    },
    EvidenceVerdict: {
      seenBy: SEEN_BY,
      rows: withItsOwner,
      withRow: 'id evidence value reason evidenceVersion decidedAt version',
      restricted: { decidedBy: { to: ['TEAM'] } },
    },
    EvidenceProgress: {
      seenBy: 'Ceux qui voient l’audit : des nombres, jamais ce qui est demandé ni répondu.',
      rows: () => NOTHING,
      withRow: 'openCount answeredCount acceptedCount rejectedCount overdueCount',
    },
  },
  mutations: {
    evidenceRequestCreate: ['TEAM'],
    evidenceRequestsFromTemplate: ['TEAM'],
    evidenceRequestAnswer: ['SERVICE_MANAGER', 'SERVICE_CONTRIBUTOR'],
    evidenceRequestAccept: ['TEAM'],
    evidenceRequestReject: ['TEAM'],
    evidenceRequestWithdraw: ['TEAM'],
    evidenceAccept: ['TEAM'],
    evidenceTurnDown: ['TEAM'],
    evidenceTakeOver: ['SERVICE_MANAGER', 'SERVICE_CONTRIBUTOR'],
  },
  queries: {},
  arguments: {
    'EvidenceRequest.filter.criterionIds': { reveals: 'criteria' },
    'EvidenceRequest.filter.dueBefore': { reveals: 'dueOn' },
    'Evidence.filter.expiresBefore': { reveals: 'expiresOn' },
    'Evidence.filter.expiresFrom': { reveals: 'expiresOn' },
  },
};
