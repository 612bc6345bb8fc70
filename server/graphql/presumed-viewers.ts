const KNOWN_AT_MOST = 10_000;

/** What was last read of the account of each session, as the text that the database gave: a presumption, confirmed at each request. */
export interface PresumedViewers {
  get(sessionId: string): string | null | undefined;
  set(sessionId: string, facts: string | null): void;
}

/** An empty memory of viewers, bounded. */
export function presumedViewers(): PresumedViewers {
  const known = new Map<string, string | null>();
  return {
    get: (sessionId) => known.get(sessionId),
    set(sessionId, facts) {
      const [oldest] = known.keys();
      if (known.size >= KNOWN_AT_MOST && oldest && !known.has(sessionId)) known.delete(oldest);
      known.set(sessionId, facts);
    },
  };
}
