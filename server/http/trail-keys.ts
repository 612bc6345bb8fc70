import type { FastifyInstance } from 'fastify';
import type { DataSource } from 'typeorm';

/** Where everybody finds the keys that checkpoints are checked with. */
export const TRAIL_KEYS_PATH = '/.well-known/trail-keys.json';

/** Lists every public key that has signed checkpoints of the trail, former ones too, without signing in. */
export function trailKeysRoute(http: FastifyInstance, dataSource: DataSource): void {
  http.get(TRAIL_KEYS_PATH, async () => ({
    keys: await dataSource.query<{ id: string; verifierKey: string; since: string }[]>(
      'select id, verifier_key as "verifierKey", created_at as since from trail_key order by created_at, id',
    ),
  }));
}
