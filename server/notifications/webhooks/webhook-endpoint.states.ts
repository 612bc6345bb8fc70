import type { StateTable } from '../../kernel/states';

export const WEBHOOK_ENDPOINT_STATES = ['ENABLED', 'FAILING', 'DISABLED'] as const;
export type WebhookEndpointState = (typeof WEBHOOK_ENDPOINT_STATES)[number];

/** The legal moves of an endpoint: its owner switches it on and off; deliveries say whether anybody is there. */
export const webhookEndpointStates: StateTable<WebhookEndpointState, object> = {
  noun: 'WebhookEndpoint',
  states: WEBHOOK_ENDPOINT_STATES,
  initial: 'ENABLED',
  moves: [
    { act: 'webhookEndpointEnable', from: ['DISABLED'], to: 'ENABLED' },
    { act: 'webhookEndpointDisable', from: ['ENABLED', 'FAILING'], to: 'DISABLED' },
    { act: 'fail', isInternal: true, from: ['ENABLED'], to: 'FAILING' },
    { act: 'recover', isInternal: true, from: ['FAILING'], to: 'ENABLED' },
    // Nothing arrived for days, or the receiver said that it is gone.
    { act: 'giveUp', isInternal: true, from: ['ENABLED', 'FAILING'], to: 'DISABLED' },
  ],
};
