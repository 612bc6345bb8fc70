import type { Locale, Words } from '../kernel/messages';
import type { Relation } from './access';

/** Relations as their holders call them. */
export const RELATIONS: Readonly<Record<Relation, Words>> = {
  ANYONE: { fr: 'tout le monde, même sans compte', en: 'everybody, without an account too' },
  SIGNED_IN: { fr: 'tous les comptes', en: 'all accounts' },
  COORDINATOR: {
    fr: 'la coordination (sans lien avec le service)',
    en: 'the coordination (without a tie to the service)',
  },
  STEERING_MEMBER: {
    fr: 'le comité de pilotage (sans lien avec le service)',
    en: 'the steering committee (without a tie to the service)',
  },
  TEMPLATE_EDITOR: { fr: 'les rédacteurs de grilles', en: 'template editors' },
  ANALYST: { fr: 'les analystes', en: 'analysts' },
  OBSERVER: { fr: 'les observateurs', en: 'observers' },
  ADMIN: { fr: 'l’administration', en: 'the administration' },
  SERVICE_MANAGER: { fr: 'le responsable du service', en: 'the manager of the service' },
  SERVICE_CONTRIBUTOR: { fr: 'les contributeurs du service', en: 'contributors of the service' },
  SERVICE_READER: { fr: 'les lecteurs du service', en: 'readers of the service' },
  TEAM: { fr: 'l’équipe de l’audit', en: 'the team of the audit' },
  LEAD: { fr: 'le responsable d’audit', en: 'the lead auditor' },
  SELF: { fr: 'la personne elle-même', en: 'the person concerned' },
};

const NOBODY: Words = { fr: 'personne', en: 'nobody' };

/** Who stands in one of the relations. */
export function relationsInWords(relations: readonly Relation[]): Words {
  const said = (locale: Locale): string =>
    relations.map((relation) => RELATIONS[relation][locale]).join(', ');
  return relations.length === 0 ? NOBODY : { fr: said('fr'), en: said('en') };
}
