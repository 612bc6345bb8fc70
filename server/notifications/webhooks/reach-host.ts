import { isIP } from 'node:net';
import { hostOf, isAllowedAddress, webhookUrl, type AddressRules } from './allowed-addresses';
import { resolvesHosts, type Resolve } from './resolve-host';

/** Where webhooks may go, and how their hosts are found. */
export interface WebhookReach {
  rules: AddressRules;
  resolve: Resolve;
}

/** As the application reaches them: outside production, this machine itself as well. */
export function webhookReach(isProduction: boolean): WebhookReach {
  return { rules: { isLoopbackAllowed: !isProduction }, resolve: resolvesHosts() };
}

/** Why no webhook may go to a URL. */
export type Unreachable = 'WEBHOOK_URL_REFUSED' | 'WEBHOOK_HOST_REFUSED';

/**
 * Looks whether a webhook may go to a URL; asks name servers, and so is done before the act holds a connection to the
 * database. A host that is not found and one that is found inside look the same: nobody may ask the platform for what stands
 * in its own network.
 * @returns why not, or null
 */
export async function unreachable(
  text: string,
  { rules, resolve }: WebhookReach,
): Promise<Unreachable | null> {
  const url = webhookUrl(text, rules);
  if (!url) return 'WEBHOOK_URL_REFUSED';
  const host = hostOf(url);
  const family = isIP(host);
  const addresses = family === 0 ? await resolve(host).catch(() => []) : [{ address: host, family }];
  const isEncrypted = url.protocol === 'https:';
  const isOutside =
    addresses.length > 0 && addresses.every(({ address }) => isAllowedAddress(address, isEncrypted, rules));
  return isOutside ? null : 'WEBHOOK_HOST_REFUSED';
}
