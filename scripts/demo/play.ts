import { readFileSync } from 'node:fs';
import path from 'node:path';
import {
  CloseCallDocument,
  CloseCampaignDocument,
  StartCampaignDocument,
  StartMatchingDocument,
} from './generated/operations';
import { COORDINATION, OBSERVATION, STEERING } from './accounts';
import * as call from './acts/call';
import * as prepare from './acts/prepare';
import { tellTheCountry, type Told } from './acts/synthesis';
import { openPool } from './acts/pool';
import { castOf } from './cast';
import { chanceFrom } from './chance';
import { checkWalls, createChecks } from './checks';
import { RequestFailed, type Server, type Timings } from './client';
import { openDays, type Days } from './clock';
import { createLedger } from './ledger';
import { readJudged, type JudgedRecords } from './judged-records';
import { readDoses, type MeasuredDoses } from './measured-doses';
import { mismatchesOf } from './mismatches';
import { playLives } from './play-lives';
import { progressLines, type Progress } from './progress';
import { readCoverage, type Covered } from './reference-coverage';
import { readBack, type Reading } from './readback';
import type { Case, Stage, Unserved } from './stage';

/** What a demonstration takes. */
export interface DemonstrationOptions {
  /** How many services apply; the first lines of the file of sites and every so many further. */
  services: number;
  /** Whether it stops today with audits under way instead of playing the campaign to its end. */
  isOpenEnded: boolean;
  /** Takes a line of progress. */
  log: (line: string) => void;
  /** Breaks the demonstration off between two requests. */
  signal?: AbortSignal;
}

/** What a demonstration has come to. */
export interface DemoReport extends Reading {
  campaignCode: string;
  services: number;
  auditors: number;
  imported: { services: prepare.Imported; auditors: prepare.Imported };
  /** Overdue actions on a day well before the end; null when that day was not reached. */
  overdueMidway: number | null;
  /** Pairs that the matcher kept apart, by rule. */
  keptApart: Record<string, number>;
  /** What one service covers of the reference texts; null when no audit has come to its end. */
  covered: Covered | null;
  /** What became of files that did not simply go through. */
  files: Record<string, string>;
  /** The doses of one service; null when none has imported any. */
  doses: MeasuredDoses | null;
  /** The records of one service, judged by two; null when no such audit has come to its end. */
  judged: JudgedRecords | null;
  /** What the campaign told the country; null when it is open-ended or too small. */
  told: Told | null;
  /** Services that nobody could audit at first, and what was done about it. */
  unserved: Unserved[];
  checks: { passed: number; failed: string[] };
  /** What the API says otherwise than what was done; empty when all is well. */
  mismatches: string[];
  isOff: boolean;
  seconds: number;
  requests: number;
  timings: Timings;
}

const TEMPLATE = 'T1-CT-JUST';
const SEED = 20_270_111;

/** Days of the demonstration before the first audit begins its life; 0 is today. */
const BEGIN = -330;
const APPLY = -325;
const CALL_CLOSES = -318;
const SELECT = -315;
const CONFIRM = -312;
const RUN = -311;
const VISITS_FROM = -220;
const VISITS_TO = 120;
const LAST = 0;

const DATA = path.resolve(__dirname, __filename.endsWith('.ts') ? 'data' : '../../../scripts/demo/data');

/**
 * Plays a whole campaign through HTTP, as the people would who take part in it, with the server's clock set back by
 * eleven months and moved on as it goes. May be played again on the same database: a new campaign, the same people.
 * @param baseUrl address of a server that runs outside production
 * @throws RequestFailed naming the step and the operation at the first answer that is not as it has to be;
 *   ServerUnreachable when nothing answers; the reason of `signal` when it breaks the demonstration off
 */
export async function playDemonstration(baseUrl: string, options: DemonstrationOptions): Promise<DemoReport> {
  const days = await openDays(baseUrl);
  try {
    return await play({ baseUrl, timings: new Map(), signal: options.signal }, days, options);
  } finally {
    await days.moveTo(0);
  }
}

async function play(server: Server, days: Days, options: DemonstrationOptions): Promise<DemoReport> {
  const start = performance.now();
  const progress = progressLines(options.log);
  const { stage, imported } = await setTheStage(server, days, options, progress);
  const lives = await playLives(stage, progress, LAST);
  if (!options.isOpenEnded) {
    await progress.during('campaign closed', 1, () => closeCampaign(stage));
  }
  await days.moveTo(LAST);
  const told = options.isOpenEnded
    ? null
    : await progress.during('synthesis published, a service compared', 1, () => tellTheCountry(stage));
  await progress.during('walls checked', 1, () => checkWalls(stage));
  const reading = await progress.during('everything read back', 1, () => readBack(stage));
  const covered = await progress.during('coverage read', 1, () => readCoverage(stage));
  const [doses, judged] = await progress.during('doses and records read', 2, () =>
    Promise.all([readDoses(stage), readJudged(stage)]),
  );
  const mismatches = [...lives.mismatches, ...mismatchesOf(stage, reading, stateAtTheEnd(options, told))];
  const { passed, failed } = stage.checks;
  return {
    campaignCode: stage.campaign.code,
    services: options.services,
    auditors: stage.auditors.length,
    imported,
    ...reading,
    overdueMidway: lives.overdueMidway,
    keptApart: stage.keptApart,
    covered,
    files: stage.files,
    doses,
    judged,
    told,
    unserved: stage.unserved,
    checks: { passed: passed.length, failed },
    mismatches,
    isOff: mismatches.length > 0 || failed.length > 0,
    seconds: (performance.now() - start) / 1000,
    requests: [...server.timings.values()].reduce((sum, { count }) => sum + count, 0),
    timings: server.timings,
  };
}

