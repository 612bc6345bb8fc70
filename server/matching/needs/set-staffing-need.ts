import { AuditedService, MODALITIES, type Modality } from '../../audited-services';
import { Campaign } from '../../campaigns';
import type { UnitOfWork } from '../../database/unit-of-work';
import { authorise } from '../../identity';
import { isIsoWeek, workingWeeksBetween } from '../../kernel/iso-weeks';
import { refuse } from '../../kernel/outcome';
import { COMPOSED_STATES } from '../runs/snapshot-services';
import { StaffingNeed } from './staffing-need.entity';
import { staffingNeeds, type StaffingNeedView } from './staffing-need-view';

/** What changes; what is left out or null stays. */
export interface StaffingNeedSetInput {
  campaignId: string;
  auditedServiceId: string;
  /** 0 while nothing was told. */
  expectedVersion: number;
  radiologists?: number | null;
  radiographers?: number | null;
  medicalPhysicists?: number | null;
  criticalModalities?: Modality[] | null;
  hasTraineeSeat?: boolean | null;
  weeks?: string[] | null;
  languages?: string[] | null;
}

/** Seats and what a team must master are for the coordination to say; when and in what language, for the service too. */
const FOR_COORDINATION = [
  'radiologists',
  'radiographers',
  'medicalPhysicists',
  'criticalModalities',
] as const;

const OVER: readonly string[] = ['CLOSED', 'SYNTHESIS_PUBLISHED', 'CANCELLED'];

/**
 * Says what a service needs of its team in a campaign, until the team is shown to it.
 * @throws Refusal NOT_FOUND, FORBIDDEN, STALE_VERSION, CAMPAIGN_NOT_RUNNING, AUDIT_STATE_FORBIDS, VALIDATION (a week that
 *   does not exist or in which the campaign has no visits)
 */
export async function setStaffingNeed(
  uow: UnitOfWork,
  input: StaffingNeedSetInput,
): Promise<{ staffingNeed: StaffingNeedView | undefined }> {
  const campaign = await uow.require(Campaign, input.campaignId, ['input', 'campaignId']);
  const path = ['input', 'auditedServiceId'];
  const service = await uow.require(AuditedService, input.auditedServiceId, path);
  authorise(uow, 'staffingNeedSet', { auditedServiceId: service.id });
  const place = { campaignId: campaign.id, auditedServiceId: service.id };
  await requireOpen(uow, campaign, place);
  const isCoordinator = uow.viewer.roles.has('COORDINATOR') && !uow.viewer.walledServices.has(service.id);
  const beyond = FOR_COORDINATION.find((field) => input[field] !== null && input[field] !== undefined);
  if (beyond && !isCoordinator) refuse('FORBIDDEN', ['input', beyond], { allowed: 'COORDINATOR' });
  requireWeeks(campaign, input.weeks ?? []);
  const own = await uow.manager
    .createQueryBuilder(StaffingNeed, 'n')
    .where('n.campaignId = :campaignId and n.auditedServiceId = :auditedServiceId', place)
    .getOne();
  if ((own?.version ?? 0) !== input.expectedVersion)
    refuse('STALE_VERSION', ['input', 'expectedVersion'], {
      expected: input.expectedVersion,
      actual: own?.version ?? 0,
    });
  const patch = {
    ...(typeof input.radiologists === 'number' ? { radiologists: input.radiologists } : {}),
    ...(typeof input.radiographers === 'number' ? { radiographers: input.radiographers } : {}),
    ...(typeof input.medicalPhysicists === 'number' ? { medicalPhysicists: input.medicalPhysicists } : {}),
    ...(input.criticalModalities
      ? { criticalModalities: MODALITIES.filter((each) => input.criticalModalities?.includes(each)) }
      : {}),
    ...(typeof input.hasTraineeSeat === 'boolean' ? { hasTraineeSeat: input.hasTraineeSeat } : {}),
    ...(input.weeks ? { weeks: [...new Set(input.weeks)].sort() } : {}),
    ...(input.languages ? { languages: [...new Set(input.languages)].sort() } : {}),
  };
  const staffingNeed = own?.id ?? (await uow.insert(StaffingNeed, { ...place, ...patch }));
  if (own) await uow.change(StaffingNeed, own, patch);
  uow.record({
    act: 'staffingNeedSet',
    objectType: 'StaffingNeed',
    objectId: staffingNeed,
    campaignId: campaign.id,
    detail: patch,
  });
  const [view] = await staffingNeeds(uow.sql, [place]);
  return { staffingNeed: view };
}

async function requireOpen(
  uow: UnitOfWork,
  campaign: Campaign,
  place: { campaignId: string; auditedServiceId: string },
): Promise<void> {
  if (OVER.includes(campaign.state)) refuse('CAMPAIGN_NOT_RUNNING', ['input', 'campaignId']);
  const composed: readonly string[] = COMPOSED_STATES;
  const [audit] = await uow.sql<{ state: string }>(
    'select state from audit where campaign_id = $1 and audited_service_id = $2',
    [place.campaignId, place.auditedServiceId],
  );
  if (audit && !composed.includes(audit.state)) refuse('AUDIT_STATE_FORBIDS', ['input', 'auditedServiceId']);
}

function requireWeeks({ visitsFrom, visitsTo }: Campaign, weeks: readonly string[]): void {
  const possible = new Set(workingWeeksBetween(visitsFrom, visitsTo));
  const wrong = weeks.find((week) => !isIsoWeek(week) || !possible.has(week));
  if (wrong !== undefined)
    refuse('VALIDATION', ['input', 'weeks'], { rule: `${visitsFrom} – ${visitsTo} ∌ ${wrong}` });
}
