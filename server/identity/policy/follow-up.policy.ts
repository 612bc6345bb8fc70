import type { RowRule } from '../../database/read-model';
import type { RoomPolicy } from '../access';
import { amongIds, either, NOTHING, programme } from '../row-rules';

/** Whoever reviews need not be of the team; while a conflict of his on that audit waits for a decision, he sees nothing of it. */
const reviewed = (t: string, me: string): string => `(${t}.reviewer_auditor_id = ${me}::uuid
  and not exists (select 1 from conflict_alert x
    where x.audit_id = ${t}.audit_id and x.auditor_id = ${t}.reviewer_auditor_id and x.state = 'OPEN'))`;

/** As the audit is visible, and for whoever reviews. */
const followUpRows: RowRule = (viewer, t, bind, within) =>
  within === 'Audit'
    ? null
    : either(
        programme(viewer, `${t}.audited_service_id`, bind),
        amongIds(`${t}.audited_service_id`, viewer.services.keys(), bind),
        amongIds(`${t}.audit_id`, viewer.assignedAudits, bind),
        viewer.auditorId === null || !viewer.roles.has('AUDITOR')
          ? NOTHING
          : reviewed(t, bind(viewer.auditorId)),
      );

/** What is said of an action goes with its follow-up. */
const itemRows: RowRule = (viewer, t, bind, within) => {
  if (within !== null) return null;
  const rule = followUpRows(viewer, 'd', bind, null);
  const own = `d.id = ${t}.documentary_follow_up_id`;
  return `exists (select 1 from documentary_follow_up d where ${rule === null ? own : `${own} and ${rule}`})`;
};

/** The documentary follow-up at half-cycle: the service states, a reviewer concludes, both sides read. */
export const followUpPolicy: RoomPolicy = {
  types: {
    DocumentaryFollowUp: {
      seenBy:
        'Coordination et comité de pilotage sans lien, service audité, équipe de l’audit, et l’auditeur désigné pour relire, tant que son affectation n’est pas gelée.',
      rows: followUpRows,
      withRow:
        'id audit auditedService state dueOn reviewer items submittedAt reviewedAt closedAt availableTransitions version createdAt updatedAt',
    },
    FollowUpItem: {
      seenBy: 'Ceux qui voient le suivi.',
      rows: itemRows,
      withRow:
        'id subject correctiveAction outcome statement evidence conclusion conclusionReason concludedAt version',
    },
  },
  mutations: {
    documentaryFollowUpOpen: ['COORDINATOR'],
    documentaryFollowUpNameReviewer: ['COORDINATOR'],
    followUpItemState: ['SERVICE_MANAGER', 'SERVICE_CONTRIBUTOR'],
    documentaryFollowUpSubmit: ['SERVICE_MANAGER'],
    followUpItemConclude: ['SELF'],
    documentaryFollowUpReview: ['SELF'],
    documentaryFollowUpClose: ['TEAM', 'COORDINATOR'],
  },
  queries: {
    documentaryFollowUp: ['SIGNED_IN'],
    documentaryFollowUps: ['SIGNED_IN'],
  },
};
