import type { UnitOfWork } from '../../database/unit-of-work';
import { refuse } from '../../kernel/outcome';
import { enqueueDelivery, noteDelivery } from './note-delivery';
import { WebhookDelivery } from './webhook-delivery.entity';
import { TEST_TOPIC } from './webhook-payload';
import { recordEndpoint, requireEndpoint, type WebhookEndpointInput } from './write-endpoint';

/** Which delivery, in which version. */
export interface WebhookDeliveryReplayInput {
  webhookDeliveryId: string;
  expectedVersion: number;
}

/**
 * Sends a delivery that has ended once more, under its own id: the receiver knows what it has already.
 * @throws Refusal NOT_FOUND, STALE_VERSION, FORBIDDEN, WEBHOOK_DISABLED, WEBHOOK_DELIVERY_PENDING,
 *   WEBHOOK_DELIVERY_WITHHELD, WEBHOOK_DELIVERY_EMPTIED
 */
export async function replayWebhookDelivery(
  uow: UnitOfWork,
  input: WebhookDeliveryReplayInput,
): Promise<{ webhookDelivery: string }> {
  const path = ['input', 'webhookDeliveryId'];
  const delivery = await uow.require(WebhookDelivery, input.webhookDeliveryId, path, input.expectedVersion);
  const endpoint = await requireEndpoint(uow, 'webhookDeliveryReplay', {
    webhookEndpointId: delivery.webhookEndpointId,
  });
  if (endpoint.state === 'DISABLED') refuse('WEBHOOK_DISABLED', path);
  if (delivery.state === 'PENDING') refuse('WEBHOOK_DELIVERY_PENDING', path);
  if (delivery.state === 'WITHHELD') refuse('WEBHOOK_DELIVERY_WITHHELD', path);
  if (delivery.body === '') refuse('WEBHOOK_DELIVERY_EMPTIED', path);
  await uow.change(WebhookDelivery, delivery, { state: 'PENDING', tries: 0, nextTryAt: null, endedAt: null });
  await enqueueDelivery(uow.sql, delivery.id);
  recordEndpoint(uow, 'webhookDeliveryReplay', endpoint.id);
  return { webhookDelivery: delivery.id };
}

/**
 * Sends a test message, whatever the endpoint is told of.
 * @throws Refusal NOT_FOUND, STALE_VERSION, FORBIDDEN, WEBHOOK_DISABLED
 */
export async function triggerWebhook(
  uow: UnitOfWork,
  input: WebhookEndpointInput,
): Promise<{ webhookDelivery: string }> {
  const endpoint = await requireEndpoint(uow, 'webhookTrigger', input);
  if (endpoint.state === 'DISABLED') refuse('WEBHOOK_DISABLED', ['input', 'webhookEndpointId']);
  const test = {
    topic: TEST_TOPIC,
    occurredAt: uow.now().toISOString(),
    objectType: 'WebhookEndpoint',
    objectId: endpoint.id,
    campaignCode: null,
  };
  const id = await noteDelivery(uow.sql, endpoint.id, test, null);
  recordEndpoint(uow, 'webhookTrigger', endpoint.id);
  return { webhookDelivery: id };
}
