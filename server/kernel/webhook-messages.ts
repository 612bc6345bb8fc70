import type { MessageTexts } from './messages';

/** What can be said of this: Webhooks, their deliveries, and a campaign at a glance. */
export const webhookMessages = {} as const satisfies MessageTexts;
