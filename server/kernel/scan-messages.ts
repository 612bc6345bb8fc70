import type { MessageTexts } from './messages';

/** What can be said of what is in a file. */
export const scanMessages = {} as const satisfies MessageTexts;
