import type { Logger } from 'pino';
import type { DataSource } from 'typeorm';
import { openSnapshot } from '../database/snapshot';
import { createReader, type Reader } from '../database/reader';
import { poolOf } from '../database/data-source';
import type { Clock } from '../kernel/clock';
import { localeOf } from '../kernel/messages';
import { anonymous, type Viewer } from '../kernel/viewer';
import { parisDate } from '../kernel/working-days';
import { readAccessToken, type SigningKey } from '../identity/access-token';
import { loadViewer } from '../identity/load-viewer';
import { rowRule } from '../identity/policy';

/** What the running application is made of; the same for every request. */
export interface Application {
  dataSource: DataSource;
  clock: Clock;
  signingKey: SigningKey;
  accessTokenSeconds: number;
  log: Logger;
}

/** What a resolver may use of one request. */
export interface Context {
  application: Application;
  requestId: string;
  viewer: Viewer;
  /** Reads for this viewer, in one snapshot; after a mutation `refresh` opens a new one. */
  reader: Reader;
  /** Ends the snapshot, so that what a mutation has written is read next. */
  refresh(): void;
  /** Gives back what the request holds. */
  end(): void;
}

/** The context of one request: who asks is read from the database, in the same snapshot as the answer. */
export async function createContext(
  application: Application,
  request: { authorization: string | undefined; acceptLanguage: string | undefined; id: string },
): Promise<Context> {
  const { dataSource, clock, signingKey, accessTokenSeconds } = application;
  const locale = localeOf(request.acceptLanguage);
  const snapshot = openSnapshot(poolOf(dataSource));
  const token = /^Bearer ([\w.-]+)$/i.exec(request.authorization ?? '')?.[1];
  const claim = token ? readAccessToken(signingKey, token, accessTokenSeconds) : null;
  const now = clock.now();
  try {
    const viewer = claim ? await loadViewer(snapshot.run, claim, parisDate(now), locale) : anonymous(locale);
    const reader = createReader({ run: snapshot.run, viewer, now, rules: rowRule });
    return {
      application,
      requestId: request.id,
      viewer,
      reader,
      refresh: snapshot.end,
      end: snapshot.end,
    };
  } catch (error) {
    snapshot.end();
    throw error;
  }
}
