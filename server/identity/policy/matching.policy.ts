import type { RowRule } from '../../database/read-model';
import type { RoomPolicy } from '../access';
import { amongIds, either, NOTHING, programme } from '../row-rules';

/** Rows of audits that programme staff without a tie may see. */
export const ofProgramme: RowRule = (viewer, t, bind) => {
  const free = programme(viewer, 'a.audited_service_id', bind);
  return free === null || free === NOTHING
    ? free
    : `exists (select 1 from audit a where a.id = ${t}.audit_id and ${free})`;
};

/** Conflicts and what they rest on are for the coordination and the steering; for oneself as far as they are about oneself. */
export const matchingPolicy: RoomPolicy = {
  types: {
    Conflict: {
      seenBy: 'La coordination et le comité de pilotage, sauf lien avec le service.',
      rows: ofProgramme,
      withRow:
        'id audit assignment auditor ruleCode ruleNumber level facts overriddenBy overrideReason createdAt',
    },
    ConflictFact: {
      seenBy: 'La coordination ; les personnes qu’il concerne. Jamais un service.',
      rows: (viewer, t, bind) => {
        if (viewer.roles.has('COORDINATOR')) return null;
        const me = viewer.personId ? [viewer.personId] : [];
        return either(amongIds(`${t}.person_id`, me, bind), amongIds(`${t}.other_person_id`, me, bind));
      },
      withRow: `id kind person organisation auditedService otherPerson otherOrganisation otherAuditedService otherParty
        description fromDate toDate source createdAt`,
    },
    ConflictAlert: {
      seenBy:
        'La coordination et le comité de pilotage, sauf lien avec le service ; l’auditeur, pour ses affectations. Jamais le service.',
      rows: (viewer, t, bind) =>
        either(
          ofProgramme(viewer, t, bind, null),
          viewer.auditorId ? `${t}.auditor_id = ${bind(viewer.auditorId)}` : NOTHING,
        ),
      withRow: `id audit assignment auditor ruleCode ruleNumber level facts foundAt state resolvedAt availableTransitions
        version createdAt updatedAt`,
      restricted: {
        // The act of somebody else, and somebody else's name.
        cause: { to: ['COORDINATOR', 'STEERING_MEMBER'] },
        substitute: { to: ['COORDINATOR', 'STEERING_MEMBER'] },
      },
    },
    CampaignConflict: {
      seenBy: 'La coordination, sauf lien avec le service.',
      rows: () => NOTHING,
      withRow: 'auditor auditedService ruleCode level facts',
    },
    CampaignConflictPage: {
      seenBy: 'La coordination, sauf lien avec le service.',
      rows: () => NOTHING,
      withRow: 'conflicts totalCount hasNextPage endCursor',
    },
    Substitute: {
      seenBy: 'La coordination, sauf lien avec le service.',
      rows: () => NOTHING,
      withRow: 'auditor warnings load kilometres',
    },
    Candidate: {
      seenBy: 'La coordination, sauf lien avec le service.',
      rows: () => NOTHING,
      withRow: 'auditor conflicts isAvailable load',
    },
  },
  mutations: {
    conflictFactDeclare: ['SELF', 'COORDINATOR'],
    conflictFactEnd: ['SELF', 'COORDINATOR'],
    conflictAlertOverride: ['COORDINATOR'],
  },
  queries: {
    campaignConflicts: ['COORDINATOR'],
    conflictAlerts: ['SIGNED_IN'],
    conflictFacts: ['SIGNED_IN'],
    substitutesFor: ['COORDINATOR'],
    candidatesFor: ['COORDINATOR'],
    conflictsOf: ['COORDINATOR'],
  },
  arguments: {
    'Query.campaignConflicts.campaignId': { reveals: 'conflicts totalCount' },
    'CampaignConflictPage.filter.ruleCodes': { reveals: 'conflicts totalCount' },
    'CampaignConflictPage.filter.levels': { reveals: 'conflicts totalCount' },
    'CampaignConflictPage.filter.auditorIds': { reveals: 'conflicts totalCount' },
    'Query.substitutesFor.conflictAlertId': { reveals: 'auditor' },
    'CampaignConflictPage.filter.auditedServiceIds': { reveals: 'conflicts totalCount' },
    'ConflictAlert.filter.campaignIds': { reveals: 'audit' },
    'Query.candidatesFor.auditId': { reveals: 'auditor' },
    'Query.candidatesFor.seat': { reveals: 'auditor' },
    'Query.conflictsOf.auditId': { reveals: 'ruleCode level facts' },
    'Query.conflictsOf.auditorId': { reveals: 'ruleCode level facts' },
  },
};
