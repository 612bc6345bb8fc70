import { parseArgs } from 'node:util';
import { EmbeddedPostgresError } from '../../server/database/embedded-postgres';
import { BenchError } from './bench-error';
import { progressReport, runProgress } from './campaign-progress/run-progress';
import { graphReport, runGraph } from './conflict-graph/run-graph';
import { matchingReport, matchingVerdicts } from './matching/report';
import { runMatching } from './matching/run-matching';
import { measuresReport, runMeasures } from './measures/run-measures';
import { MATCHING_CASES } from './matching/sizes';
import { reportOf, verdicts } from './reads/report';
import { runReads } from './reads/run-reads';

const USAGE = `npm run bench -- reads [--json] [--seconds N] [--rounds N] [--same-node]
npm run bench -- conflict-graph [--json] [--rounds N]
npm run bench -- measures [--json] [--rounds N]
npm run bench -- campaign-progress [--json] [--rounds N]
npm run bench -- matching [--json] [--seconds N] [--only SIZE]

  reads        this API, the floor and PostGraphile 5 on the same data, in turns
  conflict-graph
               conflicts of all auditors with all services of a campaign, beside a scan of the same tables
  measures     import of 100,000 doses beside a bare COPY, medians of a campaign of a million beside a bare scan
  campaign-progress
               a campaign of 1,000 audits at a glance, beside a plain count of its audits by state
  matching     made-up campaigns of rising size, solved one after the other; a quarter of an hour in all
  --only SIZE  ${MATCHING_CASES.map(({ name }) => name).join(', ')}
  --json       one JSON object on standard output instead of the tables
  --seconds N  how long each measurement lasts (3), or each search (15 to 600, by size)
  --rounds N   how often each is repeated; an even number gives each variant each place in turn (4)
  --same-node  all three on the Node that PostGraphile runs on`;

const BENCHES = ['reads', 'conflict-graph', 'campaign-progress', 'matching', 'measures'];

/** `npm run bench -- <which>`: exits with 1 when answers differ or something fails, never for a slow result. */
async function bench(): Promise<void> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      json: { type: 'boolean', default: false },
      seconds: { type: 'string' },
      only: { type: 'string' },
      rounds: { type: 'string', default: '4' },
      'same-node': { type: 'boolean', default: false },
    },
  });
  const seconds = values.seconds === undefined ? undefined : Number(values.seconds);
  const rounds = Number(values.rounds);
  const isSound =
    (seconds === undefined || (seconds >= 0.5 && seconds <= 3_600)) &&
    Number.isInteger(rounds) &&
    rounds >= 1 &&
    rounds <= 1000;
  const [which] = positionals;
  if (positionals.length !== 1 || !isSound || !(which && BENCHES.includes(which))) {
    console.error(USAGE);
    process.exitCode = 2;
    return;
  }
  // Standard output is for the result alone.
  const log = (line: string) => console.error(line);
  if (which === 'conflict-graph') {
    const graph = await runGraph(rounds, log);
    console.log(values.json ? JSON.stringify(graph, null, 2) : graphReport(graph));
    return;
  }
  if (which === 'campaign-progress') {
    const progress = await runProgress(rounds, log);
    console.log(values.json ? JSON.stringify(progress, null, 2) : progressReport(progress));
    return;
  }
  if (which === 'measures') {
    const measures = await runMeasures(rounds, log);
    console.log(values.json ? JSON.stringify(measures, null, 2) : measuresReport(measures));
    return;
  }
  const stopping = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM'] as const)
    process.once(signal, () => stopping.abort(new BenchError(`stopped by ${signal}`)));
  if (which === 'matching') {
    const found = await runMatching({ only: values.only, seconds }, log, stopping.signal);
    const targets = matchingVerdicts(found);
    console.log(values.json ? JSON.stringify({ ...found, targets }, null, 2) : `\n${matchingReport(found)}`);
    return;
  }
  const result = await runReads(
    { seconds: seconds ?? 3, rounds, isSameNode: values['same-node'] },
    log,
    stopping.signal,
  );
  console.log(
    values.json ? JSON.stringify({ ...result, targets: verdicts(result) }, null, 2) : `\n${reportOf(result)}`,
  );
}

bench().catch((error: unknown) => {
  const speaksForItself = error instanceof BenchError || error instanceof EmbeddedPostgresError;
  console.error(speaksForItself ? error.message : error);
  process.exitCode = 1;
});
