import type { RoomPolicy } from '../access';
import type { RowRule } from '../../database/read-model';
import { NOTHING, programme } from '../row-rules';

/** Rows of audits that programme staff without a tie may see. */
const ofFreeAudit: RowRule = (viewer, t, bind) => {
  const free = programme(viewer, 'a.audited_service_id', bind);
  return free === null || free === NOTHING
    ? free
    : `exists (select 1 from audit a where a.id = ${t}.audit_id and ${free})`;
};

const FREE_PROGRAMME = 'La coordination et le comité de pilotage, sauf lien avec le service.';

/** Conflicts and what they rest on, and runs of the matcher, are for the coordination and the steering alone. */
export const matchingPolicy: RoomPolicy = {
  types: {
    Conflict: {
      seenBy: FREE_PROGRAMME,
      rows: ofFreeAudit,
      withRow:
        'id audit assignment auditor ruleCode ruleNumber level facts overriddenBy overrideReason createdAt',
    },
    Candidate: {
      seenBy: 'La coordination, sauf lien avec le service.',
      rows: () => NOTHING,
      withRow: 'auditor conflicts isAvailable load',
    },
    MatchingRun: {
      seenBy:
        'La coordination et le comité de pilotage ; les chiffres du plan entier et ses données, seulement sans lien avec un de ses services.',
      rows: (viewer) =>
        viewer.roles.has('COORDINATOR') || viewer.roles.has('STEERING_MEMBER') ? null : NOTHING,
      withRow: `id campaign operation baseRun state isDryRun seed seconds memoryMegabytes rulesHash solverVersion settings
        status objective bound gap boundCovers stoppedBy solvedSeconds message startedBy publishedBy snapshotHash planHash
        instance plan teams availableTransitions finishedAt publishedAt version createdAt updatedAt`,
    },
    ProposedTeam: {
      seenBy: FREE_PROGRAMME,
      rows: ofFreeAudit,
      withRow: 'id matchingRun audit week value members createdAt',
    },
    ProposedMember: {
      seenBy: FREE_PROGRAMME,
      rows: ofFreeAudit,
      withRow: 'id proposedTeam auditor seat isLead assignment createdAt',
    },
    MatchingDecision: {
      seenBy: FREE_PROGRAMME,
      rows: ofFreeAudit,
      withRow: 'id audit auditor kind reason decidedBy endedAt version createdAt updatedAt',
    },
    MatchingSettings: {
      seenBy: 'La coordination et le comité de pilotage.',
      rows: () => NOTHING,
      withRow: `weights fairness recencyYears isLanguageRequired minimumAudits isReviewAllowed radiologists radiographers
        medicalPhysicists pastCampaigns version`,
    },
    MatchingWeights: {
      seenBy: 'La coordination et le comité de pilotage.',
      rows: () => NOTHING,
      withRow: `fit experience experienceAudits travel travelKilometres otherRegion preferredRegion elsewhere traineeShare
        load shortfall missingLead missingCritical belowMinimum pastPair kept sharedTeams`,
    },
    StaffingNeed: {
      seenBy: 'Le service lui-même ; la coordination et le comité de pilotage, sauf lien avec lui.',
      rows: () => NOTHING,
      withRow:
        'radiologists radiographers medicalPhysicists hasTraineeSeat weeks criticalModalities languages version',
    },
  },
  mutations: {
    matchingRunStart: ['COORDINATOR'],
    matchingRunPublish: ['COORDINATOR'],
    matchingRunUndo: ['COORDINATOR'],
    matchingRunDiscard: ['COORDINATOR'],
    matchingPin: ['COORDINATOR'],
    matchingForbid: ['COORDINATOR'],
    matchingDecisionEnd: ['COORDINATOR'],
    matchingSettingsSet: ['COORDINATOR'],
    staffingNeedSet: ['COORDINATOR', 'SERVICE_MANAGER'],
  },
  queries: {
    matchingRun: ['COORDINATOR', 'STEERING_MEMBER'],
    matchingSettings: ['COORDINATOR', 'STEERING_MEMBER'],
    staffingNeed: ['SIGNED_IN'],
    candidatesFor: ['COORDINATOR'],
    conflictsOf: ['COORDINATOR'],
  },
  arguments: {
    'Query.matchingSettings.campaignId': { reveals: 'version' },
    'Query.staffingNeed.campaignId': { reveals: 'version' },
    'Query.staffingNeed.auditedServiceId': { reveals: 'version' },
    'Query.candidatesFor.auditId': { reveals: 'auditor' },
    'Query.candidatesFor.seat': { reveals: 'auditor' },
    'Query.conflictsOf.auditId': { reveals: 'ruleCode level facts' },
    'Query.conflictsOf.auditorId': { reveals: 'ruleCode level facts' },
  },
};
