import { readFileSync } from 'node:fs';
import path from 'node:path';
import { CloseCallDocument, StartCampaignDocument, StartMatchingDocument } from './generated/operations';
import { COORDINATION, OBSERVATION, STEERING } from './accounts';
import * as call from './acts/call';
import * as prepare from './acts/prepare';
import { openPool } from './acts/pool';
import { openWebhooks } from './acts/webhooks';
import { castOf, castOfRoundBefore } from './cast';
import { chanceFrom } from './chance';
import { createChecks } from './checks';
import { RequestFailed, type Server } from './client';
import type { Days } from './clock';
import type { DemonstrationOptions } from './demo-report';
import { createLedger } from './ledger';
import type { Progress } from './progress';
import type { Case, Service, Stage } from './stage';
import type { WebhookReceiver } from './webhook-receiver';

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

/** The last day of a demonstration. */
export const LAST = 0;

const DATA = path.resolve(__dirname, __filename.endsWith('.ts') ? 'data' : '../../../scripts/demo/data');

/** What came of the files of sites and people. */
export interface Imported {
  services: prepare.Imported;
  auditors: prepare.Imported;
}

/** Everything up to the day on which the audits begin: files, people, the call and its applications. */
export async function setTheStage(
  server: Server,
  days: Days,
  receiver: WebhookReceiver,
  { services: count, isOpenEnded, isRoundBefore }: DemonstrationOptions,
  progress: Progress,
): Promise<{ stage: Stage; imported: Imported }> {
  const csv = readFileSync(path.join(DATA, 'imaging-sites.csv'), 'utf8');
  const lines = csv.trim().split(/\r?\n/).slice(1);
  const cast = isRoundBefore ? castOfRoundBefore(lines.length) : castOf(count, lines.length, isOpenEnded);
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
  const checks = createChecks();
  const webhooks = await openWebhooks({ checks, coordinator }, receiver, firstOf(services));
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
    webhooks,
    cases,
  };
  return { stage, imported };
}

function firstOf([first]: readonly Service[]): Service {
  if (!first) throw new RangeError('a campaign needs services');
  return first;
}
