import { auditMessages } from './audit-messages';
import { campaignMessages } from './campaign-messages';
import { limitMessages } from './limit-messages';
import { requestMessages } from './request-messages';
import { uploadMessages } from './upload-messages';
import { scanMessages } from './scan-messages';
import { evidenceRequestMessages } from './evidence-request-messages';
import { doseMessages } from './dose-messages';
import { caseMessages } from './case-messages';
import { measureMessages } from './measure-messages';
import { signatureMessages } from './signature-messages';
import { reportDocumentMessages } from './report-document-messages';
import { synthesisMessages } from './synthesis-messages';
import { followUpMessages } from './follow-up-messages';
import { radiationEventMessages } from './radiation-event-messages';
import { surveyMessages } from './survey-messages';
import { notificationMessages } from './notification-messages';
import { webhookMessages } from './webhook-messages';

/** The languages of the API. */
export const LOCALES = ['fr', 'en'] as const;
export type Locale = (typeof LOCALES)[number];

/** Words in each language. */
export type Words = Readonly<Record<Locale, string>>;

/** Sentences by code, in each language. */
export type MessageTexts = Readonly<Record<string, Words>>;

/** What the placeholders of a sentence are filled with; words are put in the language of the sentence. */
export type MessageParams = Readonly<Record<string, string | number | Words>>;

/**
 * Every stable code that a client can meet, with its sentence in French and English. Codes never change and are
 * never reused; sentences may. `{name}` is filled from the error's parameters.
 */
export const MESSAGES = {
  ...requestMessages,
  ...limitMessages,
  ...campaignMessages,
  ...auditMessages,
  ...uploadMessages,
  ...scanMessages,
  ...evidenceRequestMessages,
  ...doseMessages,
  ...caseMessages,
  ...measureMessages,
  ...webhookMessages,
  ...notificationMessages,
  ...surveyMessages,
  ...radiationEventMessages,
  ...followUpMessages,
  ...synthesisMessages,
  ...reportDocumentMessages,
  ...signatureMessages,
} as const;

/** A stable code of the API. */
export type ErrorCode = keyof typeof MESSAGES;

/** The sentence for a code in the caller's language, with its placeholders filled. */
export function messageFor(code: ErrorCode, locale: Locale, params: MessageParams = {}): string {
  return MESSAGES[code][locale].replace(/\{(\w+)\}/g, (whole, name: string) => {
    const given = params[name] ?? whole;
    return typeof given === 'object' ? given[locale] : String(given);
  });
}

/** The language that an Accept-Language header asks for: English when it comes before French, else French. */
export function localeOf(acceptLanguage: string | undefined): Locale {
  const wanted = (acceptLanguage ?? '')
    .split(',')
    .map((part) => {
      const [tag = '', quality = 'q=1'] = part.trim().toLowerCase().split(';');
      return { language: tag.slice(0, 2), weight: Number(quality.replace(/^\s*q=/, '')) || 0 };
    })
    .filter(({ language }) => language === 'fr' || language === 'en')
    .sort((a, b) => b.weight - a.weight);
  return wanted[0]?.language === 'en' ? 'en' : 'fr';
}
