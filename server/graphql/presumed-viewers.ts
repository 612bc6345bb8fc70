const KNOWN_AT_MOST = 10_000;

/** What was last read of each account, as the text that the database gave: a presumption, confirmed at each request. */
export interface PresumedViewers {
  get(accountId: string): string | null | undefined;
  set(accountId: string, facts: string | null): void;
}

/** An empty memory of viewers, bounded. */
export function presumedViewers(): PresumedViewers {
  const known = new Map<string, string | null>();
  return {
    get: (accountId) => known.get(accountId),
    set(accountId, facts) {
      const [oldest] = known.keys();
      if (known.size >= KNOWN_AT_MOST && oldest && !known.has(accountId)) known.delete(oldest);
      known.set(accountId, facts);
    },
  };
}
