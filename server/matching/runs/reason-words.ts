import type { LocalisedText } from '../../templates';

/** Sentences for every code of `reasons/`, `{names}` filled from its parameters. */
export const REASON_TEXTS: Readonly<Record<string, LocalisedText>> = {
  // what keeps a pair apart whatever the plan
  CONFLICT: { fr: 'Lien d’intérêts : {rules}.', en: 'Conflict of interest: {rules}.' },
  FORBIDDEN: {
    fr: 'Écarté par la coordination, ou a déjà décliné cet audit.',
    en: 'Kept away by the coordination, or has declined this audit already.',
  },
  NO_SCORE: { fr: 'Aucune valeur n’est donnée pour cette paire.', en: 'No value is given for this pair.' },
  PROFESSION: {
    fr: 'Cette équipe ne demande pas de {profession}.',
    en: 'This team asks for no {profession}.',
  },
  TRAINEE: {
    fr: 'En formation, et cette équipe n’a pas de place pour une personne en formation.',
    en: 'In training, and this team has no place for a trainee.',
  },
  LEAD_RIGHT: {
    fr: 'Ne peut pas encore conduire un audit, et serait le seul radiologue.',
    en: 'May not lead an audit yet, and would be the only radiologist.',
  },
  UNAVAILABLE: {
    fr: 'Indisponible dans toutes les semaines possibles ({weeks}).',
    en: 'Away in all possible weeks ({weeks}).',
  },
  CAPACITY_NONE: {
    fr: 'A déjà atteint son maximum d’audits de l’année.',
    en: 'Has reached his maximum of audits of the year already.',
  },
  RECIPROCITY_ITSELF: {
    fr: 'Réciprocité : appartient aux mêmes groupes que le service ({groups}).',
    en: 'Reciprocity: belongs to the same groups as the service ({groups}).',
  },
  // as the plan stands
  CAPACITY: {
    fr: 'Ses {capacity} audits possibles sont pris : {services}.',
    en: 'His {capacity} possible audits are taken: {services}.',
  },
  UNAVAILABLE_IN_WEEK: { fr: 'Indisponible en semaine {week}.', en: 'Away in week {week}.' },
  BUSY_WEEK: {
    fr: 'Sur un autre audit en semaine {week} : {service}.',
    en: 'On another audit in week {week}: {service}.',
  },
  SAME_GROUP: {
    fr: 'Du même groupe que {auditor}, de cette équipe : {group}.',
    en: 'Of the same group as {auditor}, on this team: {group}.',
  },
  TEAM_CONFLICT: {
    fr: 'Lié à {auditor}, de cette équipe.',
    en: 'Has a tie with {auditor}, on this team.',
  },
  RECIPROCITY: {
    fr: 'Réciprocité : {auditor} ({serviceGroup}) audite {service} ({group}).',
    en: 'Reciprocity: {auditor} ({serviceGroup}) audits {service} ({group}).',
  },
  SHARED_TEAMS: {
    fr: 'Partage déjà {limit} équipes avec {auditor} : {services}.',
    en: 'Shares {limit} teams with {auditor} already: {services}.',
  },
  // what a pair is worth
  VALUE: { fr: 'Valeur de la paire.', en: 'Value of the pair.' },
  GIVEN_SCORE: { fr: 'Valeur donnée.', en: 'Given value.' },
  FIT: {
    fr: 'Pratique {mastered} des {needed} modalités du service.',
    en: 'Masters {mastered} of the {needed} modalities of the service.',
  },
  FIT_NOTHING_NEEDED: {
    fr: 'Le service ne demande aucune modalité en particulier.',
    en: 'The service asks for no modality in particular.',
  },
  EXPERIENCE: {
    fr: '{audits} audits faits ; l’expérience est entière à {full}.',
    en: '{audits} audits done; experience is full at {full}.',
  },
  TRAVEL: { fr: 'À {kilometres} km.', en: '{kilometres} km away.' },
  TRAVEL_UNKNOWN: { fr: 'Distance inconnue.', en: 'Distance unknown.' },
  OTHER_REGION: { fr: 'Regard d’une autre région.', en: 'Comes from another region.' },
  PREFERRED_REGION: { fr: 'Région préférée : {region}.', en: 'Preferred region: {region}.' },
  ELSEWHERE: { fr: 'Hors de ses régions préférées.', en: 'Outside the preferred regions.' },
  ROUNDING: { fr: 'Arrondi.', en: 'Rounding.' },
  TRAINEE_SHARE: {
    fr: 'En formation : compte pour {share} de sa valeur.',
    en: 'In training: counts for {share} of the value.',
  },
  LOAD: { fr: 'Charge : {audits} audits dans le plan.', en: 'Load: {audits} audits in the plan.' },
  MINIMUM: { fr: 'Minimum de {minimum} audits.', en: 'Minimum of {minimum} audits.' },
  KEPT: { fr: 'Affectation gardée du plan précédent.', en: 'Kept from the plan before.' },
  PAST_PAIR: {
    fr: 'A déjà travaillé avec {auditors} la dernière fois.',
    en: 'Worked with {auditors} last time.',
  },
  SEAT_FILLED: { fr: 'Pourvoit un siège demandé.', en: 'Fills a required seat.' },
  LEAD: { fr: 'Conduit l’équipe.', en: 'Leads the team.' },
  CRITICAL: {
    fr: 'Seul de l’équipe à maîtriser {skills}.',
    en: 'The only one of the team who masters {skills}.',
  },
  // changes that would fill a seat
  RESOLVE: {
    fr: 'Un nouveau calcul suffit ({moves} changements).',
    en: 'Another run is enough ({moves} moves).',
  },
  MORE_CAPACITY: {
    fr: 'Un audit de plus pour {auditor} ({capacity} en tout).',
    en: 'One more audit for {auditor} ({capacity} in all).',
  },
  FREE_WEEK: { fr: '{auditor} se libère en semaine {week}.', en: '{auditor} keeps week {week} free.' },
  ANOTHER_WEEK: {
    fr: '{service} accueille la visite en semaine {week}.',
    en: '{service} takes the visit in week {week}.',
  },
  ALLOW_PAIR: {
    fr: 'Passer outre {rule} pour {auditor}, avec une raison.',
    en: 'Set {rule} aside for {auditor}, with a reason.',
  },
  ALLOW_RULE: {
    fr: 'Passer outre {rule} pour {service}, avec une raison.',
    en: 'Set {rule} aside for {service}, with a reason.',
  },
  MORE_AUDITORS: {
    fr: 'Un {profession} de plus en {region}.',
    en: 'One more {profession} in {region}.',
  },
  // what must happen first for a substitute
  REPLACE: {
    fr: '{leaves} est d’abord remplacé sur {service}.',
    en: '{leaves} is replaced on {service} first.',
  },
  WEEK: {
    fr: 'La visite passe d’abord en semaine {week}.',
    en: 'The visit moves to week {week} first.',
  },
  // parts of a plan that are no reasons of pairs
  SHORTFALL: { fr: 'Sièges demandés qui restent vides.', en: 'Required seats that stay empty.' },
  PAIRS: { fr: 'Valeur de toutes les paires.', en: 'Value of all pairs.' },
  LOADS: { fr: 'Charge des auditeurs.', en: 'Load of the auditors.' },
  MISSING_LEADS: { fr: 'Équipes sans responsable.', en: 'Teams without a lead.' },
  MISSING_CRITICAL: {
    fr: 'Modalités critiques que personne ne maîtrise.',
    en: 'Critical modalities that nobody masters.',
  },
  BELOW_MINIMUM: { fr: 'Auditeurs sous leur minimum.', en: 'Auditors below their minimum.' },
  PAST_PAIRS: { fr: 'Équipes déjà vues la dernière fois.', en: 'Teams that met last time already.' },
  KEPT_ALL: { fr: 'Affectations gardées.', en: 'Assignments kept.' },
};

