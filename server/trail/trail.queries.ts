import { columns, oneOfIds, readModel, type ReadModel } from '../database/read-model';

/** What an entry's object belongs to, as far as the reader sees it: a tie to that service hides who acted. */
const SERVICE_OF_OBJECT = `case t.object_type
  when 'Audit' then (select a.audited_service_id from audit a where a.id = t.object_id)
  when 'Application' then (select o.audited_service_id from application o where o.id = t.object_id)
  ${[
    'Finding:finding',
    'Report:report',
    'Assignment:assignment',
    'Recusal:recusal',
    'Evidence:evidence',
    'EvidenceRequest:evidence_request',
    'CorrectiveAction:corrective_action',
    'CaseSample:case_sample',
  ]
    .map((pair) => pair.split(':'))
    .map(
      ([type, table]) => `when '${type}' then (
    select a.audited_service_id from ${table} o join audit a on a.id = o.audit_id where o.id = t.object_id)`,
    )
    .join(' ')}
  end`;

/** How entries and checkpoints are read. */
export const trailReads: readonly ReadModel[] = [
  readModel({
    type: 'TrailEntry',
    table: 'trail_entry',
    columns: columns('act requestId accountId createdAt', {
      actingAs: `string_to_array(nullif(app.trail_acting_as(t.id), '-'), ',')`,
      actorPersonId: '(select a.person_id from account a where a.id = t.account_id)',
      auditedServiceId: SERVICE_OF_OBJECT,
    }),
    edges: {
      actor: { kind: 'one', to: 'Person', key: 'actorPersonId', needs: ['accountId', 'auditedServiceId'] },
    },
  }),
  readModel({
    type: 'Checkpoint',
    table: 'checkpoint',
    columns: columns('size root keyId note createdAt chainId', {
      origin: `'vis-a-vis/trail/' || t.chain_id`,
      campaignId: `case when t.chain_id <> 'platform' then t.chain_id::uuid end`,
    }),
    edges: { campaign: { kind: 'one', to: 'Campaign', key: 'campaignId' } },
    filters: {
      campaignIds: oneOfIds('Campaign', (t, ids) => `${t}.chain_id = any((${ids})::text[])`),
      isPlatform: (value, t) => `${t}.chain_id ${value === true ? '=' : '<>'} 'platform'`,
    },
  }),
];
