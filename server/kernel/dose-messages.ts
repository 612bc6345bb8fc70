import { doseReadingMessages } from './dose-reading-messages';
import type { MessageTexts } from './messages';

/** What can be said of dose records, their import and reference levels. */
export const doseMessages = {
  ...doseReadingMessages,
} as const satisfies MessageTexts;
