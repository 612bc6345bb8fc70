import os from 'node:os';
import path from 'node:path';
import { buildApp, filesFor } from '../../../server/app';
import { folderStore } from '../../../server/evidence';
import { asPlatform } from '../../../server/database/as-platform';
import { createDataSource } from '../../../server/database/data-source';
import {
  keyRing,
  newSecretsKey,
  newSigningKeyPem,
  openSession,
  secretBox,
  signAccessToken,
  signingKeyFromPem,
} from '../../../server/identity';
import { systemClock } from '../../../server/kernel/clock';
import { serve, serverSettings } from './serving';
import { newTrailKeyPem, trailSignerFromPem } from '../../../server/trail';

const TOKEN_SECONDS = 3600;
const TIMES = { sessionDays: 60, sessionIdleDays: 30 };

/**
 * The API as in production, sign-in and policy included; only its log is off, since the others write none.
 * @param role what its database connections act as; null for the owner's rights, above the row policies
 */
export async function startApi(role: 'runtime' | null): Promise<void> {
  const { address, pool, accountId } = serverSettings();
  const dataSource = createDataSource(address, pool, role);
  await dataSource.initialize();
  const signingKey = signingKeyFromPem(newSigningKeyPem());
  const store = folderStore(path.join(os.tmpdir(), 'vis-a-vis-bench'));
  const app = await buildApp({
    dataSource,
    files: filesFor({ dataSource, clock: systemClock, store }),
    clock: systemClock,
    trailSigner: trailSignerFromPem(newTrailKeyPem()),
    keyRing: keyRing(signingKey),
    secretBox: secretBox(newSecretsKey()),
    sessionTimes: TIMES,
    isSecondFactorRequired: true,
    isOwnPasswordRequired: false,
    oidcIssuers: [],
    publicUrl: null,
    returnUrls: [],
    trustedProxies: [],
    accessTokenSeconds: TOKEN_SECONDS,
    logLevel: 'silent',
    isProduction: true,
    // One account sends more than any client would.
    rateLimits: { perAccount: Number.MAX_SAFE_INTEGER, perAddress: Number.MAX_SAFE_INTEGER },
  });
  await app.listen({ host: '127.0.0.1', port: 0 });
  const { claim } = await asPlatform(dataSource, (manager) =>
    openSession(manager, {
      account: { id: accountId, sessionVersion: 1 },
      method: 'PASSWORD',
      isSecondFactor: true,
      deviceLabel: 'bench',
      now: new Date(),
      times: TIMES,
    }),
  );
  const token = signAccessToken(signingKey, claim, TOKEN_SECONDS);
  serve(app.server, { authorization: `Bearer ${token}` });
}

/** Ends the process with what went wrong. */
export function fail(error: unknown): never {
  console.error(error);
  process.exit(1);
}

if (require.main === module) startApi('runtime').catch(fail);
