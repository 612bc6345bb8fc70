import { Field, Int, ObjectType } from 'type-graphql';
import type {
  DisabledBecause,
  WebhookDeliveryState,
  WebhookEndpointState,
  WebhookOutcome,
} from '../../server/notifications/webhooks';
import { AuditedServiceType } from '../audited-services/audited-service.type';
import { connectionOf } from '../relay/connection';
import { EdgeField } from '../relay/edge-field';
import { Node } from '../relay/node';
import { TransitionType } from '../relay/transition.type';
import { InstantScalar } from '../scalars/scalars';
import { WebhookDeliveriesArgs } from './webhook.args';
import {
  WEBHOOK_DELIVERY_STATE,
  WEBHOOK_DISABLED_BECAUSE,
  WEBHOOK_ENDPOINT_STATE,
  WEBHOOK_OUTCOME,
  WEBHOOK_TOPIC,
} from './webhook-words';

/** One attempt of a delivery. */
@ObjectType('WebhookAttempt', {
  implements: Node,
  description: 'Tentative d’envoi à un point d’accès. One attempt of a delivery.',
  simpleResolvers: true,
})
export class WebhookAttemptType extends Node {
  @Field(() => Int, { description: 'Numéro, de 1.' })
  number!: number;

  @Field(() => WEBHOOK_OUTCOME, { description: 'Comment elle a fini.' })
  outcome!: WebhookOutcome;

  @Field(() => Int, { nullable: true, description: 'Code HTTP de la réponse ; null sans réponse.' })
  statusCode!: number | null;

  @Field(() => String, { nullable: true, description: 'Début de la réponse, 1 024 octets au plus.' })
  answer!: string | null;

  @Field(() => InstantScalar, { description: 'Début.' })
  beganAt!: string;

  @Field(() => Int, { description: 'Durée, en millisecondes.' })
  durationMs!: number;
}

/** Where a program is told of what happens. */
@ObjectType('WebhookEndpoint', {
  implements: Node,
  description:
    'Point d’accès : où un programme apprend ce qui se passe, signé selon Standard Webhooks. Where a program is told of what happens.',
  simpleResolvers: true,
})
export class WebhookEndpointType extends Node {
  @Field(() => AuditedServiceType, {
    nullable: true,
    description: 'Service dont il est le point d’accès ; null s’il est de la coordination.',
  })
  auditedService!: object | null;

  @Field(() => String, { description: 'Adresse (https).' })
  url!: string;

  @Field(() => String, { nullable: true })
  description!: string | null;

  @Field(() => [WEBHOOK_TOPIC], { description: 'Sujets voulus ; vide : tous.' })
  topics!: string[];

  @Field(() => WEBHOOK_ENDPOINT_STATE)
  state!: WebhookEndpointState;

  @Field(() => InstantScalar, { nullable: true, description: 'Depuis quand rien n’arrive.' })
  failingSince!: string | null;

  @Field(() => WEBHOOK_DISABLED_BECAUSE, { nullable: true, description: 'Pourquoi il est désactivé.' })
  disabledBecause!: DisabledBecause | null;

  @EdgeField(() => WebhookDeliveryConnection, {
    description: 'Envois, du premier au dernier.',
    args: WebhookDeliveriesArgs,
  })
  deliveries!: object;

  @Field(() => [TransitionType], { description: 'Ce que vous pouvez faire maintenant, ou pourquoi non.' })
  availableTransitions!: TransitionType[];

  @Field(() => Int)
  version!: number;

  @Field(() => InstantScalar)
  createdAt!: string;

  @Field(() => InstantScalar)
  updatedAt!: string;
}

/** One message for one endpoint. */
@ObjectType('WebhookDelivery', {
  implements: Node,
  description:
    'Envoi à un point d’accès : son identifiant reste le même à chaque tentative. One message for one endpoint.',
  simpleResolvers: true,
})
export class WebhookDeliveryType extends Node {
  @Field(() => WebhookEndpointType, { nullable: true, description: 'Point d’accès.' })
  webhookEndpoint!: object | null;

  @Field(() => Int, { description: 'Numéro, propre au point d’accès : l’ordre d’arrivée n’est pas garanti.' })
  sequence!: number;

  @Field(() => WEBHOOK_TOPIC, { description: 'Sujet.' })
  topic!: string;

  @Field(() => String, { description: 'Texte envoyé, tel quel.' })
  body!: string;

  @Field(() => WEBHOOK_DELIVERY_STATE)
  state!: WebhookDeliveryState;

  @Field(() => InstantScalar, { nullable: true, description: 'Prochaine tentative, pas avant.' })
  nextTryAt!: string | null;

  @Field(() => InstantScalar, { nullable: true, description: 'Quand il est arrivé ou a été abandonné.' })
  endedAt!: string | null;

  @Field(() => [WebhookAttemptType], { description: 'Tentatives, de la première à la dernière.' })
  attempts!: WebhookAttemptType[];

  @Field(() => Int)
  version!: number;

  @Field(() => InstantScalar)
  createdAt!: string;

  @Field(() => InstantScalar)
  updatedAt!: string;
}

export const WebhookEndpointConnection = connectionOf('WebhookEndpoint', () => WebhookEndpointType);
export const WebhookDeliveryConnection = connectionOf('WebhookDelivery', () => WebhookDeliveryType);

/** What the messages of an endpoint are signed with. */
@ObjectType('WebhookSecret', {
  description: 'Secret de signature d’un point d’accès, montré une seule fois.',
  simpleResolvers: true,
})
export class WebhookSecretType {
  @Field(() => String, { description: 'whsec_… (Standard Webhooks).' })
  secret!: string;
}

/** A header as it would be sent. */
@ObjectType('WebhookHeader', {
  description: 'En-tête d’un envoi. A header as it would be sent.',
  simpleResolvers: true,
})
export class WebhookHeaderType {
  @Field(() => String, { description: 'Nom.' })
  name!: string;

  @Field(() => String, { description: 'Valeur.' })
  value!: string;
}

/** What would be sent. */
@ObjectType('WebhookDryRun', {
  description:
    'Ce qui serait envoyé, à la lettre ; rien ne part. What would be sent, to the letter; nothing is sent.',
  simpleResolvers: true,
})
export class WebhookDryRunType {
  @Field(() => String, { description: 'Adresse.' })
  url!: string;

  @Field(() => [WebhookHeaderType], { description: 'En-têtes, signatures comprises.' })
  headers!: WebhookHeaderType[];

  @Field(() => String, { description: 'Texte.' })
  body!: string;
}
