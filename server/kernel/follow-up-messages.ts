import type { MessageTexts } from './messages';

/** What can be said of this: Effectiveness, dependencies, relapses and half-cycle follow-up. */
export const followUpMessages = {} as const satisfies MessageTexts;
