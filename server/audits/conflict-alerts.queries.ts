import {
  columns,
  oneOf,
  oneOfIds,
  readModel,
  type ComputedEdge,
  type ReadModel,
} from '../database/read-model';
import { transitionsEdge } from '../identity';
import { factFor, type FactSentence } from '../matching';
import type { ConflictPredicate } from '../templates';
import type { AlertLevel } from './conflict-alert.entity';
import { conflictAlertStates } from './conflict-alert.states';
import { substitutesFor, type SeatToFill } from './substitutes';
import { OWN_FACTS } from './team-conflicts';

/** What the rule saw; an auditor reads what is about himself, and nothing about other people. */
const readableFacts: ComputedEdge = {
  kind: 'computed',
  needs: ['storedFacts', 'predicate'],
  compute: (rows, { viewer }) => {
    const isProgramme = viewer.roles.has('COORDINATOR') || viewer.roles.has('STEERING_MEMBER');
    return Promise.resolve(
      rows.map((row) =>
        isProgramme || OWN_FACTS.has(row['predicate'] as ConflictPredicate)
          ? (row['storedFacts'] as FactSentence[]).map((fact) => factFor(fact, viewer))
          : [],
      ),
    );
  },
};

const SEATS_TO_FILL = `
  select x.id as "alertId", g.id, g.audit_id as "auditId", a.campaign_id as "campaignId",
    a.audited_service_id as "auditedServiceId", g.seat, g.is_lead as "isLead"
  from conflict_alert x join assignment g on g.id = x.assignment_id join audit a on a.id = g.audit_id
  where x.id = any($1::uuid[])`;

const AT_MOST = 20;

/** Who could take the seat of a frozen assignment, the best first; 20 at most. The policy table says who may ask. */
export const substitutesEdge: ComputedEdge = {
  kind: 'computed',
  needs: ['id'],
  async compute(rows, { sqlOfActs, now, viewer }) {
    const seats = await sqlOfActs<SeatToFill & { alertId: string }>(SEATS_TO_FILL, [
      rows.map(({ id }) => id),
    ]);
    const ranked = await substitutesFor(sqlOfActs, seats, now, viewer.walledServices);
    const seatOf = new Map(seats.map(({ alertId, id }) => [alertId, id]));
    return rows.map(({ id }) => (ranked.get(seatOf.get(id) ?? '') ?? []).slice(0, AT_MOST));
  },
};

/** How conflicts that came to assignments are read. */
export const conflictAlertReads: readonly ReadModel[] = [
  readModel({
    type: 'ConflictAlert',
    table: 'conflict_alert',
    columns: columns(
      `auditId assignmentId auditorId ruleCode ruleNumber predicate level cause foundAt substituteAuditorId state
       resolvedAt version createdAt updatedAt`,
      { storedFacts: 't.facts', auditedServiceId: 'app.service_of_audit(t.audit_id)' },
    ),
    always: ['auditId', 'auditorId', 'auditedServiceId'],
    edges: {
      audit: { kind: 'one', to: 'Audit', key: 'auditId' },
      assignment: { kind: 'one', to: 'Assignment', key: 'assignmentId' },
      auditor: { kind: 'one', to: 'Auditor', key: 'auditorId' },
      substitute: { kind: 'one', to: 'Auditor', key: 'substituteAuditorId' },
      facts: readableFacts,
      availableTransitions: transitionsEdge(conflictAlertStates, {
        needs: ['state', 'level', 'auditedServiceId'],
        facts: (rows) =>
          Promise.resolve(
            rows.map((row) => ({ id: row.id, isReviewable: (row['level'] as AlertLevel) === 'REVIEW' })),
          ),
      }),
    },
    filters: {
      states: oneOf('state'),
      levels: oneOf('level'),
      ruleCodes: oneOf('rule_code'),
      auditorIds: oneOfIds('Auditor', (t, ids) => `${t}.auditor_id = any(${ids})`),
      // Whoever is frozen reads his alert, and nothing of its audit.
      campaignIds: oneOfIds('Campaign', (t, ids) => `app.campaign_of_audit(${t}.audit_id) = any(${ids})`),
    },
  }),
];
