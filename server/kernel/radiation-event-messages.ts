import type { MessageTexts } from './messages';

/** What can be said of this: References of radiation events and the scales they are tried on. */
export const radiationEventMessages = {} as const satisfies MessageTexts;
