import type { FieldRule } from './access';
import { policy } from './policy';
import { relationsInWords } from './relations-in-words';

/**
 * The policy table as a page in French, in Markdown: who sees the rows of each type, which fields are for some only, who
 * may do each act, who may ask what.
 * @param describe what the API says of a type
 * @param isKnown whether a type is part of the API
 */
export function policyPage(describe: (type: string) => string, isKnown: (type: string) => boolean): string {
  const types = Object.entries(policy.types)
    .filter(([type]) => isKnown(type))
    .flatMap(([type, { seenBy, withRow, restricted = {} }]) => [
      `### ${type}`,
      '',
      describe(type),
      '',
      `Qui le voit : ${seenBy}`,
      '',
      `Champs qui viennent avec lui : ${withRow.split(/\s+/).filter(Boolean).join(', ')}.`,
      '',
      ...Object.entries(restricted).map(([field, rule]) => `- \`${field}\` : ${readersOf(rule)}`),
      ...(Object.keys(restricted).length > 0 ? [''] : []),
    ]);
  const queries = Object.entries(policy.queries)
    .filter(([, to]) => to.join() !== 'SIGNED_IN')
    .map(([query, to]) => `| \`${query}\` | ${relationsInWords(to).fr} |`);
  return [
    '# Qui voit quoi, qui peut quoi',
    '',
    'Tout ce qui n’est pas écrit ici est refusé. Un objet absent et un objet caché donnent la même réponse.',
    '',
    '## Ce qui se voit',
    '',
    ...types,
    '## Ce qui se demande',
    '',
    'Toute requête demande un compte, sauf mention contraire.',
    '',
    ...table('requête', queries),
    '## Ce qui se fait',
    '',
    'L’objet doit être visible, et l’acte possible dans son état.',
    '',
    ...table(
      'acte',
      Object.entries(policy.mutations).map(([act, to]) => `| \`${act}\` | ${relationsInWords(to).fr} |`),
    ),
    '## Filtres et tris qui en disent plus que leur nom',
    '',
    '| argument | ce qu’il révèle | pour qui |',
    '| --- | --- | --- |',
    ...Object.entries(policy.arguments).map(
      ([key, { reveals, to }]) =>
        `| \`${key}\` | ${reveals.split(' ').join(', ')} | ${to ? relationsInWords(to).fr : 'qui voit l’objet'} |`,
    ),
    '',
  ].join('\n');
}

function readersOf({ to, states }: FieldRule): string {
  const who = to ? relationsInWords(to).fr : 'qui voit l’objet';
  return states ? `${who}, dans les états ${states.join(', ')}` : who;
}

function table(what: string, rows: readonly string[]): string[] {
  return [`| ${what} | qui |`, '| --- | --- |', ...rows, ''];
}
