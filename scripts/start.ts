import { main, speaksForItself } from '../server/main';
import { EXPLORER_PATH } from '../server/http/explorer';
import { GRAPHQL_PATH } from '../server/http/graphql-route';
import {
  createDemonstrationAccounts,
  DEMONSTRATION_ACCOUNTS,
  DEMONSTRATION_PASSWORD,
  demonstrationState,
  type DemonstrationState,
} from './demo/accounts';

/** `npm start`: the platform with everything it needs; `npm start -- --empty` without the demonstration. */
async function start(): Promise<void> {
  const isProduction = process.env['NODE_ENV'] === 'production';
  const isEmpty = process.argv.includes('--empty') || isProduction;
  const hasAccounts = !isProduction && (!isEmpty || process.argv.includes('--demonstration-accounts'));
  let demonstration: DemonstrationState = { accounts: [], campaign: 'NONE' };
  const running = await main(process.env, {
    log: (line) => console.log(line),
    afterLoad: async (dataSource) => {
      if (!hasAccounts) return;
      await createDemonstrationAccounts(dataSource);
      demonstration = await demonstrationState(dataSource);
    },
  });
  console.log(`Vis-à-vis runs on ${running.place}`);
  console.log(`  API       ${running.url}${GRAPHQL_PATH}`);
  console.log(`  Explorer  ${running.url}${EXPLORER_PATH}`);
  let isStopping = false;
  const stop = (): void => {
    if (isStopping) return;
    isStopping = true;
    running.stop().then(
      () => process.exit(0),
      (error: unknown) => fail(error),
    );
  };
  process.on('SIGINT', stop);
  process.on('SIGTERM', stop);
  if (demonstration.accounts.length === 0) return;
  const isToPlay = demonstration.campaign === 'NONE' && !isEmpty;
  // Playing creates the accounts of auditors and services as well.
  const accounts = isToPlay ? DEMONSTRATION_ACCOUNTS : demonstration.accounts;
  if (isToPlay) {
    console.log('Creating the demonstration campaign …');
    // Its client is a development package: what runs in production must not ask for it.
    const { playDemonstration } = await import('./demo/play.js');
    const report = await playDemonstration(running.url, {
      services: 8,
      isOpenEnded: true,
      log: () => undefined,
    });
    if (report.isOff)
      console.error('The demonstration campaign is not as it should be: `npm run demo` says where.');
  }
  if (demonstration.campaign === 'INTERRUPTED') {
    console.log(
      'The demonstration campaign was interrupted. Stop, delete the data folder, and start again to have it whole.',
    );
  }
  console.log(`Sign in to the demonstration with the password ${DEMONSTRATION_PASSWORD}`);
  for (const { email, what } of accounts) console.log(`  ${email.padEnd(34)} ${what}`);
  console.log('Ctrl+C stops the platform.');
}

function fail(error: unknown): never {
  console.error(speaksForItself(error) ? error.message : error);
  process.exit(1);
}

start().catch(fail);
