import type { RoomPolicy } from '../access';
import { NOTHING, programme } from '../row-rules';

/** Conflicts and what they rest on are for the coordination and the steering alone. */
export const matchingPolicy: RoomPolicy = {
  types: {
    Conflict: {
      seenBy: 'La coordination et le comité de pilotage, sauf lien avec le service.',
      rows: (viewer, t, bind) => {
        const free = programme(viewer, 'a.audited_service_id', bind);
        return free === null || free === NOTHING
          ? free
          : `exists (select 1 from audit a where a.id = ${t}.audit_id and ${free})`;
      },
      withRow:
        'id audit assignment auditor ruleCode ruleNumber level facts overriddenBy overrideReason createdAt',
    },
    Candidate: {
      seenBy: 'La coordination, sauf lien avec le service.',
      rows: () => NOTHING,
      withRow: 'auditor conflicts isAvailable load',
    },
  },
  mutations: {},
  queries: {
    candidatesFor: ['COORDINATOR'],
    conflictsOf: ['COORDINATOR'],
  },
  arguments: {
    'Query.candidatesFor.auditId': { reveals: 'auditor' },
    'Query.candidatesFor.seat': { reveals: 'auditor' },
    'Query.conflictsOf.auditId': { reveals: 'ruleCode level facts' },
    'Query.conflictsOf.auditorId': { reveals: 'ruleCode level facts' },
  },
};
