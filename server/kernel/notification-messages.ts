import type { MessageTexts } from './messages';

/** What can be said of this: Messages, reminders, digests and how people want them. */
export const notificationMessages = {} as const satisfies MessageTexts;
