import { Field, Int, ObjectType } from 'type-graphql';
import type { AttemptOutcome, Audience, MailKind, ReminderStep, TopicCode } from '../../server/notifications';
import { AuditType } from '../audits/audit.type';
import { AccountType } from '../identity/account.type';
import { connectionOf } from '../relay/connection';
import { Node } from '../relay/node';
import { CalendarDateScalar, InstantScalar } from '../scalars/scalars';
import {
  ATTEMPT_OUTCOME,
  MAIL_KIND,
  NOTIFICATION_AUDIENCE,
  NOTIFICATION_TOPIC,
  REMINDER_STEP,
} from './notification-words';

/** One attempt to hand over the message. */
@ObjectType('DeliveryAttempt', {
  description: 'Tentative d’envoi. One attempt to hand over the message.',
  simpleResolvers: true,
})
export class DeliveryAttemptType {
  @Field(() => Int, { description: 'De 1 en 1.' })
  number!: number;

  @Field(() => ATTEMPT_OUTCOME)
  outcome!: AttemptOutcome;

  @Field(() => Int, { nullable: true, description: 'Code SMTP du serveur ; null s’il n’a rien répondu.' })
  smtpCode!: number | null;

  @Field(() => InstantScalar)
  beganAt!: string;

  @Field(() => InstantScalar)
  endedAt!: string;
}

/** That one person was told of one thing. */
@ObjectType('Delivery', {
  implements: Node,
  description:
    'Notification : une personne est prévenue d’une chose ; preuve pour les deux parties. That one person was told of one thing.',
  simpleResolvers: true,
})
export class DeliveryType extends Node {
  @Field(() => NOTIFICATION_TOPIC)
  topic!: TopicCode;

  @Field(() => NOTIFICATION_AUDIENCE)
  audience!: Audience;

  @Field(() => AuditType, { nullable: true })
  audit!: object | null;

  @Field(() => AccountType, { nullable: true, description: 'Qui ; null s’il vous est caché.' })
  recipient!: object | null;

  @Field(() => REMINDER_STEP, { nullable: true, description: 'Null : suite d’un acte, et non rappel.' })
  step!: ReminderStep | null;

  @Field(() => CalendarDateScalar, { nullable: true, description: 'Échéance rappelée.' })
  dueOn!: string | null;

  @Field(() => InstantScalar, { description: 'Quand il y a eu lieu de prévenir.' })
  foundAt!: string;

  @Field(() => InstantScalar, { nullable: true, description: 'Réglé avant tout envoi, à cet instant.' })
  droppedAt!: string | null;

  @Field(() => MAIL_KIND, { nullable: true, description: 'Genre du message ; null tant qu’il n’y en a pas.' })
  kind!: MailKind | null;

  @Field(() => InstantScalar, { nullable: true, description: 'Quand le message a été composé.' })
  composedAt!: string | null;

  @Field(() => InstantScalar, { nullable: true, description: 'Quand un serveur de messagerie l’a pris.' })
  acceptedAt!: string | null;

  @Field(() => InstantScalar, {
    nullable: true,
    description: 'Quand on y a renoncé : refusé, ou trop ancien.',
  })
  failedAt!: string | null;

  @Field(() => [DeliveryAttemptType], {
    description: 'Tentatives d’envoi du message, de la première à la dernière.',
  })
  attempts!: DeliveryAttemptType[];
}

export const DeliveryConnection = connectionOf('Delivery', () => DeliveryType);
