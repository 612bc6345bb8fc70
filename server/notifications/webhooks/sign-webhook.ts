import { randomBytes } from 'node:crypto';
import { Webhook } from 'standardwebhooks';
import type { SecretBox } from '../../identity';

const SECRET_BYTES = 32;

/** A new secret as Standard Webhooks writes it: `whsec_` and 32 random bytes in base64. */
export function newWebhookSecret(): string {
  return `whsec_${randomBytes(SECRET_BYTES).toString('base64')}`;
}

const purposeOf = (endpointId: string): string => `webhook ${endpointId}`;

/** A secret as it is kept. */
export function sealWebhookSecret(box: SecretBox, endpointId: string, secret: string): string {
  return box.seal(secret, purposeOf(endpointId));
}

/** The secret again. @throws Error when it was sealed for another endpoint, or with another key */
export function openWebhookSecret(box: SecretBox, endpointId: string, sealed: string): string {
  return box.open(sealed, purposeOf(endpointId));
}

/**
 * The headers of one attempt (Standard Webhooks): the id is the delivery's at each attempt, timestamp and signatures are
 * made anew. While one secret takes over from another, both sign.
 * @param at of the machine's own clock, which the receiver compares with his
 */
export function webhookHeaders(
  id: string,
  body: string,
  secrets: readonly string[],
  at: Date,
): Readonly<Record<string, string>> {
  return {
    'content-type': 'application/json',
    'user-agent': 'vis-a-vis-webhooks',
    'webhook-id': id,
    'webhook-timestamp': String(Math.floor(at.getTime() / 1_000)),
    'webhook-signature': secrets.map((secret) => new Webhook(secret).sign(id, at, body)).join(' '),
  };
}
