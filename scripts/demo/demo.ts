import { parseArgs } from 'node:util';
import { RequestFailed, ServerUnreachable } from './client';
import { playDemonstration } from './play';
import { ALL_INVENTED, jsonOf, tableOf } from './table';

const DEFAULT_URL = 'http://127.0.0.1:4000';
const DEFAULT_SERVICES = '60';

/** `npm run demo [-- --url http://127.0.0.1:4000] [--services 60] [--json]`: a whole campaign against a running server. */
async function demo(): Promise<void> {
  const values = readArguments();
  const url = values.url.replace(/\/+$/, '');
  // What was asked must be answered before the clock goes back: a role granted under another day would not hold.
  const stop = new AbortController();
  for (const name of ['SIGINT', 'SIGTERM'] as const) process.once(name, () => stop.abort());
  // With --json the standard output holds the report and nothing else.
  const log = values.json ? (line: string) => console.error(line) : (line: string) => console.log(line);
  log(`A campaign with ${values.services} services on ${url}`);
  for (const line of ALL_INVENTED) log(line);
  try {
    const services = Number(values.services);
    const report = await playDemonstration(url, {
      services,
      isOpenEnded: false,
      hasRoundBefore: true,
      log,
      signal: stop.signal,
    });
    if (values.json) console.log(jsonOf(report));
    else console.log(['', ...tableOf(report)].join('\n'));
    process.exitCode = report.isOff ? 1 : 0;
  } catch (error) {
    process.exitCode = 1;
    if (stop.signal.aborted) {
      console.error('The demonstration is broken off; the server has its clock back.');
    } else if (error instanceof ServerUnreachable) {
      console.error(`Nothing answers at ${url}: run \`npm start\` first, or name the server with --url.`);
    } else if (error instanceof RequestFailed || error instanceof RangeError) {
      console.error(`The demonstration stops. ${error.message}`);
    } else throw error;
  }
}

function readArguments() {
  try {
    return parseArgs({
      options: {
        url: { type: 'string', default: DEFAULT_URL },
        services: { type: 'string', default: DEFAULT_SERVICES },
        json: { type: 'boolean', default: false },
      },
    }).values;
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exit(1);
  }
}

demo().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
