import type { Locale } from '../../kernel/messages';
import type { MailKind } from '../digests/mail.entity';
import { TOPICS, type TopicCode } from '../topics';

/** What a message says: kinds of things and how many wait. Nothing else of them is known here, so nothing can leak. */
export interface MailContent {
  kind: MailKind;
  language: Locale;
  waiting: readonly { topic: TopicCode; count: number }[];
  /** Where the person signs in. */
  url: string;
  unsubscribeUrl: string;
}

/** A message as it is sent. */
export interface RenderedMail {
  subject: string;
  text: string;
  html: string;
}

const WORDS = {
  fr: {
    one: 'un élément vous attend',
    many: (count: number) => `${count} éléments vous attendent`,
    urgent: 'sans attendre',
    greeting: 'Bonjour,',
    lead: 'Sur la plateforme d’audits entre pairs, voici ce qui vous attend :',
    line: (name: string, count: number) => `${name} : ${count}`,
    open: 'Ouvrir la plateforme',
    confidential:
      'Ce message ne dit rien de plus, par souci de confidentialité. Merci de ne pas y répondre : personne ne lit cette adresse.',
    unsubscribe: 'Ne plus recevoir les messages facultatifs',
    colon: ' : ',
  },
  en: {
    one: 'one item is waiting for you',
    many: (count: number) => `${count} items are waiting for you`,
    urgent: 'without delay',
    greeting: 'Hello,',
    lead: 'On the platform for peer audits, this is waiting for you:',
    line: (name: string, count: number) => `${name}: ${count}`,
    open: 'Open the platform',
    confidential:
      'For confidentiality, this message says no more. Please do not reply: nobody reads this address.',
    unsubscribe: 'Receive no optional messages any more',
    colon: ': ',
  },
} as const;

/** The subject, the text and the HTML of a message, the same at every attempt to send it. */
export function renderMail({ kind, language, waiting, url, unsubscribeUrl }: MailContent): RenderedMail {
  const words = WORDS[language];
  const count = waiting.reduce((sum, one) => sum + one.count, 0);
  const urgent = kind === 'AT_ONCE' ? ` (${words.urgent})` : '';
  const subject = `Vis-à-vis${words.colon}${count === 1 ? words.one : words.many(count)}${urgent}`;
  const lines = waiting.map(({ topic, count: many }) => words.line(TOPICS[topic].name[language], many));
  const text = [
    words.greeting,
    '',
    words.lead,
    ...lines.map((line) => `- ${line}`),
    '',
    `${words.open}${words.colon}${url}`,
    '',
    words.confidential,
    `${words.unsubscribe}${words.colon}${unsubscribeUrl}`,
    '',
  ].join('\n');
  const html = `<!doctype html>
<html lang="${language}">
<head><meta charset="utf-8"><title>${escapeHtml(subject)}</title></head>
<body>
<p>${words.greeting}</p>
<p>${words.lead}</p>
<ul>
${lines.map((line) => `<li>${escapeHtml(line)}</li>`).join('\n')}
</ul>
<p><a href="${escapeHtml(url)}">${words.open}</a></p>
<p><small>${words.confidential}<br><a href="${escapeHtml(unsubscribeUrl)}">${words.unsubscribe}</a></small></p>
</body>
</html>
`;
  return { subject, text, html };
}

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

function escapeHtml(text: string): string {
  return text.replace(/[&<>"]/g, (character) => ENTITIES[character] ?? character);
}