/** Words that stand in parameters. */
export const PARAMETER_WORDS: Readonly<Record<string, LocalisedText>> = {
  RADIOLOGIST: { fr: 'radiologue', en: 'radiologist' },
  RADIOGRAPHER: { fr: 'manipulateur', en: 'radiographer' },
  MEDICAL_PHYSICIST: { fr: 'physicien médical', en: 'medical physicist' },
  TRAINEE: { fr: 'personne en formation', en: 'trainee' },
  CT: { fr: 'scanner', en: 'CT' },
  MRI: { fr: 'IRM', en: 'MRI' },
  RADIOGRAPHY: { fr: 'radiographie', en: 'radiography' },
  MAMMOGRAPHY: { fr: 'mammographie', en: 'mammography' },
  ANGIOGRAPHY: { fr: 'angiographie', en: 'angiography' },
  NUCLEAR_MEDICINE: { fr: 'médecine nucléaire', en: 'nuclear medicine' },
  LANGUAGE: { fr: 'aucune langue commune', en: 'no common language' },
  RECENCY: { fr: 'exercice trop ancien', en: 'no recent practice' },
  QUALIFICATION: { fr: 'qualification qui ne vaut plus', en: 'qualification not in force' },
  FORBIDDEN: { fr: 'la décision de la coordination', en: 'the decision of the coordination' },
};

/** Limits that keep a seat empty, as a shortfall names them; the code of a conflict rule is named by its label. */
export const LIMIT_TEXTS: Readonly<Record<string, LocalisedText>> = {
  CAPACITY: { fr: 'Nombre d’audits par auditeur.', en: 'Audits per auditor.' },
  UNAVAILABLE: { fr: 'Indisponibilités.', en: 'Absences.' },
  BUSY_WEEK: { fr: 'Un seul audit par semaine.', en: 'One audit a week.' },
  LEAD_RIGHT: { fr: 'Droit de conduire un audit.', en: 'The right to lead.' },
  SAME_GROUP: { fr: 'Membres de groupes différents.', en: 'Members of different groups.' },
  TEAM_CONFLICT: { fr: 'Liens entre membres.', en: 'Ties between members.' },
  RECIPROCITY: { fr: 'Pas de réciprocité.', en: 'No reciprocity.' },
  SHARED_TEAMS: { fr: 'Équipes partagées par deux mêmes personnes.', en: 'Teams that the same two share.' },
  FORBIDDEN: { fr: 'Paires écartées ou déclinées.', en: 'Pairs kept away or declined.' },
  NO_SCORE: { fr: 'Paires sans valeur donnée.', en: 'Pairs without a given value.' },
  PROFESSION: { fr: 'Personne de cette profession.', en: 'Nobody of this profession.' },
  PINNED: { fr: 'Ce qui est fixé.', en: 'What is pinned.' },
};
