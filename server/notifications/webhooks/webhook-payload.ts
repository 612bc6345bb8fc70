import { globalId } from '../../kernel/ids';

/** What a receiver is told of: where to look, and nothing of what is there. */
export interface WebhookFacts {
  topic: string;
  /** When it happened. */
  occurredAt: string;
  /** The endpoint's own count. */
  sequence: number;
  objectType: string;
  /** UUID of the object. */
  objectId: string;
  campaignCode: string | null;
}

/** The topic of a test. */
export const TEST_TOPIC = 'TEST';

/**
 * The body of a message as Standard Webhooks wants it: `type`, `timestamp`, `data`. Thin: whoever may know more asks the API
 * for the object. Order is not promised, hence `sequence`.
 */
export function webhookBody(facts: WebhookFacts): string {
  const { topic, occurredAt, sequence, objectType, objectId, campaignCode } = facts;
  return JSON.stringify({
    type: topic.toLowerCase(),
    timestamp: occurredAt,
    data: { sequence, topic, objectId: globalId(objectType, objectId), campaignCode },
  });
}
