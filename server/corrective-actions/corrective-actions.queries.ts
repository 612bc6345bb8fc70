import { columns, oneOf, readModel, type ComputedEdge, type ReadModel } from '../database/read-model';
import { transitionsEdge } from '../identity';
import { uuidOf } from '../kernel/ids';
import { parisDate } from '../kernel/working-days';
import { historyEdge } from '../trail';
import { correctiveActionFacts } from './corrective-action-facts';
import { correctiveActionStates, OWED_STATES, type CorrectiveActionState } from './corrective-action.states';
import { precedentEdges } from './precedents';
import { lastLateDueDate, latenessOf, type Lateness } from './lateness';

/** A fact of the lateness of actions, of today in Paris. */
const late = (of: (lateness: Lateness) => unknown): ComputedEdge => ({
  kind: 'computed',
  needs: ['state', 'dueOn'],
  compute: (rows, { now }) => {
    const today = parisDate(now);
    return Promise.resolve(
      rows.map((row) =>
        of(latenessOf({ state: row['state'] as CorrectiveActionState, dueOn: String(row['dueOn']) }, today)),
      ),
    );
  },
});

/** Overdue or not on a day; the day travels with the filter, and so into the cursors of the list. */
export interface OverdueFilter {
  is: boolean;
  on: string;
}

/** How corrective actions and the notes on them are read. */
export const correctiveActionsReads: readonly ReadModel[] = [
  readModel({
    type: 'CorrectiveAction',
    table: 'corrective_action',
    columns: columns(
      `auditId auditedServiceId findingId state title cause containment ownerName dueOn effectivenessDueOn doneAt
       verifiedAt reopenReason waiverReason waiverExpiresOn version createdAt updatedAt`,
      { ownerAccountId: '(select o.account_id from corrective_action_owner o where o.id = t.id)' },
    ),
    edges: {
      history: historyEdge('CorrectiveAction'),
      finding: { kind: 'one', to: 'Finding', key: 'findingId' },
      audit: { kind: 'one', to: 'Audit', key: 'auditId' },
      auditedService: { kind: 'one', to: 'AuditedService', key: 'auditedServiceId' },
      notes: {
        kind: 'list',
        to: 'CorrectiveActionNote',
        column: 'corrective_action_id',
        sort: 'created_at',
      },
      effectivenessChecks: {
        kind: 'list',
        to: 'EffectivenessCheck',
        column: 'corrective_action_id',
        sort: 'round',
      },
      waitsFor: {
        kind: 'list',
        to: 'CorrectiveAction',
        column: 'corrective_action_id',
        through: { table: 'corrective_action_dependency', key: 'waits_for_id' },
        sort: 'due_on',
      },
      relapses: {
        kind: 'list',
        to: 'CorrectiveActionRelapse',
        column: 'corrective_action_id',
        sort: 'relapsed_on',
      },
      waiverExtension: { kind: 'back', to: 'WaiverExtension', column: 'id' },
      ownerAccount: { kind: 'one', to: 'Account', key: 'ownerAccountId' },
      isOverdue: late(({ days }) => days > 0),
      daysLate: late(({ days }) => days),
      workingDaysLate: late(({ workingDays }) => workingDays),
      availableTransitions: transitionsEdge(correctiveActionStates, {
        needs: ['state', 'auditId', 'auditedServiceId'],
        facts: (rows, { sql, viewer, now }) =>
          correctiveActionFacts(
            sql,
            rows.map((row) => row.id),
            viewer,
            now,
          ),
      }),
    },
    sorts: {
      DUE_ON: { column: 'due_on', type: 'date' },
      CREATED_AT: { column: 'created_at', type: 'timestamptz' },
    },
    defaultSort: 'DUE_ON',
    filters: {
      states: oneOf('state'),
      campaignIds: (value, t, bind) => {
        const ids = (value as string[]).map((id) => uuidOf('Campaign', id)).filter((id) => id !== null);
        return `${t}.campaign_id = any(${bind(ids)}::uuid[])`;
      },
      overdue: (value, t, bind) => {
        const { is, on } = value as OverdueFilter;
        const late = `${t}.due_on <= ${bind(lastLateDueDate(on))}::date`;
        const overdue = `(${t}.state = any(${bind([...OWED_STATES])}::text[]) and ${late})`;
        return is ? overdue : `not ${overdue}`;
      },
    },
  }),
  readModel({
    type: 'CorrectiveActionNote',
    table: 'corrective_action_note',
    columns: columns('kind text evidenceId createdAt'),
    edges: { evidence: { kind: 'one', to: 'Evidence', key: 'evidenceId' } },
  }),
  readModel({
    type: 'EffectivenessCheck',
    table: 'effectiveness_check',
    columns: columns('round dueOn judgedOn verdict reason evidenceId'),
    edges: { evidence: { kind: 'one', to: 'Evidence', key: 'evidenceId' } },
  }),
  readModel({
    type: 'CorrectiveActionRelapse',
    table: 'corrective_action_relapse',
    columns: columns('findingId relapsedOn'),
    edges: { finding: { kind: 'one', to: 'Finding', key: 'findingId' } },
  }),
  readModel({
    type: 'WaiverExtension',
    table: 'waiver_extension',
    columns: columns('reason expiresOn createdAt'),
  }),
];

/** What this room hangs on types of rooms before it, by type and field. */
export const correctiveActionsEdges: Readonly<Record<string, ReadModel['edges']>> = {
  Finding: precedentEdges,
};
