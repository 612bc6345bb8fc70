import type { MessageTexts } from './messages';

/** What can be said of this: Variants of reports, the annexed plan, attestations, and how they are downloaded. */
export const reportDocumentMessages = {} as const satisfies MessageTexts;
