import {
  DISABLED_BECAUSE,
  TEST_TOPIC,
  WEBHOOK_DELIVERY_STATES,
  WEBHOOK_ENDPOINT_STATES,
  WEBHOOK_OUTCOMES,
  WEBHOOK_TOPICS,
} from '../../server/notifications/webhooks';
import { TOPICS } from '../../server/notifications';
import { enumeration } from '../relay/enumeration';

/** States of an endpoint. */
export const WEBHOOK_ENDPOINT_STATE = enumeration(
  WEBHOOK_ENDPOINT_STATES,
  'WebhookEndpointState',
  'État d’un point d’accès.',
  {
    ENABLED: 'En service.',
    FAILING: 'Rien n’arrive plus : les envois continuent quelques jours, puis il est désactivé.',
    DISABLED: 'Désactivé : rien n’est envoyé.',
  },
);

/** Why an endpoint is switched off. */
export const WEBHOOK_DISABLED_BECAUSE = enumeration(
  DISABLED_BECAUSE,
  'WebhookDisabledBecause',
  'Pourquoi un point d’accès est désactivé.',
  {
    OWNER: 'Son titulaire l’a voulu.',
    GONE: 'Il a répondu qu’il n’existe plus (410).',
    FAILING: 'Rien n’y est arrivé pendant cinq jours.',
  },
);

/** What became of a delivery. */
export const WEBHOOK_DELIVERY_STATE = enumeration(
  WEBHOOK_DELIVERY_STATES,
  'WebhookDeliveryState',
  'État d’un envoi.',
  {
    PENDING: 'À envoyer, ou à envoyer de nouveau.',
    DELIVERED: 'Arrivé.',
    FAILED: 'Abandonné après la dernière tentative.',
    WITHHELD: 'Retenu : son titulaire ne voit plus ce dont il parle.',
  },
);

/** How an attempt ended. */
export const WEBHOOK_OUTCOME = enumeration(
  WEBHOOK_OUTCOMES,
  'WebhookOutcome',
  'Comment une tentative a fini.',
  {
    DELIVERED: 'Accepté (2xx).',
    REFUSED: 'Refusé (4xx ou 5xx).',
    GONE: 'N’existe plus (410).',
    REDIRECTED: 'Renvoyé ailleurs (3xx) : les redirections ne sont pas suivies.',
    TIMED_OUT: 'Pas de réponse à temps.',
    UNREACHED: 'Pas joint, ou certificat refusé.',
    ADDRESS_REFUSED: 'Adresse privée ou réservée : pas de connexion.',
  },
);

/** What an endpoint is told of. */
export const WEBHOOK_TOPIC = enumeration(
  [...WEBHOOK_TOPICS, TEST_TOPIC],
  'WebhookTopic',
  'Sujet d’un envoi.',
  {
    ...Object.fromEntries(
      Object.entries(TOPICS).flatMap(([code, { name }]) =>
        WEBHOOK_TOPICS.includes(code) ? [[code, `${name.fr}.`]] : [],
      ),
    ),
    [TEST_TOPIC]: 'Essai, envoyé sur demande (webhookTrigger).',
  },
);
