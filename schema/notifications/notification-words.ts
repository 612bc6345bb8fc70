import {
  ATTEMPT_OUTCOMES,
  AUDIENCES,
  MAIL_KINDS,
  REMINDER_STEPS,
  TOPIC_CODES,
  TOPICS,
} from '../../server/notifications';
import { enumeration } from '../relay/enumeration';

/** What people are told of. */
export const NOTIFICATION_TOPIC = enumeration(
  TOPIC_CODES,
  'NotificationTopicCode',
  'Ce dont on est prévenu.',
  Object.fromEntries(TOPIC_CODES.map((code) => [code, `${TOPICS[code].name.fr}.`])),
);

export const NOTIFICATION_AUDIENCE = enumeration(
  AUDIENCES,
  'NotificationAudience',
  'À quel titre on est prévenu.',
  {
    SERVICE: 'Les responsables et contributeurs du service.',
    MANAGER: 'Les responsables du service.',
    TEAM: 'L’équipe d’audit présente.',
    LEAD: 'Le responsable de l’équipe.',
    AUDITOR: 'L’auditeur, pour ce qui le concerne.',
    COORDINATION: 'La coordination, sauf lien avec le service.',
    PROGRAMME: 'La coordination et le comité de pilotage, sauf lien avec un service de la campagne.',
    OWNER: 'Les titulaires d’un point d’accès (webhook).',
  },
);

export const REMINDER_STEP = enumeration(REMINDER_STEPS, 'ReminderStep', 'De quel rappel il s’agit.', {
  OPENED: 'Dès que c’est ouvert.',
  BEFORE: 'Avant l’échéance.',
  DUE: 'Le jour de l’échéance.',
  AFTER: 'Après l’échéance.',
  ESCALATED: 'À d’autres, après des jours ouvrés de retard.',
});

export const MAIL_KIND = enumeration(MAIL_KINDS, 'MailKind', 'Genre de message.', {
  DIGEST: 'Récapitulatif du jour, un au plus par personne.',
  AT_ONCE: 'Message qui ne pouvait attendre.',
});

export const ATTEMPT_OUTCOME = enumeration(
  ATTEMPT_OUTCOMES,
  'AttemptOutcome',
  'Fin d’une tentative d’envoi.',
  {
    ACCEPTED: 'Le serveur de messagerie a pris le message.',
    LATER: 'Refusé pour l’instant ; une autre tentative suit.',
    REFUSED: 'Refusé pour de bon : adresse inconnue, boîte fermée.',
    UNREACHED: 'Aucune réponse du serveur.',
    EXPIRED: 'Trop ancien, ou compte fermé : n’est plus envoyé.',
  },
);
