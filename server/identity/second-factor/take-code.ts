import type { SecretBox } from '../keys/secret-box';
import { hashOfRecoveryCode } from './recovery-codes';
import { matchingStep } from './totp';

type Sql = <T>(text: string, values: readonly unknown[]) => Promise<T[]>;

/** A code that somebody sent as second factor of an account. */
export interface SentCode {
  accountId: string;
  code: string;
  now: Date;
}

/** What a sealed secret is for: it opens for no other account. */
export function purposeOf(accountId: string): string {
  return `second factor of ${accountId}`;
}

/** Whether the account has a second factor that its owner confirmed. */
export async function hasSecondFactor(sql: Sql, accountId: string): Promise<boolean> {
  const rows = await sql('select 1 from second_factor where account_id = $1 and confirmed_at is not null', [
    accountId,
  ]);
  return rows.length > 0;
}

/**
 * Takes a one-time password or a recovery code, each at most once.
 * @returns false for a wrong or spent one
 */
export async function takeCode(sql: Sql, secretBox: SecretBox, sent: SentCode): Promise<boolean> {
  return (await takeOneTimePassword(sql, secretBox, sent)) || (await takeRecoveryCode(sql, sent));
}

/** The same for one-time passwords alone: a device is confirmed by what it shows. */
export async function takeOneTimePassword(
  sql: Sql,
  secretBox: SecretBox,
  { accountId, code, now }: SentCode,
): Promise<boolean> {
  const [factor] = await sql<{ sealedSecret: string; lastStep: number }>(
    `select sealed_secret as "sealedSecret", last_step as "lastStep" from second_factor where account_id = $1
     for update`,
    [accountId],
  );
  if (!factor) return false;
  const secret = secretBox.open(factor.sealedSecret, purposeOf(accountId));
  const step = matchingStep(secret, code.replace(/\s/g, ''), now, factor.lastStep);
  if (step === null) return false;
  await sql('update second_factor set last_step = $2 where account_id = $1', [accountId, step]);
  return true;
}

async function takeRecoveryCode(sql: Sql, { accountId, code, now }: SentCode): Promise<boolean> {
  const [found] = await sql<{ usedAt: string | null }>(
    `select used_at as "usedAt" from recovery_code where account_id = $1 and code_hash = $2 for update`,
    [accountId, hashOfRecoveryCode(code)],
  );
  if (!found || found.usedAt !== null) return false;
  await sql('update recovery_code set used_at = $3 where account_id = $1 and code_hash = $2', [
    accountId,
    hashOfRecoveryCode(code),
    now,
  ]);
  return true;
}
