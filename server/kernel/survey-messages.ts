import type { MessageTexts } from './messages';

/** What can be said of this: Satisfaction surveys and recommendations to outside bodies. */
export const surveyMessages = {} as const satisfies MessageTexts;
