import type { RoomPolicy } from '../access';
import { NOTHING } from '../row-rules';
import { ofProgramme } from './matching.policy';

const FREE_PROGRAMME = 'La coordination et le comité de pilotage, sauf lien avec le service.';

/** Runs of the matcher and what is settled ahead of them are for the programme; what a service needs, for the service too. */
export const matchingRunsPolicy: RoomPolicy = {
  types: {
    MatchingRun: {
      seenBy:
        'La coordination et le comité de pilotage ; les chiffres du plan entier et ses données, seulement sans lien avec un service, ou pour qui l’a lancée.',
      rows: (viewer) =>
        viewer.roles.has('COORDINATOR') || viewer.roles.has('STEERING_MEMBER') ? null : NOTHING,
      withRow: `id campaign operation baseRun state isDryRun seed seconds memoryMegabytes rulesHash solverVersion settings
        status objective bound gap boundCovers stoppedBy solvedSeconds message startedBy publishedBy snapshotHash planHash
        instance plan teams availableTransitions finishedAt publishedAt version createdAt updatedAt`,
    },
    ProposedTeam: {
      seenBy: FREE_PROGRAMME,
      rows: ofProgramme,
      withRow: 'id matchingRun audit week value members createdAt',
    },
    ProposedMember: {
      seenBy: FREE_PROGRAMME,
      // A team that is seen is seen with its members.
      rows: (viewer, t, bind, within) =>
        within === 'ProposedTeam' ? null : ofProgramme(viewer, t, bind, within),
      withRow: 'id proposedTeam auditor seat isLead assignment createdAt',
    },
    MatchingDecision: {
      seenBy: FREE_PROGRAMME,
      rows: ofProgramme,
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
    matchingRun: ['SIGNED_IN'],
    matchingSettings: ['COORDINATOR', 'STEERING_MEMBER'],
    staffingNeed: ['SIGNED_IN'],
  },
  arguments: {
    'Query.matchingSettings.campaignId': { reveals: 'version' },
    'Query.staffingNeed.campaignId': { reveals: 'version' },
    'Query.staffingNeed.auditedServiceId': { reveals: 'version' },
  },
};
