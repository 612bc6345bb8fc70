import { randomUUID } from 'node:crypto';
import type { EntityManager } from 'typeorm';
import { asPlatform } from '../../database/as-platform';
import { refuse } from '../../kernel/outcome';
import { hashOfSecret } from '../../kernel/secret-word';
import { appendAsPlatform } from '../../trail';
import { openSession, type Opened } from '../sessions/open-session';
import type { SignInOrigin, SignInParts } from '../sign-in';
import { AccountIdentity } from './account-identity.entity';
import { mustFitAuditor } from './fit-auditor';
import type { AttestedIdentity } from './oidc-provider';

interface OpenAccount {
  id: string;
  sessionVersion: number;
}

/**
 * Signs in whoever a provider attests. Who it is, is the issuer and the subject alone: an address that happens to be that
 * of an account opens nothing.
 * @throws Refusal IDENTITY_UNKNOWN when no open account has the identity
 */
export async function signInWithIdentity(
  parts: SignInParts,
  identity: AttestedIdentity,
  device: { deviceLabel?: string | null; origin: SignInOrigin },
): Promise<Opened> {
  return asPlatform(parts.dataSource, async (manager) => {
    const [account] = await manager.query<OpenAccount[]>(
      `select a.id, a.session_version as "sessionVersion"
       from account_identity i join account a on a.id = i.account_id
       where i.issuer = $1 and i.subject = $2 and a.disabled_at is null`,
      [identity.issuer, identity.subject],
    );
    if (!account) return refuse('IDENTITY_UNKNOWN', ['input', 'code']);
    return open(manager, parts, account, identity, device);
  });
}

/**
 * Links an identity to the account that an invitation waits for, and signs in.
 * @throws Refusal INVITATION_REFUSED, IDENTITY_TAKEN, IDENTITY_RPPS_MISMATCH
 */
export async function acceptInvitation(
  parts: SignInParts,
  { identity, invitation }: { identity: AttestedIdentity; invitation: string },
  device: { deviceLabel?: string | null; origin: SignInOrigin },
): Promise<Opened> {
  return asPlatform(parts.dataSource, async (manager) => {
    const sql = <T>(text: string, values: readonly unknown[]) => manager.query<T[]>(text, [...values]);
    const [invited] = await sql<OpenAccount & { invitationId: string; personId: string }>(
      `select a.id, a.session_version as "sessionVersion", i.id as "invitationId", a.person_id as "personId"
       from account_invitation i join account a on a.id = i.account_id
       where i.token_hash = $1 and i.used_at is null and i.expires_at > $2 and a.disabled_at is null
       for update of i, a`,
      [hashOfSecret(invitation), parts.now],
    );
    if (!invited) return refuse('INVITATION_REFUSED', ['input', 'invitation']);
    // Several words may be out for one account. It waits for one owner: once he came, the others open nothing.
    const owners = await sql('select 1 from account_identity where account_id = $1', [invited.id]);
    if (owners.length > 0) return refuse('INVITATION_REFUSED', ['input', 'invitation']);
    await mustBeFree(sql, identity);
    await mustFitAuditor(sql, invited.personId, identity.rpps);
    const { issuer, subject, rpps } = identity;
    await manager.insert(AccountIdentity, { id: randomUUID(), accountId: invited.id, issuer, subject, rpps });
    await sql('update account_invitation set used_at = $2 where id = $1', [invited.invitationId, parts.now]);
    // Who may act as the account is decided here, by somebody who is not signed in yet.
    await appendAsPlatform(manager, {
      act: 'invitationAccept',
      objectType: 'Account',
      objectId: invited.id,
    });
    return open(manager, parts, invited, identity, device);
  });
}

/** @throws Refusal IDENTITY_TAKEN when an account, whichever, has the identity */
export async function mustBeFree(
  sql: <T>(text: string, values: readonly unknown[]) => Promise<T[]>,
  { issuer, subject }: AttestedIdentity,
): Promise<void> {
  const taken = await sql('select 1 from account_identity where issuer = $1 and subject = $2', [
    issuer,
    subject,
  ]);
  if (taken.length > 0) refuse('IDENTITY_TAKEN', ['input', 'code']);
}

function open(
  manager: EntityManager,
  { now, times }: SignInParts,
  account: OpenAccount,
  { isSecondFactor }: AttestedIdentity,
  { deviceLabel, origin }: { deviceLabel?: string | null; origin: SignInOrigin },
): Promise<Opened> {
  return openSession(manager, {
    account,
    method: 'OIDC',
    isSecondFactor,
    deviceLabel: deviceLabel ?? origin.userAgent,
    now,
    times,
  });
}
