import { Campaign } from '../../campaigns';
import type { UnitOfWork } from '../../database/unit-of-work';
import { authorise } from '../../identity';
import { refuse } from '../../kernel/outcome';
import { parisDate } from '../../kernel/working-days';
import { startOperation } from '../../operations';
import { settingsOfCampaign } from '../needs/settings-of-campaign';
import { hashOf } from './build-snapshot';
import { carryOutRun } from './carry-out-run';
import { MatchingRun } from './matching-run.entity';
import { matchingRunStates } from './matching-run.states';
import { COMPOSING_CAMPAIGN } from './run-facts';
import { COMPOSED_STATES } from './snapshot-services';
import { SOLVER_VERSION } from './solver-version';

/** What a coordinator asks of the matcher. */
export interface MatchingRunStartInput {
  id?: string | null;
  campaignId: string;
  /** The same snapshot, settings and seed give the same teams; 1 when left out. */
  seed?: number | null;
  /** Of the clock, at most; 60 when left out. */
  seconds?: number | null;
  isDryRun?: boolean | null;
  /** From whose plan as little as possible changes; the present proposals when left out. */
  baseRunId?: string | null;
}

const SEED = 1;
const SECONDS = 60;
const MEMORY_MEGABYTES = 1024;
/** Reading the snapshot, checking the plan and writing it take time of their own. */
const MINUTES_BESIDE = 5;
/** Runs that have not ended, of all campaigns. */
const WAITING_AT_MOST = 8;

/**
 * Starts a run on all audits of a campaign whose teams are being composed, but for services that whoever starts it has a
 * tie with. What it was solved from is read when the operation begins, at one moment.
 * @throws Refusal NOT_FOUND, FORBIDDEN, CAMPAIGN_NOT_RUNNING, MATCHING_NOTHING_TO_COMPOSE, MATCHING_BASE_ELSEWHERE
 */
export async function startMatchingRun(
  uow: UnitOfWork,
  input: MatchingRunStartInput,
): Promise<{ matchingRun: string }> {
  const path = ['input', 'campaignId'];
  const campaign = await uow.require(Campaign, input.campaignId, path);
  authorise(uow, 'matchingRunStart');
  const composing: readonly string[] = COMPOSING_CAMPAIGN;
  if (!composing.includes(campaign.state)) refuse('CAMPAIGN_NOT_RUNNING', path);
  const walled = [...uow.viewer.walledServices];
  const composed = await uow.sql(
    `select 1 from audit where campaign_id = $1 and state = any($2::text[]) and audited_service_id <> all($3::uuid[]) limit 1`,
    [campaign.id, [...COMPOSED_STATES], walled],
  );
  if (composed.length === 0) refuse('MATCHING_NOTHING_TO_COMPOSE', path);
  const baseRunId = await baseOf(uow, campaign, input.baseRunId ?? null);
  const settings = await settingsOfCampaign(uow.manager, campaign.id);
  const limits = {
    seed: input.seed ?? SEED,
    seconds: input.seconds ?? SECONDS,
    memoryMegabytes: MEMORY_MEGABYTES,
  };
  const operationId = await startOperation(uow, 'MATCHING_RUN', {
    isDryRun: false,
    totalCount: 100,
    minutes: (await minutesBefore(uow)) + MINUTES_BESIDE + Math.ceil(limits.seconds / 60),
  });
  const matchingRun = await uow.insert(MatchingRun, {
    ...(input.id ? { id: input.id } : {}),
    campaignId: campaign.id,
    operationId,
    baseRunId,
    state: matchingRunStates.initial,
    isDryRun: input.isDryRun ?? false,
    ...limits,
    rulesHash: hashOf(campaign.conflictRules as object),
    solverVersion: SOLVER_VERSION,
    settings,
    startedById: String(uow.viewer.accountId),
  });
  const today = parisDate(uow.now());
  const { dataSource } = uow.manager;
  const of = { campaignId: campaign.id, settings, baseRunId, walled, today };
  uow.afterCommit(() => carryOutRun(dataSource, { id: matchingRun, operationId, limits, of }));
  uow.record({
    act: 'matchingRunStart',
    objectType: 'MatchingRun',
    objectId: matchingRun,
    campaignId: campaign.id,
    detail: { ...limits, isDryRun: input.isDryRun ?? false, baseRunId },
  });
  return { matchingRun };
}

/**
 * How long the runs that are under way may last at most: this one waits for them.
 * @throws Refusal MATCHING_RUNS_WAITING when there are too many
 */
async function minutesBefore(uow: UnitOfWork): Promise<number> {
  const [waiting] = await uow.sql<{ count: number; minutes: number }>(
    `select count(*)::int as count, coalesce(ceil(extract(epoch from max(deadline_at) - now()) / 60), 0)::int as minutes
     from operation where kind = 'MATCHING_RUN' and state in ('QUEUED', 'RUNNING')`,
  );
  if ((waiting?.count ?? 0) >= WAITING_AT_MOST)
    refuse('MATCHING_RUNS_WAITING', null, { count: WAITING_AT_MOST });
  return Math.max(0, waiting?.minutes ?? 0);
}

/** The run that this one starts from: one of the same campaign that has a plan. */
async function baseOf(uow: UnitOfWork, campaign: Campaign, baseRunId: string | null): Promise<string | null> {
  if (baseRunId === null) return null;
  const path = ['input', 'baseRunId'];
  const base = await uow.require(MatchingRun, baseRunId, path);
  if (base.campaignId !== campaign.id || base.status === null) refuse('MATCHING_BASE_ELSEWHERE', path);
  return base.id;
}