function stateAtTheEnd({ isOpenEnded }: DemonstrationOptions, told: Told | null): string {
  if (isOpenEnded) return 'RUNNING';
  return told ? 'SYNTHESIS_PUBLISHED' : 'CLOSED';
}

async function closeCampaign({ coordinator, campaign }: Stage): Promise<void> {
  await call.movedCampaign(campaign, coordinator.act(CloseCampaignDocument, call.campaignMove(campaign)));
}

/** Everything up to the day on which the audits begin: files, people, the call and its applications. */
async function setTheStage(
  server: Server,
  days: Days,
  { services: count, isOpenEnded }: DemonstrationOptions,
  progress: Progress,
): Promise<{ stage: Stage; imported: DemoReport['imported'] }> {
  const csv = readFileSync(path.join(DATA, 'imaging-sites.csv'), 'utf8');
  const lines = csv.trim().split(/\r?\n/).slice(1);
  const cast = castOf(count, lines.length, isOpenEnded);
  await days.moveTo(BEGIN);
  const coordinator = await prepare.signInOrFail(server, COORDINATION.email);
  const steering = await prepare.signInOrFail(server, STEERING.email);
  const observer = await prepare.signInOrFail(server, OBSERVATION.email);
  const ledger = createLedger();

  const imported = await progress.during('files imported', 2, async () => ({
    services: await prepare.importServices(coordinator, csv),
    auditors: await prepare.importAuditors(coordinator, readFileSync(path.join(DATA, 'rpps.txt'), 'utf8')),
  }));
  const known = await prepare.knownAddresses(coordinator);
  const codes = await call.earlierCodes(coordinator);
  const registry = await prepare.registeredServices(coordinator);
  const applying = cast.services.map((number) => {
    const finess = lines[number - 1]?.split(';')[0];
    const service = registry.find(({ finessEt }) => finessEt === finess);
    if (!service) throw new RequestFailed(`the site ${finess} was not imported`);
    return { number, service };
  });
  const places = applying.map(({ service }) => service);
  const auditors = await progress.during('auditors qualified, declarations signed', null, async (done) => {
    const pool = await openPool(server, coordinator, known, cast.audits.length, places, {
      fromDate: days.dateOf(VISITS_FROM),
      toDate: days.dateOf(VISITS_TO),
    });
    done(pool.length);
    return pool;
  });
  const services = await progress.during('service accounts', applying.length, () =>
    prepare.openServiceAccounts(server, coordinator, known, applying),
  );
  const template = await call.publishedTemplate(coordinator, TEMPLATE);
  const period = { callCloses: CALL_CLOSES, visitsFrom: VISITS_FROM, visitsTo: VISITS_TO };
  const campaign = await call.openCampaign(coordinator, days, template, period, codes);

  await days.moveTo(APPLY);
  const applied = await progress.during('services apply', services.length, () =>
    call.apply(ledger, campaign, services, cast),
  );
  await days.moveTo(SELECT);
  await call.movedCampaign(campaign, coordinator.act(CloseCallDocument, call.campaignMove(campaign)));
  const selected = await progress.during('applications decided', applied.length, () =>
    call.select(ledger, coordinator, applied, cast),
  );
  await days.moveTo(CONFIRM);
  await progress.during('participation confirmed', selected.length, () => call.confirm(ledger, selected));
  await call.movedCampaign(campaign, coordinator.act(StartMatchingDocument, call.campaignMove(campaign)));
  await days.moveTo(RUN);
  await call.movedCampaign(campaign, coordinator.act(StartCampaignDocument, call.campaignMove(campaign)));

  const cases = selected.map(({ service, id }, index): Case => {
    const { traits, anchor, visit } = cast.audits[index] ?? { traits: [], anchor: 0, visit: 0 };
    return {
      index,
      service,
      traits: new Set(traits),
      anchor,
      visitDay: anchor === LAST ? LAST : (days.weekdaysFrom(anchor, visit + 1)[visit] ?? anchor),
      chance: chanceFrom(SEED + service.number),
      applicationId: id,
      id: '',
      version: 0,
      runId: '',
      team: [],
      recusal: null,
      fileId: '',
      hasDoses: false,
      sample: null,
      findings: [],
      actions: [],
      isOver: false,
    };
  });
  const checks = createChecks();
  const stage = {
    server,
    days,
    ledger,
    checks,
    coordinator,
    steering,
    observer,
    template,
    campaign,
    auditors,
    encounters: [],
    rounds: new Map(),
    keptApart: {},
    unserved: [],
    files: {},
    cases,
  };
  return { stage, imported };
}
