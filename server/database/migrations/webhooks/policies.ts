import type { RowPolicies } from '../../row-level-security';
import { COORDINATOR, ME, PLATFORM } from '../second-wall/conditions';

/** The viewer answers for the service, or follows the programme and it is his own. */
const own = (of = ''): string =>
  `${of}audited_service_id = any((select app.managed_services())::uuid[]) or (${of}account_id = ${ME} and ${COORDINATOR})`;
const OWN = own();

const ofEndpoint = (table: string): string =>
  `exists (select 1 from webhook_endpoint e where e.id = ${table}.webhook_endpoint_id)`;

/** What is written is asked whose it is: while an act runs, every endpoint is seen. */
const ofOwnEndpoint = (table: string): string =>
  `exists (select 1 from webhook_endpoint e where e.id = ${table}.webhook_endpoint_id and (${own('e.')}))`;

/** Endpoints and their logs are their owners' alone; secrets are read by nobody but the workers. */
export const WEBHOOK_POLICIES: Readonly<Record<string, RowPolicies>> = {
  webhook_endpoint: {
    select: OWN,
    insert: OWN,
    update: `${OWN} or ${PLATFORM}`,
    fixed: ['audited_service_id', 'account_id'],
  },
  webhook_secret: {
    select: PLATFORM,
    insert: ofOwnEndpoint('webhook_secret'),
    update: ofOwnEndpoint('webhook_secret'),
    delete: PLATFORM,
    fixed: ['webhook_endpoint_id', 'sealed'],
  },
  webhook_delivery: {
    select: ofEndpoint('webhook_delivery'),
    insert: `${PLATFORM} or ${ofOwnEndpoint('webhook_delivery')}`,
    update: `${PLATFORM} or ${ofOwnEndpoint('webhook_delivery')}`,
    fixed: ['webhook_endpoint_id', 'outbox_message_id', 'sequence', 'topic', 'body'],
  },
  webhook_attempt: {
    select: 'exists (select 1 from webhook_delivery d where d.id = webhook_attempt.webhook_delivery_id)',
    insert: PLATFORM,
  },
};
