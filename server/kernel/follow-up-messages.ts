import type { MessageTexts } from './messages';

/** What can be said of this: Effectiveness, dependencies, relapses and half-cycle follow-up. */
export const followUpMessages = {
  VERIFIER_IN_CONFLICT: {
    fr: 'Un lien d’intérêts avec le service vous empêche de vérifier ses actions ({rules}).',
    en: 'A tie with the service keeps you from verifying its actions ({rules}).',
  },
  OWNER_NOT_OF_SERVICE: {
    fr: 'Le pilote doit être un compte de ce service.',
    en: 'The owner must be an account of this service.',
  },
  EFFECTIVENESS_TOO_EARLY: {
    fr: 'L’efficacité se juge à partir du {date}.',
    en: 'The effect can be judged from {date} on.',
  },
  EFFECT_ALREADY_JUDGED: {
    fr: 'L’efficacité de cette action est déjà jugée.',
    en: 'The effect of this action has already been judged.',
  },
  DEPENDENCY_PENDING: {
    fr: 'Cette action attend d’autres actions, ni faites ni levées ({missing}).',
    en: 'This action waits for others that are neither done nor waived ({missing}).',
  },
  DEPENDENCY_CYCLE: {
    fr: 'Ces actions s’attendraient l’une l’autre : {cycle}.',
    en: 'These actions would wait for each other: {cycle}.',
  },
  DEPENDENCY_EXISTS: {
    fr: 'Cette action attend déjà l’autre.',
    en: 'This action already waits for the other one.',
  },
  DEPENDENCY_ON_ITSELF: {
    fr: 'Une action ne s’attend pas elle-même.',
    en: 'An action does not wait for itself.',
  },
  WAIVER_NOT_LONGER: {
    fr: 'La dérogation court déjà jusqu’au {date} : demandez un jour plus tardif.',
    en: 'The waiver already runs until {date}: ask for a later day.',
  },
  REVIEWER_UNFIT: {
    fr: 'Cette personne ne peut pas relire ce suivi : il faut un auditeur qualifié, sans lien avec le service.',
    en: 'This person cannot review this follow-up: a qualified auditor without a tie to the service is needed.',
  },
  FOLLOW_UP_INCOMPLETE: {
    fr: 'Dites d’abord ce qu’est devenue chaque action ({missing} restantes).',
    en: 'Say first what became of each action ({missing} left).',
  },
  CONCLUSIONS_MISSING: {
    fr: 'Concluez d’abord sur chaque action ({missing} restantes).',
    en: 'Conclude on each action first ({missing} left).',
  },
} as const satisfies MessageTexts;
