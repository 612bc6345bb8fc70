import { code, paragraph, table, type Part } from '../blocks';
import type { Rendering } from '../shown-report';
import { findingNumber } from './naming';

const WORDS = {
  fr: {
    title: 'Ce que cette version change',
    reason: 'Motif : ',
    replaced: (number: number | string) =>
      `La version ${number} reste conservée telle qu’elle a été signée ; son empreinte SHA-256 :`,
    caption: 'Constats qui se lisent autrement',
    finding: 'Constat',
    before: 'Se lisait',
    now: 'Se lit désormais',
  },
  en: {
    title: 'What this version changes',
    reason: 'Reason: ',
    replaced: (number: number | string) => `Version ${number} is kept as it was signed; its SHA-256:`,
    caption: 'Findings that read otherwise',
    finding: 'Finding',
    before: 'Used to read',
    now: 'Now reads',
  },
} as const;

/** Why there is another version, which one it replaces, and what of it reads otherwise. */
export function amendment({ report, language }: Rendering): Part | null {
  const { reason, amends, changes } = report.amendment ?? {};
  if (!reason) return null;
  const words = WORDS[language];
  const statements = new Map(
    (report.body?.findings ?? []).map(({ number, statement }) => [number, statement]),
  );
  return {
    title: words.title,
    blocks: [
      paragraph(words.reason + reason),
      ...(amends?.sha256 ? [paragraph(words.replaced(amends.number ?? '–')), code(amends.sha256)] : []),
      ...table(
        words.caption,
        [
          { title: words.finding, share: 2 },
          { title: words.before, share: 6 },
          { title: words.now, share: 6 },
        ],
        (changes ?? []).map(({ finding, previousStatement }) => [
          findingNumber(finding, language),
          previousStatement ?? '–',
          statements.get(finding) ?? '–',
        ]),
      ),
    ],
  };
}
