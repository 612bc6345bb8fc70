import type { Ask } from '../../database/read-model';
import { parisDate } from '../../kernel/working-days';
import { OWN_TOPICS, TOLD_ACTS } from '../topics';

/** Whose business it is that somebody was told, and nobody else's: what persons are told of alone, and what is a campaign's. */
const ofPersons = (topic: string): boolean =>
  topic === 'SYNTHESIS_PUBLISHED' || OWN_TOPICS.some((own) => own === topic);

/** Acts that programs are told of. */
const SENT_ACTS = Object.entries(TOLD_ACTS).filter(([, { topic }]) => !ofPersons(topic));

/** What an endpoint can be told of: what acts bring. */
export const WEBHOOK_TOPICS: readonly string[] = [...new Set(SENT_ACTS.map(([, { topic }]) => topic))];

/** Acts that a service is told of: its endpoint learns of nothing else, and so of no blind phase. */
const ACTS_OF_SERVICE = SENT_ACTS.flatMap(([act, { to }]) =>
  to.includes('SERVICE') || to.includes('MANAGER') ? [act] : [],
);

/** Acts that the coordination is told of; what happens to audits themselves, every coordinator without a tie sees as well. */
const ACTS_OF_COORDINATION = SENT_ACTS.flatMap(([act, { to }]) => (to.includes('COORDINATION') ? [act] : []));

/**
 * Endpoints whose owners may know of a message ($1) on a day ($2): the service that it is about, if it is told of such acts
 * ($3); coordinators who are so today and have no tie to that service ($4; of what happens to audits themselves, all $5).
 */
const SEEING = `
  select e.id, e.topics, e.state from outbox_message m
  join webhook_endpoint e
    on (e.audited_service_id = m.audited_service_id and m.act = any($3::text[]))
    or (e.account_id is not null and (m.act = any($4::text[]) or (m.object_type = 'Audit' and m.act = any($5::text[])))
      and app.coordinates(e.account_id, m.audited_service_id, $2::date))
  where m.id = $1
  order by e.id`;

/** An endpoint as far as it matters for a message. */
export interface SeeingEndpoint {
  id: string;
  topics: string[];
  state: string;
}

/**
 * Endpoints whose owners may know of a message now: asked when it is noted, and again when it is sent.
 * @param sql of a transaction as the platform
 */
export function endpointsSeeing(sql: Ask, messageId: string, now: Date): Promise<SeeingEndpoint[]> {
  const acts = [ACTS_OF_SERVICE, ACTS_OF_COORDINATION, SENT_ACTS.map(([act]) => act)];
  return sql<SeeingEndpoint>(SEEING, [messageId, parisDate(now), ...acts]);
}
