import { columns, oneOf, readModel, type ReadModel } from '../../database/read-model';
import { transitionsEdge } from '../../identity';
import { webhookEndpointStates } from './webhook-endpoint.states';

/** How endpoints, what was sent to them, and each attempt of it are read. */
export const webhookReads: readonly ReadModel[] = [
  readModel({
    type: 'WebhookEndpoint',
    table: 'webhook_endpoint',
    columns: columns(
      `auditedServiceId accountId url description topics state failingSince disabledBecause lastSequence version createdAt
       updatedAt`,
    ),
    always: ['auditedServiceId', 'accountId'],
    edges: {
      auditedService: { kind: 'one', to: 'AuditedService', key: 'auditedServiceId' },
      deliveries: { kind: 'many', to: 'WebhookDelivery', column: 'webhook_endpoint_id' },
      availableTransitions: transitionsEdge(webhookEndpointStates, {
        needs: ['state', 'auditedServiceId', 'accountId'],
        facts: (rows) => Promise.resolve(rows.map(({ id }) => ({ id }))),
      }),
    },
  }),
  readModel({
    type: 'WebhookDelivery',
    table: 'webhook_delivery',
    columns: columns(
      'webhookEndpointId sequence topic body state nextTryAt endedAt version createdAt updatedAt',
    ),
    edges: {
      webhookEndpoint: { kind: 'one', to: 'WebhookEndpoint', key: 'webhookEndpointId' },
      attempts: { kind: 'list', to: 'WebhookAttempt', column: 'webhook_delivery_id', sort: 'number' },
    },
    sorts: {
      SEQUENCE: { column: 'sequence', type: 'integer' },
      CREATED_AT: { column: 'created_at', type: 'timestamptz' },
    },
    defaultSort: 'SEQUENCE',
    filters: { states: oneOf('state') },
  }),
  readModel({
    type: 'WebhookAttempt',
    table: 'webhook_attempt',
    columns: columns('number outcome statusCode answer beganAt durationMs'),
  }),
];
