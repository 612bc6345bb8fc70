import { randomUUID } from 'node:crypto';
import type { DataSource } from 'typeorm';
import { asPlatform } from '../../database/as-platform';
import { hashOfSecret, newSecret } from '../../kernel/secret-word';
import type { SecretBox } from '../keys/secret-box';
import type { AttestedIdentity, FlowSecrets, OidcProvider } from './oidc-provider';
import { OidcFlow } from './oidc-flow.entity';

/** What walking a flow needs of the platform. */
export interface FlowParts {
  dataSource: DataSource;
  secretBox: SecretBox;
  now: Date;
}

const FLOW_MS = 10 * 60_000;
const CODE_MS = 5 * 60_000;

interface AnsweredFlow {
  id: string;
  sealedVerifier: string;
  returnUrl: string | null;
}

/**
 * Begins a way through a provider.
 * @param start.clientChallenge base64url SHA-256 of what the client alone knows; it redeems the code with that
 * @returns where to send the browser, and the cookie that binds the answer to it
 */
export async function beginFlow(
  { dataSource, secretBox, now }: FlowParts,
  provider: OidcProvider,
  start: { redirectUri: string; returnUrl: string | null; clientChallenge: string },
): Promise<{ url: URL; browser: string }> {
  const id = randomUUID();
  const browser = newSecret();
  const secrets: FlowSecrets = { state: newSecret(), nonce: newSecret(), codeVerifier: newSecret() };
  const url = await provider.authorizationUrl(start.redirectUri, secrets);
  const { nonce, codeVerifier } = secrets;
  await asPlatform(dataSource, (manager) =>
    manager.insert(OidcFlow, {
      id,
      issuerName: provider.config.name,
      stateHash: hashOfSecret(secrets.state),
      browserHash: hashOfSecret(browser),
      sealedVerifier: secretBox.seal(JSON.stringify({ nonce, codeVerifier }), purposeOf(id)),
      clientChallenge: start.clientChallenge,
      returnUrl: start.returnUrl,
      expiresAt: new Date(now.getTime() + FLOW_MS).toISOString(),
    }),
  );
  return { url, browser };
}

const purposeOf = (id: string): string => `flow ${id}`;

/** A flow that the browser came back to, taken so that no second answer finds it. */
export interface TakenFlow {
  id: string;
  issuerName: string;
  returnUrl: string | null;
  secrets: FlowSecrets;
}

/**
 * Takes the flow that an answer belongs to, once.
 * @returns null when the state is unknown, used, too old, or the answer came to another browser than the one that began
 */
export async function takeFlow(
  { dataSource, secretBox, now }: FlowParts,
  { state, browser }: { state: string; browser: string },
): Promise<TakenFlow | null> {
  return asPlatform(dataSource, async (manager) => {
    const [flow] = await manager.query<(AnsweredFlow & { issuerName: string })[]>(
      `select id, issuer_name as "issuerName", sealed_verifier as "sealedVerifier", return_url as "returnUrl"
       from oidc_flow
       where state_hash = $1 and browser_hash = $2 and answered_at is null and expires_at > $3 for update`,
      [hashOfSecret(state), hashOfSecret(browser), now],
    );
    if (!flow) return null;
    await manager.query('update oidc_flow set answered_at = $2 where id = $1', [flow.id, now]);
    const kept = JSON.parse(secretBox.open(flow.sealedVerifier, purposeOf(flow.id))) as Omit<
      FlowSecrets,
      'state'
    >;
    const { id, issuerName, returnUrl } = flow;
    return { id, issuerName, returnUrl, secrets: { ...kept, state } };
  });
}

/** Keeps who came back, and gives the one-use code for the client. */
export async function completeFlow(
  { dataSource }: FlowParts,
  flow: TakenFlow,
  identity: AttestedIdentity,
): Promise<string> {
  const code = newSecret();
  await asPlatform(dataSource, (manager) =>
    manager.query(
      'update oidc_flow set code_hash = $2, subject = $3, rpps = $4, is_second_factor = $5 where id = $1',
      [flow.id, hashOfSecret(code), identity.subject, identity.rpps, identity.isSecondFactor],
    ),
  );
  return code;
}

/** What the client redeems: the code from the browser, and the word whose hash it began with. */
export interface FlowCode {
  code: string;
  codeVerifier: string;
}

/**
 * Redeems a code, once and within five minutes.
 * @param issuers issuer of each provider that is configured, by its name
 * @returns null when the code is unknown, used, too old, or another client began
 */
export async function redeemFlow(
  { dataSource, now }: FlowParts,
  { code, codeVerifier }: FlowCode,
  issuers: ReadonlyMap<string, string>,
): Promise<AttestedIdentity | null> {
  return asPlatform(dataSource, async (manager) => {
    const [flow] = await manager.query<
      { id: string; issuerName: string; subject: string; rpps: string | null; isSecondFactor: boolean }[]
    >(
      `select id, issuer_name as "issuerName", subject, rpps, is_second_factor as "isSecondFactor" from oidc_flow
       where code_hash = $1 and client_challenge = $2 and redeemed_at is null and answered_at > $3 for update`,
      [hashOfSecret(code), hashOfSecret(codeVerifier), new Date(now.getTime() - CODE_MS)],
    );
    const issuer = flow && issuers.get(flow.issuerName);
    if (!flow || !issuer) return null;
    // Who came back is kept no longer than it is needed.
    await manager.query('update oidc_flow set redeemed_at = $2, subject = null, rpps = null where id = $1', [
      flow.id,
      now,
    ]);
    const { subject, rpps, isSecondFactor } = flow;
    return { issuer, subject, rpps, isSecondFactor };
  });
}
