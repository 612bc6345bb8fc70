import type { RoomPolicy } from '../access';
import { amongIds, either, NOTHING, programme, takesPart } from '../row-rules';

/** Campaigns are public to all who take part, once they leave the drawer, and to observers once
 * their synthesis is published; applications to the service and the G4. */
export const campaignsPolicy: RoomPolicy = {
  types: {
    Campaign: {
      seenBy:
        'La coordination et le comité de pilotage ; tous ceux qui prennent part aux audits dès qu’elle n’est plus un brouillon ; les observateurs une fois la synthèse publiée.',
      rows: (viewer, t) => {
        if (viewer.roles.has('COORDINATOR') || viewer.roles.has('STEERING_MEMBER')) return null;
        if (takesPart(viewer)) return `${t}.state <> 'DRAFT'`;
        return viewer.roles.has('OBSERVER') ? `${t}.state = 'SYNTHESIS_PUBLISHED'` : NOTHING;
      },
      withRow:
        'id code title description state templateVersion callClosesOn visitsFrom visitsTo cancelReason version createdAt updatedAt history availableTransitions applications audits matchingRuns doseStatistics survey conflictRules deadlines contradictoryRules synthesis',
    },
    CampaignConflictRule: {
      seenBy: 'Ceux qui voient la campagne.',
      rows: () => NOTHING,
      withRow: 'code number predicate label steps',
    },
    CampaignDeadline: {
      seenBy: 'Ceux qui voient la campagne.',
      rows: () => NOTHING,
      withRow: 'code days months label',
    },
    Application: {
      seenBy: 'La coordination et le comité de pilotage, sauf lien avec le service ; le service candidat.',
      rows: (viewer, t, bind) =>
        either(
          programme(viewer, `${t}.audited_service_id`, bind),
          amongIds(`${t}.audited_service_id`, viewer.services.keys(), bind),
        ),
      withRow:
        'id campaign auditedService state motivation decisionReason version createdAt updatedAt history availableTransitions',
    },
  },
  mutations: {
    campaignCreate: ['COORDINATOR'],
    campaignUpdate: ['COORDINATOR'],
    campaignOpenCall: ['COORDINATOR'],
    campaignCloseCall: ['COORDINATOR'],
    campaignStartMatching: ['COORDINATOR'],
    campaignStart: ['COORDINATOR'],
    campaignClose: ['COORDINATOR'],
    campaignCancel: ['COORDINATOR'],
    applicationSubmit: ['SERVICE_MANAGER'],
    applicationSelect: ['COORDINATOR'],
    applicationWaitlist: ['COORDINATOR'],
    applicationReject: ['COORDINATOR'],
    applicationConfirm: ['SERVICE_MANAGER'],
    applicationWithdraw: ['SERVICE_MANAGER'],
  },
  queries: {
    campaign: ['SIGNED_IN'],
    campaigns: ['SIGNED_IN'],
    application: ['SIGNED_IN'],
  },
};
