import type { LookupAddress } from 'node:dns';
import { Resolver } from 'node:dns/promises';

/** All addresses of a host; none, or an error, when it has none that is found in time. */
export type Resolve = (host: string) => Promise<readonly LookupAddress[]>;

/** Names of this machine (RFC 6761 §6.3), for which no name server is asked. */
const OWN_NAME = /^(?:.+\.)?localhost\.?$/i;

/** Milliseconds until a name server is asked again, how often it is asked, and until all is over. */
const PATIENCE = { timeout: 1_000, tries: 2, totalMs: 4_000 } as const;

/**
 * Finds hosts by asking name servers over the network, and never as `getaddrinfo` does: that holds one of the few threads of
 * this process for as long as a name server likes, and reads names that only this machine knows (`/etc/hosts`).
 * @param servers in place of those of the machine, `address:port`
 */
export function resolvesHosts(servers?: readonly string[]): Resolve {
  return async (host) => {
    if (OWN_NAME.test(host)) return [{ address: '127.0.0.1', family: 4 }];
    // One for each question: it reads how the machine is set up now, and can be given up alone.
    const resolver = new Resolver({ timeout: PATIENCE.timeout, tries: PATIENCE.tries });
    if (servers) resolver.setServers(servers);
    const over = setTimeout(() => resolver.cancel(), PATIENCE.totalMs);
    try {
      const [four, six] = await Promise.allSettled([resolver.resolve4(host), resolver.resolve6(host)]);
      const found = [
        ...addressesOf(four).map((address) => ({ address, family: 4 })),
        ...addressesOf(six).map((address) => ({ address, family: 6 })),
      ];
      // A name that has addresses of one kind alone is the usual case.
      if (found.length === 0) throw new Error(`${host} was not found`);
      return found;
    } finally {
      clearTimeout(over);
    }
  };
}

const addressesOf = (answer: PromiseSettledResult<string[]>): readonly string[] =>
  answer.status === 'fulfilled' ? answer.value : [];
