import { conflictsOfCampaign, teamConflictsOf, type Ask } from '../../../server/matching';
import type { FrozenConflictRule } from '../../../server/templates';
import { openBenchDatabase, type BenchDatabase } from '../bench-database';
import { median, timed } from '../times';
import { CAMPAIGN, GRAPH_SEED, SIZES, TODAY } from './seed';

/** What was asked and how long it took; times in milliseconds, the median of the rounds. */
export interface GraphResult {
  postgres: { place: string; version: string };
  services: number;
  auditors: number;
  rounds: number;
  statements: number;
  pairs: number;
  conflicts: Record<string, number>;
  teamPairs: number;
  /** The statement and the rules that are applied to what it gives. */
  graph: number;
  /** The statement alone, all its rows read. */
  statement: number;
  /** One service and all auditors, as when a seat is filled. */
  oneService: number;
  /** Every row of the tables that the statement reads, read once. */
  scan: number;
  ratio: number;
}

const TABLES = [
  'affiliation',
  'application',
  'assignment',
  'audit',
  'audited_service',
  'auditor',
  'campaign',
  'conflict_fact',
  'declaration_of_interests',
  'interest',
  'organisation',
  'organisation_link',
  'person',
  'recusal',
  'role_grant',
  'account',
  'service_organisation',
] as const;

// Each row is looked at, not only counted.
const SCAN = TABLES.map((table) => `select sum(hashtext(t::text)::bigint) from ${table} t`).join(
  ' union all ',
);

/**
 * Evaluates the conflicts of a whole campaign, all auditors with all its services, in turns with a sequential scan of
 * the same tables.
 * @throws BenchError, or an error of the database
 */
export async function runGraph(rounds: number, log: (line: string) => void): Promise<GraphResult> {
  const database = await openBenchDatabase(process.env, GRAPH_SEED, log);
  try {
    return await measure(database, rounds);
  } finally {
    await database.close();
  }
}

async function measure({ client, place, version }: BenchDatabase, rounds: number): Promise<GraphResult> {
  const asked: [text: string, values: unknown[]][] = [];
  const sql: Ask = async <T>(text: string, values: readonly unknown[]) => {
    asked.push([text, [...values]]);
    return (await client.query(text, [...values])).rows as T[];
  };
  const { rows } = await client.query<{ id: string; service: string; rules: FrozenConflictRule[] }>(
    `select id, conflict_rules as rules, (select audited_service_id from application where campaign_id = c.id order by id limit 1) as service
     from campaign c where id = ${CAMPAIGN}`,
  );
  const [campaign] = rows;
  if (!campaign) throw new Error('the seed has no campaign');
  const { id, rules, service } = campaign;
  const whole = () => conflictsOfCampaign(sql, rules, id, TODAY);
  const found = await whole();
  const statements = asked.length;
  const [[text, values] = ['', []]] = asked;
  const teams = await teamConflictsOf(sql, rules, id, TODAY);
  const times = {
    graph: [] as number[],
    statement: [] as number[],
    oneService: [] as number[],
    scan: [] as number[],
  };
  for (let round = 0; round < rounds; round += 1) {
    times.graph.push(await timed(whole));
    times.scan.push(await timed(() => client.query(SCAN)));
    times.statement.push(await timed(() => client.query(text, values)));
    times.oneService.push(
      await timed(() => conflictsOfCampaign(sql, rules, id, TODAY, { serviceIds: [service] })),
    );
  }
  const [graph, statement, oneService, scan] = [
    median(times.graph),
    median(times.statement),
    median(times.oneService),
    median(times.scan),
  ];
  const conflicts: Record<string, number> = {};
  for (const { ruleCode } of found) conflicts[ruleCode] = (conflicts[ruleCode] ?? 0) + 1;
  return {
    postgres: { place, version },
    services: SIZES.services,
    auditors: SIZES.auditors,
    rounds,
    statements,
    pairs: new Set(found.map(({ auditorId, serviceId }) => `${auditorId} ${serviceId}`)).size,
    conflicts: Object.fromEntries(Object.entries(conflicts).sort()),
    teamPairs: teams.length,
    graph,
    statement,
    oneService,
    scan,
    ratio: statement / scan,
  };
}

/** The result as a person reads it. */
export function graphReport(result: GraphResult): string {
  const ms = (value: number): string => `${value.toFixed(0)} ms`.padStart(9);
  const rules = Object.entries(result.conflicts).map(([code, count]) => `${code} ${count}`);
  return [
    `${result.services} services × ${result.auditors} auditors, PostgreSQL ${result.postgres.version} (${result.postgres.place}), median of ${result.rounds}`,
    `${ms(result.graph)}  the whole campaign, rules applied (${result.statements} statement)`,
    `${ms(result.statement)}  its statement alone`,
    `${ms(result.scan)}  a sequential scan of the same tables: ratio ${result.ratio.toFixed(1)}`,
    `${ms(result.oneService)}  one service and all auditors`,
    `${result.pairs} pairs in conflict: ${rules.join(', ')}; ${result.teamPairs} pairs of auditors apart`,
  ].join('\n');
}
