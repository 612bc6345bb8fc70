import type { MessageTexts } from './messages';

/** What can be said of this: Variants of reports, the annexed plan, attestations, and how they are downloaded. */
export const reportDocumentMessages = {
  REPORT_DAMAGED: {
    fr: 'Le rapport conservé n’est plus celui dont l’empreinte a été prise : rien n’est transmis. Prévenez la coordination.',
    en: 'The stored report is no longer the one that the hash was taken of: nothing is given out. Tell the coordination.',
  },
  REPORT_NOT_RENDERED: {
    fr: 'Le rapport n’a pas pu être mis en page. Prenez-le au format JSON, et prévenez l’administration.',
    en: 'The report could not be laid out. Take it as JSON, and tell the administration.',
  },
  REPORTS_BUSY: {
    fr: 'Trop de rapports attendent d’être mis en page. Redemandez une adresse dans un moment.',
    en: 'Too many reports wait to be laid out. Ask for another address in a moment.',
  },
} as const satisfies MessageTexts;
