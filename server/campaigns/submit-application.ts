import { AuditedService } from '../audited-services';
import type { UnitOfWork } from '../database/unit-of-work';
import { authorise } from '../identity';
import { refuse } from '../kernel/outcome';
import { parisDate } from '../kernel/working-days';
import { Application } from './application.entity';
import { applicationStates } from './application.states';
import { Campaign } from './campaign.entity';

/** A service asks to be audited. */
export interface ApplicationSubmitInput {
  id?: string | null;
  campaignId: string;
  auditedServiceId: string;
  motivation?: string | null;
}

/**
 * Submits a service's application while the call is open, until the end of its last day in Paris.
 * @throws Refusal NOT_FOUND, FORBIDDEN, CALL_NOT_OPEN, CALL_OVER, SERVICE_ARCHIVED, ALREADY_EXISTS (a service
 * applies once to a campaign)
 */
export async function submitApplication(
  uow: UnitOfWork,
  input: ApplicationSubmitInput,
): Promise<{ application: string }> {
  const campaign = await uow.require(Campaign, input.campaignId, ['input', 'campaignId']);
  const service = await uow.require(AuditedService, input.auditedServiceId, ['input', 'auditedServiceId']);
  authorise(uow, 'applicationSubmit', { auditedServiceId: service.id });
  if (campaign.state !== 'CALL_OPEN') refuse('CALL_NOT_OPEN', ['input', 'campaignId']);
  if (campaign.callClosesOn !== null && parisDate(uow.now()) > campaign.callClosesOn)
    refuse('CALL_OVER', ['input', 'campaignId'], { date: campaign.callClosesOn });
  if (service.archivedAt !== null) refuse('SERVICE_ARCHIVED', ['input', 'auditedServiceId']);
  const known = await uow.sql(
    'select 1 from application where campaign_id = $1 and audited_service_id = $2',
    [campaign.id, service.id],
  );
  if (known.length > 0) refuse('ALREADY_EXISTS', ['input', 'auditedServiceId'], { what: service.name });
  const application = await uow.insert(Application, {
    ...(input.id ? { id: input.id } : {}),
    campaignId: campaign.id,
    auditedServiceId: service.id,
    state: applicationStates.initial,
    motivation: input.motivation ?? null,
    submittedById: uow.viewer.accountId,
  });
  uow.record({
    act: 'applicationSubmit',
    objectType: 'Application',
    objectId: application,
    campaignId: campaign.id,
  });
  return { application };
}
