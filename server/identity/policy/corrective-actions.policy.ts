import type { RowRule } from '../../database/read-model';
import type { RoomPolicy } from '../access';
import { amongIds, either, programme } from '../row-rules';

/** As the audit is visible; the row names its service itself, so that long lists need not ask the audit. */
const actionRows: RowRule = (viewer, t, bind, within) =>
  within === null
    ? either(
        programme(viewer, `${t}.audited_service_id`, bind),
        amongIds(`${t}.audited_service_id`, viewer.services.keys(), bind),
        amongIds(`${t}.audit_id`, viewer.assignedAudits, bind),
      )
    : null;

/** A note goes with its action. */
const noteRows: RowRule = (viewer, t, bind, within) => {
  if (within !== null) return null;
  const rule = actionRows(viewer, 'c', bind, null);
  const own = `c.id = ${t}.corrective_action_id`;
  return `exists (select 1 from corrective_action c where ${rule === null ? own : `${own} and ${rule}`})`;
};

/** The service's plan and its actions: the service acts, the team and the coordination check. */
export const correctiveActionsPolicy: RoomPolicy = {
  types: {
    CorrectiveAction: {
      seenBy:
        'Ceux qui voient l’audit : coordination et comité de pilotage sans lien, service audité, équipe.',
      rows: actionRows,
      withRow:
        'id finding audit auditedService state title cause containment ownerName dueOn effectivenessDueOn isOverdue doneAt verifiedAt reopenReason waiverReason waiverExpiresOn notes availableTransitions history version createdAt updatedAt',
    },
    CorrectiveActionNote: {
      seenBy: 'Ceux qui voient l’action.',
      rows: noteRows,
      withRow: 'id kind text evidence createdAt',
    },
  },
  mutations: {
    planOpen: ['LEAD', 'COORDINATOR'],
    planSubmit: ['SERVICE_MANAGER'],
    planReturn: ['LEAD'],
    planAccept: ['LEAD'],
    correctiveActionPropose: ['SERVICE_MANAGER', 'SERVICE_CONTRIBUTOR'],
    correctiveActionUpdate: ['SERVICE_MANAGER', 'SERVICE_CONTRIBUTOR'],
    correctiveActionStart: ['SERVICE_MANAGER', 'SERVICE_CONTRIBUTOR'],
    correctiveActionNote: ['SERVICE_MANAGER', 'SERVICE_CONTRIBUTOR'],
    correctiveActionDeclareDone: ['SERVICE_MANAGER', 'SERVICE_CONTRIBUTOR'],
    correctiveActionVerify: ['TEAM', 'COORDINATOR'],
    correctiveActionReopen: ['TEAM', 'COORDINATOR'],
    correctiveActionRequestWaiver: ['SERVICE_MANAGER'],
    correctiveActionWaive: ['LEAD', 'COORDINATOR'],
  },
  queries: {
    correctiveAction: ['SIGNED_IN'],
    correctiveActions: ['SIGNED_IN'],
  },
  arguments: {
    'CorrectiveAction.filter.campaignIds': { reveals: 'audit' },
    'CorrectiveAction.filter.overdue': { reveals: 'isOverdue' },
  },
};
