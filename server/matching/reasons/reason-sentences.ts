import type { LocalisedText } from '../../templates';
import { worded, type ReasonNames, type Template } from './reason-names';
import type { HardReasonCode, PlanReasonCode, Reason, WorthReasonCode } from './reason';
import type { FurtherMove } from './substitutes';
import type { WhyNotPair } from './why-not-pair';

// The matcher's reasons as people read them, in both languages. Points stand beside them, never in them.

const EXCLUDES: Record<HardReasonCode, Template> = {
  CONFLICT: { fr: (w) => `Conflit : ${w.rules()}`, en: (w) => `Conflict: ${w.rules()}` },
  FORBIDDEN: {
    fr: () => 'La coordination a interdit cette affectation',
    en: () => 'The coordination has forbidden this assignment',
  },
  NO_SCORE: {
    fr: () => 'Aucune valeur n’est donnée pour cette affectation',
    en: () => 'No value is given for this assignment',
  },
  PROFESSION: {
    fr: (w) => `Le service ne demande pas de ${w.seat('profession')}`,
    en: (w) => `The service asks for no ${w.seat('profession')}`,
  },
  TRAINEE: {
    fr: () => 'Le service n’offre pas de place à un auditeur en formation',
    en: () => 'The service offers no place to an auditor in training',
  },
  LEAD_RIGHT: {
    fr: () => 'Le seul radiologue de l’équipe la dirige, et il n’en a pas le droit',
    en: () => 'The only radiologist of the team leads it, and he has no right to lead',
  },
  UNAVAILABLE: {
    fr: (w) => `Absent à toutes les dates du service : ${w.weeks()}`,
    en: (w) => `Away at all dates of the service: ${w.weeks()}`,
  },
  CAPACITY_NONE: {
    fr: () => 'Ne prend aucun audit dans cette campagne',
    en: () => 'Takes no audit in this campaign',
  },
  RECIPROCITY_ITSELF: {
    fr: () => 'Appartient à deux groupes du service, qui s’auditeraient l’un l’autre',
    en: () => 'Belongs to two groups of the service, which would audit each other',
  },
};

const STANDS_AGAINST: Record<PlanReasonCode, Template> = {
  CAPACITY: {
    fr: (w) => `Capacité atteinte (${w.number('capacity')}) avec ${w.services()}`,
    en: (w) => `Capacity reached (${w.number('capacity')}) with ${w.services()}`,
  },
  UNAVAILABLE_IN_WEEK: { fr: (w) => `Absent en ${w.week()}`, en: (w) => `Away in ${w.week()}` },
  BUSY_WEEK: {
    fr: (w) => `Audite ${w.service()} en ${w.week()}`,
    en: (w) => `Audits ${w.service()} in ${w.week()}`,
  },
  SAME_GROUP: {
    fr: (w) => `Du même groupe que ${w.auditor()}, de l’équipe : ${w.group()}`,
    en: (w) => `Of the same group as ${w.auditor()} of the team: ${w.group()}`,
  },
  TEAM_CONFLICT: {
    fr: (w) => `Conflit avec ${w.auditor()}, de l’équipe`,
    en: (w) => `Conflict with ${w.auditor()} of the team`,
  },
  RECIPROCITY: {
    fr: (w) =>
      `Réciprocité : ${w.auditor()} (${w.group('serviceGroup')}) audite ${w.service()} (${w.group()}) dans cette campagne`,
    en: (w) =>
      `Reciprocity: ${w.auditor()} (${w.group('serviceGroup')}) audits ${w.service()} (${w.group()}) in this campaign`,
  },
  SHARED_TEAMS: {
    fr: (w) => `Déjà ${w.number('limit')} équipes avec ${w.auditor()} : ${w.services()}`,
    en: (w) => `Already on ${w.number('limit')} teams with ${w.auditor()}: ${w.services()}`,
  },
};

