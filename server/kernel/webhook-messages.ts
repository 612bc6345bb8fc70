import type { MessageTexts } from './messages';

/** What can be said of webhooks, their deliveries, and a campaign at a glance. */
export const webhookMessages = {
  WEBHOOK_URL_REFUSED: {
    fr: 'L’adresse doit être en https, sur le port 443 ou à partir de 1024, sans identifiants ni fragment.',
    en: 'The address must be https, on port 443 or from 1024 on, without credentials or fragment.',
  },
  WEBHOOK_HOST_REFUSED: {
    fr: 'L’hôte n’est pas joignable sur l’internet public.',
    en: 'The host is not reachable on the public internet.',
  },
  WEBHOOK_REQUESTS_TOO_MANY: {
    fr: 'Trop de demandes pour vos points d’accès : réessayez après {until}.',
    en: 'Too many requests about your endpoints: try again after {until}.',
  },
  WEBHOOK_DISABLED: {
    fr: 'Le point d’accès est désactivé.',
    en: 'The endpoint is disabled.',
  },
  WEBHOOK_DELIVERY_PENDING: {
    fr: 'Cet envoi est déjà en attente.',
    en: 'This delivery is already waiting to be sent.',
  },
  WEBHOOK_DELIVERY_WITHHELD: {
    fr: 'Cet envoi a été retenu : il ne peut pas être rejoué.',
    en: 'This delivery was withheld: it cannot be replayed.',
  },
  WEBHOOK_DELIVERY_EMPTIED: {
    fr: 'Le contenu de cet envoi n’est plus gardé : il ne peut pas être rejoué.',
    en: 'The content of this delivery is no longer kept: it cannot be replayed.',
  },
} as const satisfies MessageTexts;
