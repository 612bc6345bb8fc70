import { CloseCampaignDocument } from './generated/operations';
import * as call from './acts/call';
import { closeSurvey, recommendOutside } from './acts/sharing';
import { tellTheCountry, type Told } from './acts/synthesis';
import { replayAndTry } from './acts/webhooks';
import { FEWEST } from './cast';
import { checkTied } from './check-tied';
import { checkWalls } from './checks';
import type { Server } from './client';
import { giveClockBack, openDays, type Days } from './clock';
import type { DemonstrationOptions, DemoReport } from './demo-report';
import { glance } from './glance';
import { readJudged } from './judged-records';
import type { Tally } from './ledger';
import { readDoses } from './measured-doses';
import { readMessages } from './messages';
import { mismatchesOf } from './mismatches';
import { playLives } from './play-lives';
import { progressLines } from './progress';
import { readBack } from './readback';
import { readCoverage } from './reference-coverage';
import { readRelapses } from './relapses';
import { LAST, setTheStage } from './set-the-stage';
import { readShared } from './shared-facts';
import type { Stage } from './stage';
import { readToldPrograms } from './told-programs';
import { openWebhookReceiver, type WebhookReceiver } from './webhook-receiver';

/** Days before today on which the campaign of the round before ends: audits come again after two years. */
const ROUND_BEFORE = -735;

/**
 * Plays a whole campaign through HTTP, as the people would who take part in it, with the server's clock set back by
 * eleven months and moved on as it goes; if it is wanted, after a small one two years before. May be played again on the same
 * database: a new campaign, the same people.
 * @param baseUrl address of a server that runs outside production
 * @throws RequestFailed naming the step and the operation at the first answer that is not as it has to be;
 *   ServerUnreachable when nothing answers; the reason of `signal` when it breaks the demonstration off
 */
export async function playDemonstration(baseUrl: string, options: DemonstrationOptions): Promise<DemoReport> {
  const server = (): Server => ({ baseUrl, timings: new Map(), signal: options.signal });
  try {
    if (options.hasRoundBefore) options.log('The round before: two audits, two years ago');
    const before = options.hasRoundBefore
      ? await play(server(), await openDays(baseUrl, ROUND_BEFORE), {
          ...options,
          services: FEWEST,
          hasRoundBefore: false,
          isRoundBefore: true,
        })
      : null;
    if (before) options.log('This round');
    return joined(before, await play(server(), await openDays(baseUrl), options));
  } finally {
    await giveClockBack(baseUrl);
  }
}

/** What a campaign has come to, and the one before it as far as it counts. */
function joined(before: DemoReport | null, report: DemoReport): DemoReport {
  if (!before) return report;
  const facts = { ...report.checks.facts };
  for (const [fact, times] of Object.entries(before.checks.facts)) facts[fact] = (facts[fact] ?? 0) + times;
  return {
    ...report,
    checks: {
      passed: before.checks.passed + report.checks.passed,
      failed: [...before.checks.failed, ...report.checks.failed],
      facts,
    },
    mismatches: [...before.mismatches, ...report.mismatches],
    isOff: before.isOff || report.isOff,
    seconds: before.seconds + report.seconds,
    requests: before.requests + report.requests,
  };
}

async function play(server: Server, days: Days, options: DemonstrationOptions): Promise<DemoReport> {
  const receiver = await openWebhookReceiver();
  try {
    return await playCampaign(server, days, receiver, options);
  } finally {
    await receiver.close();
  }
}

async function playCampaign(
  server: Server,
  days: Days,
  receiver: WebhookReceiver,
  options: DemonstrationOptions,
): Promise<DemoReport> {
  const start = performance.now();
  const progress = progressLines(options.log);
  const { stage, imported } = await setTheStage(server, days, receiver, options, progress);
  const lives = await playLives(stage, progress, LAST);
  if (!options.isOpenEnded) {
    await progress.during('campaign closed', 1, () => closeCampaign(stage));
  }
  await days.moveTo(LAST);
  await progress.during('recommended outside', 1, () => recommendOutside(stage));
  const surveyId = await closeSurvey(stage, !options.isOpenEnded);
  const told = options.isOpenEnded
    ? null
    : await progress.during('synthesis published, a service compared', 1, () => tellTheCountry(stage));
  receiver.recover();
  await progress.during('walls checked', 2, async () => {
    await checkWalls(stage);
    await checkTied(stage);
  });
  const programs = await progress.during('messages to programs compared', 1, async () => {
    await replayAndTry(stage);
    return readToldPrograms(stage);
  });
  const reading = await progress.during('everything read back', 1, () => readBack(stage));
  const messages = await progress.during('messages read', 1, () => readMessages(stage));
  const covered = await progress.during('coverage read', 1, () => readCoverage(stage));
  const [doses, judged] = await progress.during('doses and records read', 2, () =>
    Promise.all([readDoses(stage), readJudged(stage)]),
  );
  const glanced = await progress.during('campaign at a glance', 1, () => glance(stage, 'at the end', LAST));
  const mismatches = [
    ...lives.mismatches,
    ...glanced,
    ...programs.mismatches,
    ...mismatchesOf(stage, reading, stateAtTheEnd(options, told)),
  ];
  const relapses = options.hasRoundBefore
    ? await progress.during('relapses read', 1, () => readRelapses(stage))
    : null;
  const shared = await progress.during('what is shared read', 1, () => readShared(stage, surveyId));
  const { passed, failed } = stage.checks;
  return {
    campaignCode: stage.campaign.code,
    services: options.services,
    auditors: stage.auditors.length,
    imported,
    ...reading,
    overdueMidway: lives.overdueMidway,
    relapses,
    keptApart: stage.keptApart,
    covered,
    messages,
    programs,
    files: stage.files,
    doses,
    judged,
    shared,
    told,
    unserved: stage.unserved,
    checks: { passed: passed.length, failed, facts: counted(passed) },
    mismatches,
    isOff: mismatches.length > 0 || failed.length > 0,
    seconds: (performance.now() - start) / 1000,
    requests: [...server.timings.values()].reduce((sum, { count }) => sum + count, 0),
    timings: server.timings,
  };
}

/** Each fact once, in the order in which it was first looked at. */
function counted(facts: readonly string[]): Tally {
  const counts: Tally = {};
  for (const fact of facts) counts[fact] = (counts[fact] ?? 0) + 1;
  return counts;
}

function stateAtTheEnd({ isOpenEnded }: DemonstrationOptions, told: Told | null): string {
  if (isOpenEnded) return 'RUNNING';
  return told ? 'SYNTHESIS_PUBLISHED' : 'CLOSED';
}

async function closeCampaign({ coordinator, campaign }: Stage): Promise<void> {
  await call.movedCampaign(campaign, coordinator.act(CloseCampaignDocument, call.campaignMove(campaign)));
}