const IS_WORTH: Record<WorthReasonCode, Template> = {
  VALUE: { fr: () => 'Valeur de l’affectation', en: () => 'Value of the assignment' },
  GIVEN_SCORE: { fr: () => 'Valeur donnée', en: () => 'Given value' },
  FIT: {
    fr: (w) =>
      `Maîtrise ${w.number('mastered')} modalité(s) sur ${w.number('needed')}${after(' : ', w.modalities('skills'))}${after(' ; pas ', w.modalities('missing'))}`,
    en: (w) =>
      `Masters ${w.number('mastered')} of ${w.number('needed')} modalities${after(': ', w.modalities('skills'))}${after('; not ', w.modalities('missing'))}`,
  },
  FIT_NOTHING_NEEDED: {
    fr: () => 'Le service ne demande aucune modalité particulière',
    en: () => 'The service needs no modality in particular',
  },
  EXPERIENCE: {
    fr: (w) => `${w.number('audits')} audit(s) réalisé(s), l’expérience étant pleine à ${w.number('full')}`,
    en: (w) => `${w.number('audits')} audit(s) done, experience being full at ${w.number('full')}`,
  },
  TRAVEL: {
    fr: (w) => `À ${w.number('kilometres')} km du service`,
    en: (w) => `${w.number('kilometres')} km from the service`,
  },
  TRAVEL_UNKNOWN: { fr: () => 'Distance inconnue', en: () => 'Distance unknown' },
  OTHER_REGION: { fr: () => 'Vient d’une autre région', en: () => 'Comes from another region' },
  PREFERRED_REGION: {
    fr: (w) => `Région souhaitée : ${w.region()}`,
    en: (w) => `Preferred region: ${w.region()}`,
  },
  ELSEWHERE: {
    fr: () => 'Région qui n’est pas parmi celles souhaitées',
    en: () => 'A region that is not among the preferred ones',
  },
  ROUNDING: { fr: () => 'Arrondi', en: () => 'Rounding' },
  TRAINEE_SHARE: {
    fr: (w) => `En formation, compte pour ${w.number('share')}`,
    en: (w) => `In training, counts for ${w.number('share')}`,
  },
  LOAD: {
    fr: (w) => `${w.number('audits')} audit(s) dans la campagne, dont celui-ci`,
    en: (w) => `${w.number('audits')} audit(s) in the campaign, this one included`,
  },
  MINIMUM: {
    fr: (w) => `Compte pour le minimum de ${w.number('minimum')} audit(s)`,
    en: (w) => `Counts towards the minimum of ${w.number('minimum')} audit(s)`,
  },
  KEPT: { fr: () => 'Était dans le plan précédent', en: () => 'Was in the previous plan' },
  PAST_PAIR: {
    fr: (w) => `A déjà travaillé la dernière fois avec ${w.auditors()}`,
    en: (w) => `Worked last time with ${w.auditors()} already`,
  },
  SEAT_FILLED: {
    fr: (w) => `Occupe une place de ${w.seat('seat')} qui serait vide`,
    en: (w) => `Takes a ${w.seat('seat')} seat that would be empty`,
  },
  LEAD: {
    fr: () => 'Seul radiologue de l’équipe qui peut la diriger',
    en: () => 'The only radiologist of the team who may lead it',
  },
  LEAD_LACKING: {
    fr: () => 'N’a pas le droit de diriger l’équipe dont il est le seul radiologue',
    en: () => 'Has no right to lead the team whose only radiologist he is',
  },
  CRITICAL: {
    fr: (w) => `Seul de l’équipe à maîtriser ${w.modalities('skills')}`,
    en: (w) => `The only one of the team who masters ${w.modalities('skills')}`,
  },
};

const TEMPLATES: Readonly<Record<string, Template>> = { ...EXCLUDES, ...STANDS_AGAINST, ...IS_WORTH };

/** A reason as a sentence, in both languages. */
export function reasonSentence({ code, parameters }: Reason, names: ReasonNames): LocalisedText {
  const template = TEMPLATES[code];
  return template ? worded(template, parameters, names) : { fr: code, en: code };
}

const MOVES: Record<FurtherMove['kind'], Template> = {
  REPLACE: {
    fr: (w) =>
      `Après que ${w.auditor('leaves')} a quitté ${w.service()}${w.word('joins') ? `, où ${w.auditor('joins')} prend sa place` : ''}`,
    en: (w) =>
      `After ${w.auditor('leaves')} has left ${w.service()}${w.word('joins') ? `, where ${w.auditor('joins')} takes his place` : ''}`,
  },
  WEEK: {
    fr: (w) => `Après que l’audit de ${w.service()} est passé en ${w.week()}`,
    en: (w) => `After the audit of ${w.service()} has moved to ${w.week()}`,
  },
};

/** What must happen before a substitute can come. */
export const furtherMoveSentence = (move: FurtherMove, names: ReasonNames): LocalisedText =>
  worded(
    MOVES[move.kind],
    Object.fromEntries(Object.entries(move).filter(([, value]) => value !== null)) as Reason['parameters'],
    names,
  );

/** What comes of asking why a pair is not in a plan. */
export function verdictSentence({ verdict, loss, scope }: WhyNotPair): LocalisedText {
  const near: LocalisedText =
    scope === 'WHOLE_PLAN'
      ? { fr: '', en: '' }
      : scope === 'NEIGHBOURHOOD'
        ? {
            fr: ', les équipes plus éloignées restant ce qu’elles sont',
            en: ', teams further away staying as they are',
          }
        : { fr: ' au plus, sans preuve', en: ' at most, not proved' };
  if (verdict === 'IN_PLAN')
    return { fr: 'Cette affectation est dans le plan', en: 'This assignment is in the plan' };
  if (verdict === 'EXCLUDED')
    return { fr: 'Aucun plan ne peut contenir cette affectation', en: 'No plan can hold this assignment' };
  if (loss === null)
    return {
      fr: `Impossible dans ce plan${scope === 'NOT_PROVED' ? ', autant qu’on ait cherché' : near.fr}`,
      en: `Not possible in this plan${scope === 'NOT_PROVED' ? ', as far as was searched' : near.en}`,
    };
  if (loss < 0)
    return {
      fr: `Possible, et le plan y gagnerait ${-loss} points${near.fr}`,
      en: `Possible, and the plan would gain ${-loss} points${near.en}`,
    };
  return {
    fr: `Possible, mais le plan y perd ${loss} points${near.fr}`,
    en: `Possible, but the plan loses ${loss} points${near.en}`,
  };
}

const after = (sign: string, words: string): string => (words === '' ? '' : `${sign}${words}`);
