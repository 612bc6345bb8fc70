import { tokensOf, type Opened, type Session, type SignInOrigin, type SignInParts } from '../identity';
import { refuse } from '../kernel/outcome';
import type { Context } from './context';
import { refusedPayload, type RenderedError } from './render-error';

/** The payload of every mutation that opens or renews a session. */
export interface SessionPayload {
  session?: Session;
  userErrors: RenderedError[];
  replayed: boolean;
}

/** Requests that have asked for a session already: with aliases, one request could guess a thousand times. */
const asked = new WeakSet<Context>();

/** What signing in takes of the platform, now. */
export function signInPartsOf({ application }: Context): SignInParts {
  const { dataSource, secretBox, sessionTimes: times, clock } = application;
  return { dataSource, secretBox, times, now: clock.now() };
}

/**
 * Runs a mutation that is open to everyone and gives a session. It goes without idempotency key and trail, since nobody
 * is signed in yet; expected refusals come back as `userErrors`.
 */
export async function performSignIn(
  context: Context,
  open: (parts: SignInParts, origin: SignInOrigin) => Promise<Opened>,
): Promise<SessionPayload> {
  // Another connection does the work.
  context.release();
  try {
    if (asked.has(context)) refuse('SIGN_IN_REPEATED', ['input']);
    asked.add(context);
    const parts = signInPartsOf(context);
    const { keyRing, accessTokenSeconds } = context.application;
    const opened = await open(parts, { address: context.address, userAgent: context.userAgent });
    const session = tokensOf(opened, { keyRing, accessTokenSeconds, now: parts.now });
    return { session, userErrors: [], replayed: false };
  } catch (error) {
    return refusedPayload(context, error);
  }
}
