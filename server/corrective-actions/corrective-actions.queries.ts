import {
  columns,
  oneOf,
  readModel,
  type ComputedEdge,
  type ComputeContext,
  type ReadModel,
} from '../database/read-model';
import { transitionsEdge } from '../identity';
import { uuidOf } from '../kernel/ids';
import type { Viewer } from '../kernel/viewer';
import { parisDate } from '../kernel/working-days';
import {
  correctiveActionStates,
  OWED_STATES,
  type CorrectiveActionFacts,
  type CorrectiveActionState,
} from './corrective-action.states';
import { historyEdge } from '../trail';

/** The same for one action among many. */
export interface CorrectiveActionFactsRow extends CorrectiveActionFacts {
  id: string;
}

const FACTS = `
  select c.id, a.state as "auditState",
    (select count(*)::int from corrective_action_note n
      where n.corrective_action_id = c.id and n.kind = 'PROOF' and n.created_at > coalesce(
        (select max(r.created_at) from corrective_action_note r
          where r.corrective_action_id = c.id and r.kind = 'REOPENING'), '-infinity')) as "freshProofs",
    c.audited_service_id = any($4::uuid[]) or exists (
      select 1 from account x where x.person_id = $2::uuid and (x.id = c.proposed_by_id or x.id in (
        select n.created_by_id from corrective_action_note n
        where n.corrective_action_id = c.id and n.kind in ('PROGRESS', 'PROOF')))) as "isOwn",
    c.waiver_requested_by_id is not null as "isWaiverRequested",
    coalesce(c.waiver_expires_on < $3::date, false) as "isWaiverOver",
    exists (select 1 from account x where x.person_id = $2::uuid and x.id = c.waiver_requested_by_id) as "isWaiverOwn"
  from corrective_action c
  join audit a on a.id = c.audit_id
  where c.id = any($1::uuid[])`;

/** What the guards of corrective actions look at, for many actions in one statement. A person may hold two accounts. */
export function correctiveActionFacts(
  sql: ComputeContext['sql'],
  ids: readonly string[],
  viewer: Viewer,
  now: Date,
): Promise<CorrectiveActionFactsRow[]> {
  return sql<CorrectiveActionFactsRow>(FACTS, [
    ids,
    viewer.personId,
    parisDate(now),
    [...viewer.services.keys()],
  ]);
}

const isOverdue: ComputedEdge = {
  kind: 'computed',
  needs: ['state', 'dueOn'],
  compute: (rows, { now }) => {
    const today = parisDate(now);
    return Promise.resolve(
      rows.map((row) => isOwed(row['state'] as CorrectiveActionState) && String(row['dueOn']) < today),
    );
  },
};

function isOwed(state: CorrectiveActionState): boolean {
  return (OWED_STATES as readonly CorrectiveActionState[]).includes(state);
}

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
      isOverdue,
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
        const overdue = `(${t}.state = any(${bind([...OWED_STATES])}::text[]) and ${t}.due_on < ${bind(on)}::date)`;
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
];
