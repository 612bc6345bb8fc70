import { Application, Campaign } from '../campaigns';
import type { UnitOfWork } from '../database/unit-of-work';
import { authorise } from '../identity';
import { refuse } from '../kernel/outcome';
import { parisDate } from '../kernel/working-days';
import { Audit } from './audit.entity';
import { auditStates } from './audit.states';
import { recordAudit } from './move-audit';

/** The application that becomes an audit. */
export interface AuditPlanInput {
  id?: string | null;
  applicationId: string;
}

const PLANNED_IN: readonly string[] = ['CALL_CLOSED', 'MATCHING', 'RUNNING'];

/**
 * Plans the audit of a service that has confirmed that it takes part. Its template version is the campaign's; its
 * reference is `AUD-<year>-<number>`, the number running on over all campaigns.
 * @throws Refusal NOT_FOUND, FORBIDDEN, APPLICATION_NOT_CONFIRMED, CAMPAIGN_NOT_RUNNING, ALREADY_EXISTS
 */
export async function planAudit(uow: UnitOfWork, input: AuditPlanInput): Promise<{ audit: string }> {
  const path = ['input', 'applicationId'];
  const application = await uow.require(Application, input.applicationId, path);
  const { auditedServiceId } = application;
  authorise(uow, 'auditPlan', { auditedServiceId });
  if (application.state !== 'CONFIRMED') refuse('APPLICATION_NOT_CONFIRMED', path);
  const campaign = await uow.require(Campaign, application.campaignId, path);
  if (!PLANNED_IN.includes(campaign.state)) refuse('CAMPAIGN_NOT_RUNNING', path);
  const [known] = await uow.sql<{ reference: string }>(
    'select reference from audit where campaign_id = $1 and audited_service_id = $2',
    [campaign.id, auditedServiceId],
  );
  if (known) refuse('ALREADY_EXISTS', path, { what: known.reference });
  const reference = await nextReference(uow);
  const audit = await uow.insert(Audit, {
    ...(input.id ? { id: input.id } : {}),
    reference,
    campaignId: campaign.id,
    auditedServiceId,
    templateVersionId: campaign.templateVersionId,
    state: auditStates.initial,
  });
  return recordAudit(uow, { id: audit, campaignId: campaign.id }, 'auditPlan', { reference });
}

async function nextReference(uow: UnitOfWork): Promise<string> {
  const [next] = await uow.sql<{ number: number }>(`select nextval('audit_number_seq') as number`);
  const year = parisDate(uow.now()).slice(0, 4);
  return `AUD-${year}-${String(next?.number).padStart(5, '0')}`;
}
