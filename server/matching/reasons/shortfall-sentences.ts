import type { LocalisedText } from '../../templates';
import type { Blocking, Relaxation, Shortfall } from '../matcher/plan';
import { worded, type ReasonNames, type Template } from './reason-names';
import type { RelaxationKind } from './relaxations';

// Why seats are empty and what would fill them, as people read it, in both languages.

const EMPTY: Template = {
  fr: (w) => `${w.service()} : il manque ${w.number('missing')} ${w.seat('seat')}`,
  en: (w) => `${w.service()}: ${w.number('missing')} ${w.seat('seat')} missing`,
};

/** Which seat is empty. */
export const shortfallSentence = (
  { service, seat, missing }: Pick<Shortfall, 'service' | 'seat' | 'missing'>,
  names: ReasonNames,
): LocalisedText => worded(EMPTY, { service, seat, missing }, names);

const RULE: Template = {
  fr: (w) => `La règle ${w.rule()} écarte ${people(w.number('count'), 'fr')}`,
  en: (w) => `Rule ${w.rule()} keeps ${people(w.number('count'), 'en')} away`,
};

const LIMITS: Readonly<Record<string, Template>> = {
  PROFESSION: {
    fr: () => 'Personne de cette profession ne peut venir, quelle que soit la règle levée',
    en: () => 'Nobody of this profession can come, whatever rule is lifted',
  },
  CAPACITY: {
    fr: (w) => `La capacité de ${people(w.number('count'), 'fr')} est atteinte`,
    en: (w) => `The capacity of ${people(w.number('count'), 'en')} is reached`,
  },
  UNAVAILABLE: {
    fr: (w) => `Absents aux dates du service : ${people(w.number('count'), 'fr')}`,
    en: (w) => `Away at the dates of the service: ${people(w.number('count'), 'en')}`,
  },
  BUSY_WEEK: {
    fr: (w) => `Pris par un autre audit la même semaine : ${people(w.number('count'), 'fr')}`,
    en: (w) => `On another audit in the same week: ${people(w.number('count'), 'en')}`,
  },
  LEAD_RIGHT: {
    fr: (w) => `Sans le droit de diriger l’équipe : ${people(w.number('count'), 'fr')}`,
    en: (w) => `Without the right to lead the team: ${people(w.number('count'), 'en')}`,
  },
  SAME_GROUP: {
    fr: (w) => `Du même groupe qu’un membre de l’équipe : ${people(w.number('count'), 'fr')}`,
    en: (w) => `Of the same group as a member of the team: ${people(w.number('count'), 'en')}`,
  },
  TEAM_CONFLICT: {
    fr: (w) => `En conflit avec un membre de l’équipe : ${people(w.number('count'), 'fr')}`,
    en: (w) => `In conflict with a member of the team: ${people(w.number('count'), 'en')}`,
  },
  RECIPROCITY: {
    fr: (w) => `La réciprocité écarte ${people(w.number('count'), 'fr')}`,
    en: (w) => `Reciprocity keeps ${people(w.number('count'), 'en')} away`,
  },
  SHARED_TEAMS: {
    fr: (w) => `Trop d’équipes communes avec un membre : ${people(w.number('count'), 'fr')}`,
    en: (w) => `Too many teams with the same member: ${people(w.number('count'), 'en')}`,
  },
  FORBIDDEN: {
    fr: (w) => `Interdits par la coordination : ${people(w.number('count'), 'fr')}`,
    en: (w) => `Forbidden by the coordination: ${people(w.number('count'), 'en')}`,
  },
  NO_SCORE: {
    fr: (w) => `Sans valeur donnée : ${people(w.number('count'), 'fr')}`,
    en: (w) => `Without a given value: ${people(w.number('count'), 'en')}`,
  },
};

/** Which limit keeps a seat empty, and how many it keeps away; who they are stands beside it. */
export const blockingSentence = ({ limit, auditors }: Blocking, names: ReasonNames): LocalisedText =>
  worded(LIMITS[limit] ?? RULE, { rule: limit, count: auditors.length }, names);

const people = (count: string, language: keyof LocalisedText): string =>
  language === 'fr'
    ? `${count} ${count === '1' ? 'auditeur' : 'auditeurs'}`
    : `${count} ${count === '1' ? 'auditor' : 'auditors'}`;

const RELAXATIONS: Record<RelaxationKind, Template> = {
  RESOLVE: {
    fr: (w) => `Rien ne s’y oppose : ${w.number('moves')} déplacement(s) suffisent`,
    en: (w) => `Nothing stands against it: ${w.number('moves')} move(s) are enough`,
  },
  MORE_CAPACITY: {
    fr: (w) => `Un audit de plus pour ${w.auditor()} (${w.number('capacity')} en tout)`,
    en: (w) => `One more audit for ${w.auditor()} (${w.number('capacity')} in all)`,
  },
  FREE_WEEK: {
    fr: (w) => `${w.auditor()} se libère en ${w.week()}`,
    en: (w) => `${w.auditor()} makes himself free in ${w.week()}`,
  },
  ANOTHER_WEEK: {
    fr: (w) => `${w.service()} accepte aussi la ${w.week()}`,
    en: (w) => `${w.service()} takes ${w.week()} as well`,
  },
  ALLOW_PAIR: {
    fr: (w) =>
      w.word('rule') === 'FORBIDDEN'
        ? `Ne plus interdire ${w.auditor()} pour ${w.service()}`
        : `Admettre ${w.auditor()} pour ${w.service()} malgré la règle ${w.rule()}`,
    en: (w) =>
      w.word('rule') === 'FORBIDDEN'
        ? `No longer forbid ${w.auditor()} for ${w.service()}`
        : `Allow ${w.auditor()} for ${w.service()} in spite of rule ${w.rule()}`,
  },
  ALLOW_RULE: {
    fr: (w) => `Lever la règle ${w.rule()} pour ${w.service()}`,
    en: (w) => `Set rule ${w.rule()} aside for ${w.service()}`,
  },
  MORE_AUDITORS: {
    fr: (w) =>
      `Un ${w.seat('profession')} de plus${w.word('region') ? ` (${w.region()})` : ''}${w.word('lead') ? ', qui peut diriger' : ''}${w.word('skills') ? `, maîtrisant ${w.modalities('skills')}` : ''}`,
    en: (w) =>
      `One more ${w.seat('profession')}${w.word('region') ? ` (${w.region()})` : ''}${w.word('lead') ? ' who may lead' : ''}${w.word('skills') ? `, mastering ${w.modalities('skills')}` : ''}`,
  },
};

/** What would fill a seat. */
export const relaxationSentence = ({ kind, detail }: Relaxation, names: ReasonNames): LocalisedText =>
  worded(RELAXATIONS[kind as RelaxationKind], detail, names);
