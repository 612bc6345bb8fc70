import type { Locale } from '../kernel/messages';
import type { SignedDocument } from './report-signature.entity';

/** What a signer types, in either language. */
export const CONFIRMATIONS: Readonly<Record<SignedDocument, Readonly<Record<Locale, string>>>> = {
  DRAFT: { fr: 'Je signe ce projet de rapport', en: 'I sign this draft report' },
  REPORT: { fr: 'Je signe ce rapport', en: 'I sign this report' },
  AMENDMENT: { fr: 'Je signe cet amendement', en: 'I sign this amendment' },
};

/** Whether a text is the sentence for a document, whatever its case, accents, spaces and full stop. */
export function confirms(document: SignedDocument, typed: string): boolean {
  const words = wordsOf(typed);
  return Object.values(CONFIRMATIONS[document]).some((sentence) => wordsOf(sentence) === words);
}

function wordsOf(text: string): string {
  return (
    text
      .normalize('NFD')
      .replace(/\p{Diacritic}/gu, '')
      .toLowerCase()
      .match(/\p{Letter}+/gu)
      ?.join(' ') ?? ''
  );
}
