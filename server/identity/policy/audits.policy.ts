import type { RoomPolicy } from '../access';
import { auditRows } from '../row-rules';

/** An audit is seen by the programme without a tie, by its service, and by its team once it has accepted. */
export const auditsPolicy: RoomPolicy = {
  types: {
    Audit: {
      seenBy:
        'La coordination et le comité de pilotage, sauf lien avec le service ; le service audité ; l’équipe, une fois l’affectation acceptée et tant qu’elle n’est pas suspendue.',
      rows: auditRows,
      withRow: `id reference campaign auditedService templateVersion state visitOn currentDueOn isOverdue teamShownAt
        recusalUntil isTeamAgreed selfAssessmentDueOn selfAssessmentSubmittedAt visitClosedAt draftDueOn draftSharedAt
        contradictoryUntil isContradictoryAnswered reportDueOn reportIssuedAt planDueOn planSubmittedAt
        safetyEscalatedAt closedAt assignments recusals conflicts matchingDecisions staffingNeed grades sectionSubmissions scores evidence
        evidenceRequests evidenceProgress deliveries
        caseSamples measures measureEntries doseImports doseStatistics findings correctiveActions documentaryFollowUp reports
        reportPreview planDocument attestations comparisons
        availableTransitions history version createdAt updatedAt`,
      restricted: {
        unmappedProtocols: { to: ['TEAM', 'SERVICE_MANAGER', 'SERVICE_CONTRIBUTOR', 'SERVICE_READER'] },
        stateReason: { to: ['TEAM', 'SERVICE_MANAGER', 'COORDINATOR', 'STEERING_MEMBER'] },
        openAmendment: { to: ['TEAM'] },
        treatmentTable: { to: ['TEAM', 'SERVICE_MANAGER', 'SERVICE_CONTRIBUTOR', 'SERVICE_READER'] },
        safetyNote: { to: ['TEAM', 'SERVICE_MANAGER', 'COORDINATOR'] },
      },
    },
  },
  mutations: {
    auditPlan: ['COORDINATOR'],
    auditPlanVisit: ['COORDINATOR', 'LEAD'],
    auditProposeTeam: ['COORDINATOR'],
    auditShowTeam: ['COORDINATOR'],
    auditAgreeTeam: ['SERVICE_MANAGER'],
    auditConfirmTeam: ['COORDINATOR'],
    auditOpenSelfAssessment: ['COORDINATOR'],
    auditRecordDefault: ['COORDINATOR'],
    auditStartVisit: ['LEAD'],
    auditEndVisit: ['LEAD'],
    auditClose: ['LEAD', 'COORDINATOR'],
    auditSuspend: ['COORDINATOR'],
    auditResume: ['COORDINATOR'],
    auditCancel: ['COORDINATOR'],
    auditEscalateSafety: ['TEAM'],
  },
  queries: {
    audit: ['SIGNED_IN'],
    audits: ['SIGNED_IN'],
  },
};
