import { createHmac, randomBytes } from 'node:crypto';
import type { EntityManager } from 'typeorm';

/** Turns the UIDs of one service into keys that mean nothing elsewhere. */
export type HashUid = (kind: 'study' | 'event', uid: string) => string;

/**
 * The hash of a service's UIDs: 128 bits of an HMAC-SHA256 with a secret of the service's own, made the first time.
 * @param manager of a transaction of the platform
 */
export async function hashOfService(manager: EntityManager, auditedServiceId: string): Promise<HashUid> {
  await manager.query(
    'insert into dose_key (audited_service_id, secret) values ($1, $2) on conflict do nothing',
    [auditedServiceId, randomBytes(32).toString('hex')],
  );
  const [key] = await manager.query<{ secret: string }[]>(
    'select secret from dose_key where audited_service_id = $1',
    [auditedServiceId],
  );
  if (!key) throw new Error('a service without a key for its doses');
  const secret = Buffer.from(key.secret, 'hex');
  // Written as a UUID, which is kept and compared in 16 bytes.
  return (kind, uid) => {
    const hex = createHmac('sha256', secret).update(`${kind} ${uid}`).digest('hex');
    return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20, 32)}`;
  };
}
