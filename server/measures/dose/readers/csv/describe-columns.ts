import { PLAIN_COLUMNS } from './columns';

/** The columns as a table in Markdown, French names first: what the documentation shows. */
export function describeColumns(locale: 'fr' | 'en'): string {
  const head = locale === 'fr' ? ['Colonne', 'Autres noms', 'Contenu'] : ['Column', 'Other names', 'Content'];
  const rows = PLAIN_COLUMNS.map(({ names, measure, help }) => {
    const [french, english, ...others] = names;
    const own = locale === 'fr' ? french : english;
    const rest = [locale === 'fr' ? english : french, ...others.slice(0, 3)];
    return [`\`${measure?.example ?? own}\``, rest.map((name) => `\`${name}\``).join(', '), help[locale]];
  });
  return [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}
