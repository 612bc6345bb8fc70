import type { MessageTexts } from './messages';

/** What can be said of evidence that is asked for, accepted or not. */
export const evidenceRequestMessages = {} as const satisfies MessageTexts;
