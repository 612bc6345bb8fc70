import type { Ask } from '../../database/read-model';
import { TOPICS, type TopicCode } from '../topics';

/**
 * What accounts have switched off, as far as they may.
 * @param sql that sees everybody's preferences: as the platform
 */
export async function switchedOff(
  sql: Ask,
  accountIds: readonly string[],
): Promise<(accountId: string, topic: TopicCode) => boolean> {
  const rows = await sql<{ accountId: string; topicsOff: TopicCode[] }>(
    `select account_id as "accountId", topics_off as "topicsOff" from notification_preference
     where account_id = any($1::uuid[]) and topics_off <> '{}'`,
    [accountIds],
  );
  const off = new Map(rows.map(({ accountId, topicsOff }) => [accountId, topicsOff]));
  return (accountId, topic) =>
    TOPICS[topic].compulsory === null && (off.get(accountId)?.includes(topic) ?? false);
}
