export type { AddressRules } from './allowed-addresses';
export { deliverTask, type DeliverParts } from './deliver-webhook';
export { webhookDryRunEdge, type WebhookDryRun } from './dry-run';
export { FAN_OUT_TASK, fanOutTask } from './fan-out';
export { DELIVER_TASK } from './note-delivery';
export { WEBHOOK_TOPICS } from './owner-sight';
export { WEBHOOK_OUTCOMES, type WebhookOutcome } from './post-webhook';
export { unreachable, webhookReach, type Unreachable, type WebhookReach } from './reach-host';
export type { Resolve } from './resolve-host';
export { WEBHOOK_RETRY_SECONDS } from './retry-schedule';
export { replayWebhookDelivery, triggerWebhook, type WebhookDeliveryReplayInput } from './send-anew';
export { WebhookAttempt } from './webhook-attempt.entity';
export {
  WEBHOOK_DELIVERY_STATES,
  WebhookDelivery,
  type WebhookDeliveryState,
} from './webhook-delivery.entity';
export { DISABLED_BECAUSE, WebhookEndpoint, type DisabledBecause } from './webhook-endpoint.entity';
export {
  WEBHOOK_ENDPOINT_STATES,
  webhookEndpointStates,
  type WebhookEndpointState,
} from './webhook-endpoint.states';
export { TEST_TOPIC } from './webhook-payload';
export { WebhookSecret } from './webhook-secret.entity';
export { webhookReads } from './webhooks.queries';
export {
  createWebhookEndpoint,
  disableWebhookEndpoint,
  enableWebhookEndpoint,
  rotateWebhookSecret,
  updateWebhookEndpoint,
  type WebhookEndpointCreateInput,
  type WebhookEndpointInput,
  type WebhookEndpointUpdateInput,
  type WebhookSecretRotateInput,
} from './write-endpoint';
