import type { MessageTexts } from './messages';

/** What can be said of this: The national synthesis, comparisons, and consent to share practices. */
export const synthesisMessages = {} as const satisfies MessageTexts;
