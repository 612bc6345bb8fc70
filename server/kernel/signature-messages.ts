import type { MessageTexts } from './messages';

/** What can be said of this: Signing, the contradictory phase and amendments. */
export const signatureMessages = {} as const satisfies MessageTexts;
