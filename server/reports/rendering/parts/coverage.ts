import { paragraph, table, type Part } from '../blocks';
import type { Rendering } from '../shown-report';
import { decimal } from '../typography';

const WORDS = {
  fr: {
    title: 'Textes déjà couverts par cet audit',
    intro:
      'Ce que l’audit montre déjà des textes, normes et labels que ses critères touchent, pour ne pas prouver deux fois la même chose. Une clause couverte l’est par des critères conformes ; ce n’est ni une certification, ni un avis sur la conformité réglementaire.',
    caption: 'Clauses touchées et couvertes, par texte',
    text: 'Texte',
    clauses: 'Clauses',
    full: 'Couvertes',
    partial: 'En partie',
  },
  en: {
    title: 'Texts that this audit already covers',
    intro:
      'What the audit already shows of the texts, norms and labels that its criteria touch, so that nothing need be proved twice. A covered clause is covered by conforming criteria; this is neither a certification nor an opinion on legal compliance.',
    caption: 'Clauses touched and covered, by text',
    text: 'Text',
    clauses: 'Clauses',
    full: 'Covered',
    partial: 'In part',
  },
} as const;

/** What of each reference text the audit already proves. */
export function coverage({ report, language }: Rendering): Part | null {
  const all = report.body?.coverage ?? [];
  if (all.length === 0) return null;
  const words = WORDS[language];
  const write = (n: number | null | undefined): string =>
    typeof n === 'number' ? decimal(n, language, 0) : '–';
  return {
    title: words.title,
    blocks: [
      paragraph(words.intro),
      ...table(
        words.caption,
        [
          { title: words.text, share: 8 },
          { title: words.clauses, share: 2, align: 'end' },
          { title: words.full, share: 2, align: 'end' },
          { title: words.partial, share: 2, align: 'end' },
        ],
        all.map(({ reference, title, clauses, full, partial }) => [
          textName(reference, title?.[language]),
          write(clauses),
          write(full),
          write(partial),
        ]),
      ),
    ],
  };
}

/** CSP – Code de la santé publique, but LABELIX: a code that its title contains is not said twice. */
function textName(code: string | null | undefined, title: string | null | undefined): string {
  const isSaid = code && title?.split(/\W+/).includes(code);
  return [isSaid ? null : code, title].filter(Boolean).join(' – ');
}
