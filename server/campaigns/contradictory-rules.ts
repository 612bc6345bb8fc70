import type { Ask, ComputedEdge } from '../database/read-model';
import type { UnitOfWork } from '../database/unit-of-work';
import { authorise } from '../identity';
import { refuse } from '../kernel/outcome';
import { CampaignContradictoryRule, type Silence } from './campaign-contradictory-rule.entity';
import { Campaign } from './campaign.entity';
import type { CampaignState } from './campaign.states';

/** The rules of the contradictory phase, as clients read them. */
export interface ContradictoryRules {
  silence: Silence;
  /** 0 while the campaign goes by the default. */
  version: number;
}

/** What silence means in a campaign. */
export interface ContradictoryRulesSetInput {
  campaignId: string;
  expectedVersion: number;
  silence: Silence;
}

const DEFAULT: ContradictoryRules = { silence: 'SILENCE_IS_NO_REPLY', version: 0 };

/** Services answer by the rules that they knew: none changes once audits run. */
const BEFORE_RUNNING: readonly CampaignState[] = ['DRAFT', 'CALL_OPEN', 'CALL_CLOSED', 'MATCHING'];

/** What silence means in the campaign `c`, as SQL. */
export const silenceIn = (campaign: string): string =>
  `coalesce((select k.silence from campaign_contradictory_rule k where k.campaign_id = ${campaign}), '${DEFAULT.silence}')`;

/** The rules of campaigns, in their order. */
export async function contradictoryRules(
  sql: Ask,
  campaignIds: readonly string[],
): Promise<ContradictoryRules[]> {
  const rows = await sql<ContradictoryRules & { campaignId: string }>(
    `select campaign_id as "campaignId", silence, version from campaign_contradictory_rule
     where campaign_id = any($1::uuid[])`,
    [campaignIds],
  );
  const byCampaign = new Map(rows.map(({ campaignId, ...rules }) => [campaignId, rules]));
  return campaignIds.map((id) => byCampaign.get(id) ?? DEFAULT);
}

/** `Campaign.contradictoryRules`. */
export const contradictoryRulesEdge: ComputedEdge = {
  kind: 'computed',
  needs: [],
  compute: (rows, { sql }) =>
    contradictoryRules(
      sql,
      rows.map(({ id }) => id),
    ),
};

/**
 * Says what it means in a campaign that a service is silent on a finding; not once audits run.
 * @throws Refusal NOT_FOUND, FORBIDDEN, STALE_VERSION, CAMPAIGN_RUNS_ALREADY
 */
export async function setContradictoryRules(
  uow: UnitOfWork,
  input: ContradictoryRulesSetInput,
): Promise<{ campaign: string }> {
  const campaign = await uow.require(Campaign, input.campaignId, ['input', 'campaignId']);
  authorise(uow, 'contradictoryRulesSet');
  const own = await uow.manager.findOneBy(CampaignContradictoryRule, { campaignId: campaign.id });
  const { expectedVersion, silence } = input;
  const actual = own?.version ?? DEFAULT.version;
  if (actual !== expectedVersion)
    refuse('STALE_VERSION', ['input', 'expectedVersion'], { expected: expectedVersion, actual });
  if (!BEFORE_RUNNING.includes(campaign.state)) refuse('CAMPAIGN_RUNS_ALREADY', ['input', 'campaignId']);
  if (own) await uow.change(CampaignContradictoryRule, own, { silence });
  else await uow.insert(CampaignContradictoryRule, { campaignId: campaign.id, silence });
  uow.record({
    act: 'contradictoryRulesSet',
    objectType: 'Campaign',
    objectId: campaign.id,
    campaignId: campaign.id,
    detail: { silence },
  });
  return { campaign: campaign.id };
}
