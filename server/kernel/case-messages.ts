import type { MessageTexts } from './messages';

/** What can be said of samples of cases and their reviews. */
export const caseMessages = {} as const satisfies MessageTexts;
