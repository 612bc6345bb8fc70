import { hash, verify } from '@node-rs/argon2';
import { refuse } from '../kernel/outcome';
import { turns } from '../kernel/turns';

// OWASP Password Storage Cheat Sheet, argon2id (the library's default): 19 MiB, 2 passes, 1 lane.
const OPTIONS = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

/** No password that was ever set is longer. */
const LENGTH_AT_MOST = 200;

/** Each hash takes a processor and 19 MiB for some hundredths of a second: more at once would starve all else. */
const inTurn = turns(2, 100);
const WHEN_BUSY_MS = 5_000;

let decoy: Promise<string> | null = null;

/**
 * The argon2id hash of a password, with its parameters and salt.
 * @throws Refusal TOO_MANY_ATTEMPTS when too many callers wait for theirs
 */
export function hashPassword(password: string): Promise<string> {
  return bounded(() => hash(password, OPTIONS));
}

/**
 * Whether the password is the one hashed; an absent hash costs the same time as a wrong password.
 * @throws Refusal TOO_MANY_ATTEMPTS when too many callers wait for theirs
 */
export async function passwordMatches(passwordHash: string | null, password: string): Promise<boolean> {
  decoy ??= hash('no account has this password', OPTIONS);
  const compared = passwordHash ?? (await decoy);
  const matches = await bounded(() => verify(compared, password.slice(0, LENGTH_AT_MOST)));
  return matches && passwordHash !== null && password.length <= LENGTH_AT_MOST;
}

async function bounded<T>(work: () => Promise<T>): Promise<T> {
  const done = await inTurn(async () => ({ result: await work() }));
  return done
    ? done.result
    : refuse('TOO_MANY_ATTEMPTS', ['input'], { until: new Date(Date.now() + WHEN_BUSY_MS).toISOString() });
}
