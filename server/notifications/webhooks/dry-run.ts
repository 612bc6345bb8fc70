import type { ComputedEdge } from '../../database/read-model';
import type { SecretBox } from '../../identity';
import { openWebhookSecret, webhookHeaders } from './sign-webhook';
import { webhookBody } from './webhook-payload';

/** What would be sent, to the letter. */
export interface WebhookDryRun {
  url: string;
  headers: { name: string; value: string }[];
  body: string;
}

/** The id that a dry run has in place of a delivery's. */
const NO_DELIVERY = '00000000-0000-4000-8000-000000000000';

/**
 * What an endpoint would receive of a topic now: its next number, an object that does not exist, signed with its secrets as
 * they stand. Nothing is sent and nothing noted.
 */
export const webhookDryRunEdge = (box: SecretBox): ComputedEdge => ({
  kind: 'computed',
  needs: ['url', 'lastSequence'],
  compute: async (rows, { now, sqlOfActs }, { topic }) => {
    const ids = rows.map(({ id }) => id);
    const secrets = await sqlOfActs<{ endpointId: string; sealed: string }>(
      `select webhook_endpoint_id as "endpointId", sealed from webhook_secret
       where webhook_endpoint_id = any($1::uuid[]) and (ends_at is null or ends_at > $2)
       order by ends_at nulls first, created_at`,
      [ids, now.toISOString()],
    );
    return rows.map(({ id, url, lastSequence }): WebhookDryRun => {
      const body = webhookBody({
        topic: String(topic),
        occurredAt: now.toISOString(),
        sequence: Number(lastSequence) + 1,
        objectType: 'Audit',
        objectId: NO_DELIVERY,
        campaignCode: null,
      });
      const own = secrets.filter(({ endpointId }) => endpointId === id);
      const opened = own.map(({ sealed }) => openWebhookSecret(box, id, sealed));
      const headers = webhookHeaders(NO_DELIVERY, body, opened, new Date());
      return {
        url: String(url),
        headers: Object.entries(headers).map(([name, value]) => ({ name, value })),
        body,
      };
    });
  },
});
