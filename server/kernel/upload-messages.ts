import type { MessageTexts } from './messages';

/** What can be said of a file on its way. */
export const uploadMessages = {} as const satisfies MessageTexts;
