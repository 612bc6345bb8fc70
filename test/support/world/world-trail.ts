import { worldId, type WorldRows } from './world-rows';

/** Acts that left an entry: on whose audit, by whom, on what. */
const ENTRIES: readonly (readonly [
  name: string,
  act: string,
  by: string,
  type: string,
  table: string,
  object: string,
])[] = [
  ['A.ON_SITE/visit', 'auditStartVisit', 'lead A', 'Audit', 'audit', 'A.ON_SITE'],
  ['B.ON_SITE/visit', 'auditStartVisit', 'lead B', 'Audit', 'audit', 'B.ON_SITE'],
  ['A.ON_SITE/draft', 'findingCreate', 'lead A', 'Finding', 'finding', 'A.ON_SITE/DRAFT'],
  ['A.ON_SITE/grade', 'gradeRecord', 'lead A', 'Audit', 'audit', 'A.ON_SITE'],
  ['A.ON_SITE/declined', 'assignmentDecline', 'declined A', 'Assignment', 'assignment', 'A.ON_SITE/declined'],
  ['A.SELF_ASSESSMENT/self', 'gradeSelf', 'contributor A', 'Audit', 'audit', 'A.SELF_ASSESSMENT'],
  ['A.CLOSED/grade', 'gradeRecord', 'member A', 'Audit', 'audit', 'A.CLOSED'],
  ['A.CLOSED/report', 'reportIssue', 'lead A', 'Report', 'report', 'A.CLOSED/v1'],
  ['A.RECUSAL_WINDOW/recusal', 'recusalFile', 'manager A', 'Recusal', 'recusal', 'A.RECUSAL_WINDOW/lead'],
  [
    'A.FOLLOW_UP/start',
    'correctiveActionStart',
    'manager A',
    'CorrectiveAction',
    'corrective_action',
    'A.FOLLOW_UP/IN_PROGRESS',
  ],
  ['A.ON_SITE/evidence', 'evidenceAdd', 'manager A', 'Evidence', 'evidence', 'A.ON_SITE/evidence'],
  ['A.ON_SITE/draw', 'caseSampleDraw', 'lead A', 'CaseSample', 'case_sample', 'A.ON_SITE'],
  ['A.CLOSED/draw', 'caseSampleDraw', 'lead A', 'CaseSample', 'case_sample', 'A.CLOSED'],
  ['A.SUBMITTED', 'applicationSubmit', 'manager A', 'Application', 'application', 'A.SUBMITTED'],
  ['call', 'campaignOpenCall', 'coordinator', 'Campaign', 'campaign', 'open'],
  ['account', 'accountCreate', 'admin', 'Account', 'account', 'manager A'],
  ['person', 'personalDataExport', 'lead A', 'Person', 'person', 'lead A'],
  ['training', 'auditorQualify', 'coordinator', 'Auditor', 'auditor', 'lead A'],
  [
    'interests',
    'declarationSign',
    'lead A',
    'DeclarationOfInterests',
    'declaration_of_interests',
    'lead A SIGNED',
  ],
];

/** Entries on objects of every type that has a history, the chain under them and a checkpoint of it. */
export function addTrail(rows: WorldRows): void {
  for (const [name, act, by, object_type, table, object] of ENTRIES) {
    rows.add('trail_entry', name, {
      account_id: worldId('account', by),
      act,
      object_type,
      object_id: worldId(table, object),
      request_id: 'world',
    });
  }
  const chain_id = worldId('campaign', 'ON_SITE');
  rows.link('trail_chain', { id: chain_id, size: ENTRIES.length, frontier: [] });
  ENTRIES.forEach(([name], index) => {
    const id = worldId('trail_entry', name);
    rows.link('trail_leaf', { id, chain_id, index, leaf: `feuille ${name}`, leaf_hash: `hash ${index}` });
    rows.link('trail_payload', {
      entry_id: id,
      position: 0,
      table_name: 'audit',
      row_id: id,
      operation: 'DETAIL',
    });
  });
  rows.link('trail_key', { id: 'world', verifier_key: 'world' });
  rows.add('checkpoint', 'ON_SITE', {
    chain_id,
    size: ENTRIES.length,
    root: 'root',
    key_id: 'world',
    note: 'note',
  });
}
