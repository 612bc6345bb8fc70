import type { UnitOfWork } from '../database/unit-of-work';
import { authorise } from '../identity';
import { refuse } from '../kernel/outcome';
import { frozenConflictRules, frozenDeadlines, TemplateVersion } from '../templates';
import { Campaign } from './campaign.entity';
import { campaignStates } from './campaign.states';

/** What a coordinator says of a new campaign. */
export interface CampaignCreateInput {
  id?: string | null;
  code: string;
  title: string;
  description?: string | null;
  templateVersionId: string;
  /** Rules that hold in this campaign; those enabled by default when left out. */
  conflictRuleCodes?: string[] | null;
  callClosesOn?: string | null;
  visitsFrom: string;
  visitsTo: string;
}

/**
 * Creates a campaign in DRAFT. The template version, the conflict rules and the deadlines in force are copied into it
 * and stay as they are for all of its audits.
 * @throws Refusal TEMPLATE_NOT_PUBLISHED, DATES_REVERSED, ALREADY_EXISTS (code), NOT_FOUND (version, rule)
 */
export async function createCampaign(
  uow: UnitOfWork,
  input: CampaignCreateInput,
): Promise<{ campaign: string }> {
  authorise(uow, 'campaignCreate');
  const version = await uow.require(TemplateVersion, input.templateVersionId, ['input', 'templateVersionId']);
  if (version.state !== 'PUBLISHED') refuse('TEMPLATE_NOT_PUBLISHED', ['input', 'templateVersionId']);
  if (input.visitsTo < input.visitsFrom) refuse('DATES_REVERSED', ['input', 'visitsTo']);
  if (input.callClosesOn && input.callClosesOn > input.visitsTo)
    refuse('DATES_REVERSED', ['input', 'callClosesOn']);
  const taken = await uow.sql('select 1 from campaign where code = $1', [input.code]);
  if (taken.length > 0) refuse('ALREADY_EXISTS', ['input', 'code'], { what: input.code });
  const campaign = await uow.insert(Campaign, {
    ...(input.id ? { id: input.id } : {}),
    code: input.code,
    title: input.title,
    description: input.description ?? null,
    state: campaignStates.initial,
    templateVersionId: version.id,
    conflictRules: await frozenConflictRules(uow, input.conflictRuleCodes ?? null),
    deadlines: await frozenDeadlines(uow),
    callClosesOn: input.callClosesOn ?? null,
    visitsFrom: input.visitsFrom,
    visitsTo: input.visitsTo,
    createdById: uow.viewer.accountId,
  });
  uow.record({ act: 'campaignCreate', objectType: 'Campaign', objectId: campaign, campaignId: campaign });
  return { campaign };
}
