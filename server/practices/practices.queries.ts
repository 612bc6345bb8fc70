import { columns, oneOfIds, readModel, type Ask, type ReadModel } from '../database/read-model';
import { transitionsEdge } from '../identity';
import { sharedPracticeStates, type SharedPracticeFacts } from './shared-practice.states';

/** How shared practices are read. Whose one is, its row says to its service, and to all where it wants to be named. */
export const practicesReads: readonly ReadModel[] = [
  readModel({
    type: 'SharedPractice',
    table: 'shared_practice',
    columns: columns('criterionId findingId auditedServiceId auditId state text isNamed version', {
      namedServiceId: 'case when t.is_named then t.audited_service_id end',
    }),
    edges: {
      criterion: { kind: 'one', to: 'Criterion', key: 'criterionId' },
      auditedService: { kind: 'one', to: 'AuditedService', key: 'namedServiceId' },
      finding: { kind: 'one', to: 'Finding', key: 'findingId', needs: ['auditedServiceId'] },
      availableTransitions: transitionsEdge(sharedPracticeStates, {
        needs: ['state', 'auditedServiceId'],
        facts: (rows, { sql }) =>
          sql<SharedPracticeFacts & { id: string }>(
            `select p.id, c.state as "campaignState" from shared_practice p join campaign c on c.id = p.campaign_id
             where p.id = any($1::uuid[])`,
            [rows.map(({ id }) => id)],
          ),
      }),
    },
    // Neither when nor in which order they were shared: that could tell by whom.
    sorts: { ID: { column: 'id', type: 'uuid' } },
    defaultSort: 'ID',
    filters: {
      criterionIds: oneOfIds('Criterion', (t, ids) => `${t}.criterion_id = any(${ids})`),
    },
  }),
];

/** A practice as a synthesis shows it. */
export interface PracticeOfCampaign {
  id: string;
  criterionId: string | null;
  text: string;
  /** Null where the service wants not to be named. */
  auditedServiceName: string | null;
}

/**
 * The practices that services of a campaign share, by criterion, as a synthesis shows them.
 * @param sql sees every practice
 */
export function sharedPractices(sql: Ask, campaignId: string): Promise<PracticeOfCampaign[]> {
  return sql<PracticeOfCampaign>(
    `select p.id, p.criterion_id as "criterionId", p.text,
       case when p.is_named then s.name end as "auditedServiceName"
     from shared_practice p join audited_service s on s.id = p.audited_service_id
     left join criterion c on c.id = p.criterion_id left join section n on n.id = c.section_id
     where p.campaign_id = $1 and p.state = 'SHARED'
     order by n.position nulls last, c.position, p.id`,
    [campaignId],
  );
}
