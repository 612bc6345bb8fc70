import type { RowRule } from '../../database/read-model';
import type { RoomPolicy } from '../access';
import { amongIds, either, NOTHING, programme } from '../row-rules';

/** As the audit is visible; the row names its service itself, so that long lists need not ask the audit. */
const actionRows: RowRule = (viewer, t, bind, within) =>
  within === null
    ? either(
        programme(viewer, `${t}.audited_service_id`, bind),
        amongIds(`${t}.audited_service_id`, viewer.services.keys(), bind),
        amongIds(`${t}.audit_id`, viewer.assignedAudits, bind),
      )
    : null;

/** What belongs to an action goes with it. */
const withAction =
  (key: string): RowRule =>
  (viewer, t, bind, within) => {
    if (within !== null) return null;
    const rule = actionRows(viewer, 'c', bind, null);
    const own = `c.id = ${t}.${key}`;
    return `exists (select 1 from corrective_action c where ${rule === null ? own : `${own} and ${rule}`})`;
  };

/** A relapse is of the later audit: whoever sees the action alone learns nothing of that. */
const relapseRows: RowRule = (viewer, t, bind) =>
  either(
    programme(viewer, `${t}.audited_service_id`, bind),
    amongIds(`${t}.audited_service_id`, viewer.services.keys(), bind),
    amongIds(`${t}.audit_id`, viewer.assignedAudits, bind),
  );

/** The service's plan and its actions: the service acts, the team and the coordination check. */
export const correctiveActionsPolicy: RoomPolicy = {
  types: {
    CorrectiveAction: {
      seenBy:
        'Ceux qui voient l’audit : coordination et comité de pilotage sans lien, service audité, équipe.',
      rows: actionRows,
      withRow:
        'id finding audit auditedService state title cause containment ownerName ownerAccount dueOn effectivenessDueOn effectivenessChecks isOverdue daysLate workingDaysLate waitsFor relapses waiverExtension doneAt verifiedAt reopenReason waiverReason waiverExpiresOn notes availableTransitions history version createdAt updatedAt',
    },
    CorrectiveActionNote: {
      seenBy: 'Ceux qui voient l’action.',
      rows: withAction('corrective_action_id'),
      withRow: 'id kind text evidence createdAt',
    },
    EffectivenessCheck: {
      seenBy: 'Ceux qui voient l’action.',
      rows: withAction('corrective_action_id'),
      withRow: 'id round dueOn judgedOn verdict reason evidence',
    },
    WaiverExtension: {
      seenBy: 'Ceux qui voient l’action.',
      rows: withAction('id'),
      withRow: 'id reason expiresOn createdAt',
    },
    CorrectiveActionRelapse: {
      seenBy:
        'Le service, la coordination et le comité de pilotage sans lien, l’équipe de l’audit suivant ; pas celle de l’audit d’alors.',
      rows: relapseRows,
      withRow: 'id finding relapsedOn',
    },
    FindingPrecedent: {
      seenBy:
        'Ceux qui voient le constat : de l’audit antérieur, l’équipe d’aujourd’hui voit exactement cela.',
      rows: () => NOTHING,
      withRow:
        'auditReference reportIssuedOn criterionCode number kind severity statement isComparable actions',
    },
    PrecedentAction: {
      seenBy: 'Ceux qui voient le constat.',
      rows: () => NOTHING,
      withRow: 'title state verifiedOn verdict judgedOn',
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
    correctiveActionJudgeEffect: ['TEAM', 'COORDINATOR'],
    correctiveActionAddDependency: ['SERVICE_MANAGER', 'SERVICE_CONTRIBUTOR'],
    correctiveActionRemoveDependency: ['SERVICE_MANAGER', 'SERVICE_CONTRIBUTOR'],
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
