import { lookup } from 'node:dns/promises';
import { isIP } from 'node:net';
import { refuse, type ErrorPath } from '../../kernel/outcome';
import { hostOf, isAllowedAddress, webhookUrl, type AddressRules } from './allowed-addresses';
import type { Resolve } from './post-webhook';

/** Where webhooks may go, and how their hosts are found. */
export interface WebhookReach {
  rules: AddressRules;
  resolve: Resolve;
}

/** All addresses of a host as this machine finds them. */
const addressesOf: Resolve = (host) => lookup(host, { all: true });

/** As the application reaches them: outside production, this machine itself as well. */
export function webhookReach(isProduction: boolean): WebhookReach {
  return { rules: { isLoopbackAllowed: !isProduction }, resolve: addressesOf };
}

const PATIENCE_MS = 3_000;

/**
 * Refuses a URL to which no webhook may go. A host that is not found and one that is found inside look the same: nobody may
 * ask the platform for what stands in its own network.
 * @throws Refusal WEBHOOK_URL_REFUSED, WEBHOOK_HOST_REFUSED
 */
export async function requireReachable(
  text: string,
  { rules, resolve }: WebhookReach,
  path: ErrorPath,
): Promise<void> {
  const url = webhookUrl(text, rules);
  if (!url) refuse('WEBHOOK_URL_REFUSED', path);
  const host = hostOf(url);
  const addresses = isIP(host) === 0 ? await soon(resolve(host)) : [{ address: host, family: isIP(host) }];
  const isEncrypted = url.protocol === 'https:';
  if (
    addresses.length === 0 ||
    !addresses.every(({ address }) => isAllowedAddress(address, isEncrypted, rules))
  )
    refuse('WEBHOOK_HOST_REFUSED', path);
}

/** What a resolver finds within some seconds; nothing when it fails. */
async function soon<T>(work: Promise<readonly T[]>): Promise<readonly T[]> {
  const timer = new AbortController();
  const late = new Promise<readonly T[]>((resolve) => {
    const timeout = setTimeout(() => resolve([]), PATIENCE_MS);
    timer.signal.addEventListener('abort', () => clearTimeout(timeout));
  });
  try {
    return await Promise.race([work.catch(() => []), late]);
  } finally {
    timer.abort();
  }
}
