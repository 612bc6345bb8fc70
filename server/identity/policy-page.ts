import type { FieldRule, Relation } from './access';
import { policy } from './policy';

/** Relations as their holders call them. */
const RELATIONS: Readonly<Record<Relation, string>> = {
  ANYONE: 'tout le monde, même sans compte',
  SIGNED_IN: 'tous les comptes',
  COORDINATOR: 'la coordination (sans lien avec le service)',
  STEERING_MEMBER: 'le comité de pilotage (sans lien avec le service)',
  TEMPLATE_EDITOR: 'les rédacteurs de grilles',
  ANALYST: 'les analystes',
  OBSERVER: 'les observateurs',
  ADMIN: 'l’administration',
  SERVICE_MANAGER: 'le responsable du service',
  SERVICE_CONTRIBUTOR: 'les contributeurs du service',
  SERVICE_READER: 'les lecteurs du service',
  TEAM: 'l’équipe de l’audit',
  LEAD: 'le pilote de l’audit',
  SELF: 'la personne elle-même',
};

/** Who stands in one of the relations, in French. */
export function relationsInFrench(relations: readonly Relation[]): string {
  return relations.length === 0 ? 'personne' : relations.map((relation) => RELATIONS[relation]).join(', ');
}

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
    .map(([query, to]) => `| \`${query}\` | ${relationsInFrench(to)} |`);
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
      Object.entries(policy.mutations).map(([act, to]) => `| \`${act}\` | ${relationsInFrench(to)} |`),
    ),
    '## Filtres et tris qui en disent plus que leur nom',
    '',
    '| argument | ce qu’il révèle | pour qui |',
    '| --- | --- | --- |',
    ...Object.entries(policy.arguments).map(
      ([key, { reveals, to }]) =>
        `| \`${key}\` | ${reveals.split(' ').join(', ')} | ${to ? relationsInFrench(to) : 'qui voit l’objet'} |`,
    ),
    '',
  ].join('\n');
}

function readersOf({ to, states }: FieldRule): string {
  const who = to ? relationsInFrench(to) : 'qui voit l’objet';
  return states ? `${who}, dans les états ${states.join(', ')}` : who;
}

function table(what: string, rows: readonly string[]): string[] {
  return [`| ${what} | qui |`, '| --- | --- |', ...rows, ''];
}
