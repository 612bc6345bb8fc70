import type { Bind } from '../../database/read-model';
import type { Viewer } from '../../kernel/viewer';
import type { FieldRule, RoomPolicy } from '../access';
import { amongIds, either, NOTHING, ofOwnTeam, programme } from '../row-rules';

/** On the team, or called on for it. */
const ACTIVE = `('PROPOSED', 'ACCEPTED', 'CONFIRMED', 'COMPLETED')`;

/** Whose work the signatures are, and who plans it. */
const SIGNATURES: FieldRule = { to: ['TEAM', 'SELF', 'COORDINATOR', 'STEERING_MEMBER'] };

/** The row's audit, on a condition; null and NOTHING stay what they are. */
function ofAudit(t: string, condition: string | null): string | null {
  return condition === null || condition === NOTHING
    ? condition
    : `exists (select 1 from audit a where a.id = ${t}.audit_id and ${condition})`;
}

/** Rows of audits that programme staff without a tie may see. */
function ofProgramme(viewer: Viewer, t: string, bind: Bind): string | null {
  return ofAudit(t, programme(viewer, 'a.audited_service_id', bind));
}

/**
 * What a service sees of its team: who has accepted, once the team was shown. While a substitute is being sought it
 * sees those it was shown, not who might come.
 */
function shownToService(viewer: Viewer, t: string, bind: Bind): string {
  const own = amongIds('a.audited_service_id', viewer.services.keys(), bind);
  if (own === NOTHING) return NOTHING;
  return `(${t}.state in ('ACCEPTED', 'CONFIRMED', 'COMPLETED') and exists (
    select 1 from audit a where a.id = ${t}.audit_id and ${own} and a.team_shown_at is not null
      and (a.state <> 'TEAM_PROPOSED' or ${t}.responded_at <= a.team_shown_at)))`;
}

/** The active members of the viewer's own teams. */
function teamMates(viewer: Viewer, t: string, bind: Bind): string {
  const own = ofOwnTeam(viewer, t, bind);
  return own === NOTHING ? NOTHING : `(${own} and ${t}.state in ${ACTIVE})`;
}

/**
 * Teams: the coordination sees all of it, the team sees itself, the service sees who comes and never who withdrew or
 * why; recusals are between the service and those who decide.
 */
export const teamsPolicy: RoomPolicy = {
  types: {
    Assignment: {
      seenBy:
        'La coordination et le comité de pilotage sans lien avec le service ; l’auditeur lui-même ; l’équipe, pour ses membres et ceux qu’elle attend ; le service, pour ceux qui ont accepté, une fois l’équipe présentée.',
      rows: (viewer, t, bind) =>
        either(
          ofProgramme(viewer, t, bind),
          viewer.auditorId ? `${t}.auditor_id = ${bind(viewer.auditorId)}` : NOTHING,
          teamMates(viewer, t, bind),
          shownToService(viewer, t, bind),
        ),
      withRow: `id audit campaign auditedService auditor seat isLead state respondBy attestedAt respondedAt
        recusal conflicts availableTransitions history version createdAt updatedAt`,
      restricted: {
        reason: { to: ['SELF', 'COORDINATOR'] },
        // The service reads the draft and the report when they are out, and not how far the team is with them.
        draftSignedAt: SIGNATURES,
        reportSignedAt: SIGNATURES,
      },
    },
    Recusal: {
      seenBy:
        'Le service qui récuse ; la coordination et le comité de pilotage sans lien avec lui. Jamais l’auditeur.',
      rows: (viewer, t, bind) =>
        either(
          ofProgramme(viewer, t, bind),
          ofAudit(t, amongIds('a.audited_service_id', viewer.services.keys(), bind)),
        ),
      withRow: `id audit assignment auditor state reason isLate decideBy decisionReason decidedAt appealReason appealUntil
        appealDecisionReason availableTransitions history version createdAt updatedAt`,
    },
  },
  mutations: {
    assignmentPropose: ['COORDINATOR'],
    assignmentAccept: ['SELF'],
    assignmentDecline: ['SELF'],
    assignmentDeclareConflict: ['SELF'],
    assignmentReplace: ['COORDINATOR'],
    recusalFile: ['SERVICE_MANAGER'],
    recusalGrant: ['COORDINATOR', 'STEERING_MEMBER'],
    recusalRefuse: ['COORDINATOR', 'STEERING_MEMBER'],
    recusalAppeal: ['SERVICE_MANAGER'],
    recusalGrantAppeal: ['COORDINATOR', 'STEERING_MEMBER'],
    recusalRefuseAppeal: ['COORDINATOR', 'STEERING_MEMBER'],
  },
  queries: {
    assignment: ['SIGNED_IN'],
    assignments: ['SIGNED_IN'],
    recusal: ['SIGNED_IN'],
    recusals: ['SIGNED_IN'],
  },
};
