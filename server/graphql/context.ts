import type { Logger } from 'pino';
import type { DataSource } from 'typeorm';
import { openSnapshot, type Statement } from '../database/snapshot';
import { createReader, type Reader } from '../database/reader';
import { poolOf } from '../database/data-source';
import type { LeaveOutbox, ProposeGrades, ReviewFacts } from '../database/unit-of-work';
import type { Clock } from '../kernel/clock';
import { localeOf } from '../kernel/messages';
import { anonymous, type Viewer } from '../kernel/viewer';
import { parisDate } from '../kernel/working-days';
import type { AccessClaim, ReadAccessToken } from '../identity/access-token';
import type { OidcProvider, SessionTimes } from '../identity';
import type { KeyRing } from '../identity/keys/key-ring';
import type { SecretBox } from '../identity/keys/secret-box';
import { viewerOf, enterStatement } from '../identity/load-viewer';
import type { Admission } from './limits/gate';
import type { RateLimiter } from './limits/rate-limiter';
import type { PresumedViewers } from './presumed-viewers';
import { rowRule } from '../identity/policy';
import type { Reminder } from '../notifications';
import type { WebhookReach } from '../notifications/webhooks';
import type { NoteSigner } from '../trail';

/** What the running application is made of; the same for every request. */
export interface Application {
  dataSource: DataSource;
  clock: Clock;
  keyRing: KeyRing;
  accessTokenSeconds: number;
  /** Signs the checkpoints of the trail. */
  trailSigner: NoteSigner;
  sessionTimes: SessionTimes;
  secretBox: SecretBox;
  /** Roles of the programme hold only in sessions with a second factor. */
  isSecondFactorRequired: boolean;
  /** Roles hold only with a password that the account's owner has chosen, not whoever opened the account. */
  isOwnPasswordRequired: boolean;
  /** Looks again at open assignments when facts changed. */
  reviewFacts: ReviewFacts;
  proposeGrades: ProposeGrades;
  leaveOutbox: LeaveOutbox;
  /** Where webhooks may go, and how their hosts are found. */
  webhooks: WebhookReach;
  /** How often an account may make the platform speak to somebody outside. */
  outward: { limiter: RateLimiter; most: number };
  /** When people are reminded of what is due. */
  reminders: readonly Reminder[];
  readAccessToken: ReadAccessToken;
  /** Identity providers by their names. */
  providers: ReadonlyMap<string, OidcProvider>;
  presumed: PresumedViewers;
  log: Logger;
}

/** What a resolver may use of one request. */
export interface Context {
  application: Application;
  requestId: string;
  /** What the request costs, and what remains to its caller. */
  admission: Admission;
  /** Where the request came from. */
  address: string;
  /** What the client says of itself. */
  userAgent: string | null;
  /** Who asks. Presumed to be as at the last request until `confirm` has said so. */
  viewer: Viewer;
  /** Reads for this viewer, in one snapshot. */
  reader: Reader;
  /** The statement by which a transaction is entered as this account; null for anonymous callers. */
  enter: (() => Statement) | null;
  /**
   * Whether the viewer is who he was presumed to be; otherwise puts the true one in his place, and what was read for the
   * other must be thrown away.
   */
  confirm(): Promise<boolean>;
  /** After a mutation: ends the snapshot and reads who asks again, since the act may have changed what he may see. */
  renew(): Promise<void>;
  /** Gives back what the request holds, for as long as it reads nothing. */
  release(): void;
  /** Gives it back for good. */
  end(): void;
}

/** What a request says of itself. */
export interface RequestHead {
  authorization: string | undefined;
  acceptLanguage: string | undefined;
  /** Where it came from, for the count of wrong guesses. */
  address: string;
  /** What the client says of itself. */
  userAgent: string | undefined;
  id: string;
  admission: Admission;
}

function claimOf(authorization: string | undefined, readAccessToken: ReadAccessToken): AccessClaim | null {
  const token = /^Bearer ([\w.-]+)$/i.exec(authorization ?? '')?.[1];
  return token ? readAccessToken(token) : null;
}

/** The account that a request's token names, before anything is read of it; null without a good token. */
export function accountOf(
  authorization: string | undefined,
  readAccessToken: ReadAccessToken,
): string | null {
  return claimOf(authorization, readAccessToken)?.accountId ?? null;
}

/**
 * The context of one request. Who asks is read from the database each time; that statement travels together with the
 * first one that reads for him as he was at his last request, and nothing goes out before it has confirmed him.
 */
export async function createContext(application: Application, request: RequestHead): Promise<Context> {
  const { dataSource, clock, readAccessToken, presumed } = application;
  const locale = localeOf(request.acceptLanguage);
  const claim = claimOf(request.authorization, readAccessToken);
  const enter =
    claim &&
    (() =>
      enterStatement(claim, parisDate(clock.now()), {
        secondFactor: application.isSecondFactorRequired,
        ownPassword: application.isOwnPasswordRequired,
      }));
  const snapshot = openSnapshot(poolOf(dataSource), enter);

  async function look(): Promise<Viewer> {
    if (!claim) return anonymous(locale);
    const facts = await snapshot.identity();
    presumed.set(claim.sessionId, facts);
    return viewerOf(claim, facts, locale);
  }

  const known = claim ? presumed.get(claim.sessionId) : undefined;
  let isConfirmed = known === undefined;
  let viewer: Viewer;
  let reader: Reader;
  function readFor(who: Viewer): void {
    viewer = who;
    reader = createReader({ snapshot, viewer, now: clock.now(), rules: rowRule });
  }

  try {
    readFor(claim && known !== undefined ? viewerOf(claim, known, locale) : await look());
  } catch (error) {
    snapshot.end();
    throw error;
  }
  // Apollo copies the own properties of a context: what may change later must be looked up each time.
  const live = {
    get viewer() {
      return viewer;
    },
    get reader() {
      return reader;
    },
  };
  const fixed: Omit<Context, 'viewer' | 'reader'> = {
    application,
    requestId: request.id,
    address: request.address,
    userAgent: request.userAgent ?? null,
    enter,
    admission: request.admission,
    async confirm() {
      if (!claim || isConfirmed) return true;
      const facts = await snapshot.identity();
      isConfirmed = true;
      if (facts === known) return true;
      presumed.set(claim.sessionId, facts);
      readFor(viewerOf(claim, facts, locale));
      return false;
    },
    async renew() {
      isConfirmed = true;
      snapshot.end();
      readFor(await look());
    },
    release: () => snapshot.end(),
    end: () => snapshot.close(),
  };
  return Object.assign(Object.create(live) as typeof live, fixed);
}
