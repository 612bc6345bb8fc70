import type { TestApi } from './api';
import { insertRow } from './factories';

/** Gives each criterion of an audit a grade of a stage: the service's, or a consensus that a second auditor agreed to. */
export async function gradeAll(
  api: TestApi,
  auditId: string,
  stage: 'SELF' | 'CONSENSUS',
  auditorIds: { author?: string; agreedBy?: string } = {},
): Promise<void> {
  await api.sql(
    `insert into grade (id, audit_id, campaign_id, criterion_id, stage, auditor_id, value, agreed_by_auditor_id)
     select gen_random_uuid(), a.id, a.campaign_id, c.id, $2, $3, 'CONFORM', $4
     from audit a join criterion c on c.template_version_id = a.template_version_id
     where a.id = $1`,
    [auditId, stage, auditorIds.author ?? null, auditorIds.agreedBy ?? null],
  );
}

/** A major non-conformity of an audit, in a state of its own; gives the id. */
export async function makeMajorFinding(
  api: TestApi,
  audit: { auditId: string; campaignId: string },
  state: string,
  number = 1,
): Promise<string> {
  const statement = 'Les demandes ne portent pas toutes de justification écrite.';
  return insertRow(api, 'finding', {
    audit_id: audit.auditId,
    campaign_id: audit.campaignId,
    number,
    kind: 'NON_CONFORMITY',
    severity: 'MAJOR',
    state,
    statement,
    drafted_statement: state === 'DRAFT' ? null : statement,
    drafted_severity: state === 'DRAFT' ? null : 'MAJOR',
  });
}

/** An action on a finding, in a state of its own; gives the id. */
export function makeAction(
  api: TestApi,
  audit: { auditId: string; campaignId: string; serviceId: string },
  findingId: string,
  state: string,
): Promise<string> {
  return insertRow(api, 'corrective_action', {
    audit_id: audit.auditId,
    audited_service_id: audit.serviceId,
    campaign_id: audit.campaignId,
    finding_id: findingId,
    state,
    title: 'Motif écrit obligatoire dans le logiciel de demande',
    owner_name: 'Cadre du service',
    due_on: '2027-09-01',
    effectiveness_due_on: '2027-12-01',
  });
}
