import { campaignProgressEdge, type CampaignProgress } from '../../../server/campaign-progress';
import { createDataSource, poolOf } from '../../../server/database/data-source';
import { openSnapshot, type Snapshot } from '../../../server/database/snapshot';
import type { AccessClaim } from '../../../server/identity';
import { enterStatement, viewerOf } from '../../../server/identity/load-viewer';
import { BenchError } from '../bench-error';
import { median, timed } from '../times';
import { openBenchDatabase } from '../bench-database';
import { AUDITS, CAMPAIGN, COORDINATOR, PROGRESS_SEED, TODAY } from './seed';

/** What was asked and how long it took; times in milliseconds, medians of the rounds. */
export interface ProgressResult {
  postgres: { place: string; version: string };
  audits: number;
  rounds: number;
  statements: number;
  /** The whole of it, behind both walls. */
  progress: number;
  /** The audits by state as one plain statement would count them, behind row-level security as well. */
  plainCount: number;
  ratio: number;
  /** Each statement alone, by what it reads first. */
  parts: { statement: string; milliseconds: number }[];
}

/**
 * Reads a campaign of a thousand audits at a glance as its coordinator does, in turns with a plain count of its audits by
 * state in the same view of the database.
 * @throws BenchError, or an error of the database
 */
export async function runProgress(rounds: number, log: (line: string) => void): Promise<ProgressResult> {
  const database = await openBenchDatabase(process.env, PROGRESS_SEED, log);
  const dataSource = createDataSource(database.address, 2, 'runtime');
  await dataSource.initialize();
  try {
    const { rows } = await database.client.query<{ campaign: string; account: string }>(
      `select ${CAMPAIGN} as campaign, ${COORDINATOR} as account`,
    );
    const [{ campaign, account } = { campaign: '', account: '' }] = rows;
    const claim: AccessClaim = { accountId: account, sessionVersion: 1, sessionId: account };
    const snapshot = openSnapshot(poolOf(dataSource), () =>
      enterStatement(claim, TODAY, { secondFactor: false, ownPassword: false }),
    );
    const viewer = viewerOf(claim, await snapshot.identity(), 'fr');
    const measured = await measure(snapshot, viewer, campaign, rounds);
    snapshot.close();
    return { postgres: { place: database.place, version: database.version }, rounds, ...measured };
  } finally {
    await dataSource.destroy();
    await database.close();
  }
}

async function measure(
  snapshot: Snapshot,
  viewer: ReturnType<typeof viewerOf>,
  campaignId: string,
  rounds: number,
): Promise<Omit<ProgressResult, 'postgres' | 'rounds'>> {
  const asked = new Map<string, () => Promise<unknown>>();
  const asking =
    (ask: Snapshot['objects']) =>
    async <T>(text: string, values: readonly unknown[]) => {
      asked.set(text, () => ask({ text, values }));
      return (await ask({ text, values })) as T[];
    };
  const context = {
    viewer,
    now: new Date(`${TODAY}T10:00:00Z`),
    sql: asking((statement) => snapshot.objects(statement)),
    sqlOfActs: asking((statement) => snapshot.objectsOfActs(statement)),
  };
  const whole = async () =>
    (await campaignProgressEdge.compute([{ id: campaignId }], context, {})) as CampaignProgress[];
  const plain = () =>
    snapshot.objects({
      text: 'select state, count(*)::int as audits from audit where campaign_id = $1 group by state',
      values: [campaignId],
    });
  const [found] = await whole();
  const counted = (await plain()).reduce((total, row) => total + Number(row['audits']), 0);
  if (found?.auditCount !== AUDITS || counted !== AUDITS)
    throw new BenchError(`${found?.auditCount} and ${counted} audits were counted, and not ${AUDITS}`);
  const parts = [...asked];
  const times = { progress: [] as number[], plain: [] as number[], parts: parts.map(() => [] as number[]) };
  for (let round = 0; round < rounds; round += 1) {
    times.progress.push(await timed(whole));
    times.plain.push(await timed(plain));
    for (const [index, [, ask]] of parts.entries()) times.parts[index]?.push(await timed(ask));
  }
  const [progress, plainCount] = [median(times.progress), median(times.plain)];
  return {
    audits: AUDITS,
    statements: parts.length,
    progress,
    plainCount,
    ratio: progress / plainCount,
    parts: parts.map(([text], index) => ({
      statement: /\bfrom (?:\(select [^]*? from )?([a-z_]+)/.exec(text)?.[1] ?? '',
      milliseconds: median(times.parts[index] ?? []),
    })),
  };
}

/** The result as a person reads it. */
export function progressReport(result: ProgressResult): string {
  const ms = (value: number): string => `${value.toFixed(1)} ms`.padStart(9);
  return [
    `${result.audits} audits, PostgreSQL ${result.postgres.version} (${result.postgres.place}), median of ${result.rounds}`,
    `${ms(result.progress)}  the campaign at a glance (${result.statements} statements), row-level security on`,
    `${ms(result.plainCount)}  a plain count of its audits by state: ratio ${result.ratio.toFixed(1)}`,
    ...result.parts.map((part) => `${ms(part.milliseconds)}  of it, alone: ${part.statement}`),
  ].join('\n');
}
