import type { RoomPolicy } from '../access';
import { amongIds, either, ofOwnTeam, ofVisibleAudit } from '../row-rules';

/** Evidence is for the service that gives it and for the team that weighs it; nobody else reads it. */
export const evidencePolicy: RoomPolicy = {
  types: {
    Evidence: {
      seenBy: 'Le service qui la dépose et l’équipe de l’audit ; personne d’autre.',
      rows: ofVisibleAudit((viewer, t, bind) =>
        either(ofOwnTeam(viewer, t, bind), amongIds(`${t}.audited_service_id`, viewer.services.keys(), bind)),
      ),
      withRow:
        'id audit auditedService kind evidenceKind state title url note file upload scan availableTransitions periodFrom periodTo expiresOn isExpired criteria verdict answers takenOverFrom history version createdAt updatedAt',
    },
  },
  mutations: {
    evidenceAdd: ['SERVICE_MANAGER', 'SERVICE_CONTRIBUTOR'],
    evidenceUpdate: ['SERVICE_MANAGER', 'SERVICE_CONTRIBUTOR'],
  },
  queries: {},
  arguments: {
    'Evidence.filter.criterionIds': { reveals: 'criteria' },
  },
};
