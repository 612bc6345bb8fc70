import type { Logger } from 'pino';
import type { DataSource } from 'typeorm';
import { openSnapshot } from '../database/snapshot';
import { createReader, type Reader } from '../database/reader';
import { poolOf } from '../database/data-source';
import type { Clock } from '../kernel/clock';
import { localeOf } from '../kernel/messages';
import { anonymous, type Viewer } from '../kernel/viewer';
import { parisDate } from '../kernel/working-days';
import type { ReadAccessToken, SigningKey } from '../identity/access-token';
import { loadViewer } from '../identity/load-viewer';
import { rowRule } from '../identity/policy';

/** What the running application is made of; the same for every request. */
export interface Application {
  dataSource: DataSource;
  clock: Clock;
  signingKey: SigningKey;
  accessTokenSeconds: number;
  readAccessToken: ReadAccessToken;
  log: Logger;
}

/** What a resolver may use of one request. */
export interface Context {
  application: Application;
  requestId: string;
  viewer: Viewer;
  /** Reads for this viewer, in one snapshot. */
  reader: Reader;
  /** After a mutation: ends the snapshot and reads who asks again, since the act may have changed what he may see. */
  renew(): Promise<void>;
  /** Gives back what the request holds. */
  end(): void;
}

/** What a request says of itself. */
export interface RequestHead {
  authorization: string | undefined;
  acceptLanguage: string | undefined;
  id: string;
}

/** The context of one request: who asks is read from the database each time. */
export async function createContext(application: Application, request: RequestHead): Promise<Context> {
  const { dataSource, clock, readAccessToken } = application;
  const locale = localeOf(request.acceptLanguage);
  const snapshot = openSnapshot(poolOf(dataSource));
  const token = /^Bearer ([\w.-]+)$/i.exec(request.authorization ?? '')?.[1];
  const claim = token ? readAccessToken(token) : null;

  async function look(): Promise<Pick<Context, 'viewer' | 'reader'>> {
    const now = clock.now();
    const viewer = claim ? await loadViewer(snapshot, claim, parisDate(now), locale) : anonymous(locale);
    return { viewer, reader: createReader({ snapshot, viewer, now, rules: rowRule }) };
  }

  try {
    const context: Context = {
      application,
      requestId: request.id,
      ...(await look()),
      async renew() {
        snapshot.end();
        Object.assign(context, await look());
      },
      end: snapshot.end,
    };
    return context;
  } catch (error) {
    snapshot.end();
    throw error;
  }
}
