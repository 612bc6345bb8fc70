import type { MessageTexts } from './messages';

/** What can be said of measured criteria and of agreement. */
export const measureMessages = {} as const satisfies MessageTexts;
