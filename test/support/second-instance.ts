import type { AddressInfo } from 'node:net';
import { buildApp, type AppOptions } from '../../server/app';
import { filesOf, type WhenUploaded } from '../../server/evidence';
import { keyRing, signAccessToken } from '../../server/identity';
import { claimOf, clientOf, type TestApi } from './api';
import { connectTo } from './data-source';

/** Another instance of the platform on the database of an API, with the same keys, as behind a load balancer. */
export async function openSecondInstance(
  api: TestApi,
  settings: Partial<AppOptions> = {},
  whenUploaded: Readonly<Record<string, WhenUploaded>> = {},
): Promise<TestApi> {
  const dataSource = await connectTo(api);
  const ring = keyRing(api.signingKey);
  const files = filesOf({ dataSource, clock: api.clock, store: api.store, whenUploaded });
  const app = await buildApp({
    dataSource,
    files,
    clock: api.clock,
    keyRing: ring,
    secretBox: api.secretBox,
    trailSigner: api.trailSigner,
    accessTokenSeconds: 600,
    sessionTimes: { sessionDays: 60, sessionIdleDays: 30 },
    isSecondFactorRequired: false,
    isOwnPasswordRequired: false,
    oidcIssuers: [],
    publicUrl: null,
    returnUrls: [],
    trustedProxies: [],
    logLevel: 'silent',
    isProduction: false,
    ...settings,
  });
  await app.listen({ host: '127.0.0.1', port: 0 });
  const url = `http://127.0.0.1:${(app.server.address() as AddressInfo).port}/graphql`;
  return {
    ...api,
    url,
    keyRing: ring,
    files,
    as: (accountId) => clientOf(url, accountId && signAccessToken(api.signingKey, claimOf(accountId), 600)),
    async close() {
      await app.close();
      await files.settled();
      await dataSource.destroy();
    },
  };
}
