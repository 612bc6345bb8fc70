import { Field, Int, ObjectType } from 'type-graphql';
import type { Locale } from '../../server/kernel/messages';
import type { TopicCode } from '../../server/notifications';
import { LOCALE } from '../relay/localised-field';
import { CalendarDateScalar } from '../scalars/scalars';
import { NOTIFICATION_TOPIC } from './notification-words';

/** One topic, as one has it. */
@ObjectType('NotificationTopic', {
  description: 'Sujet, tel que vous le recevez. One topic, as one has it.',
  simpleResolvers: true,
})
export class NotificationTopicType {
  @Field(() => NOTIFICATION_TOPIC)
  topic!: TopicCode;

  @Field(() => String, { description: 'Dans votre langue.' })
  name!: string;

  @Field(() => Boolean, { description: 'Vous n’en voulez pas.' })
  isOff!: boolean;

  @Field(() => String, {
    nullable: true,
    description: 'Pourquoi il est obligatoire ; null s’il est facultatif.',
  })
  compulsoryBecause!: string | null;
}

/** How one is told. */
@ObjectType('NotificationPreferences', {
  description:
    'Vos préférences de notification. Un récapitulatif par jour ouvré au plus, jamais le week-end ni un jour férié. How one is told.',
  simpleResolvers: true,
})
export class NotificationPreferencesType {
  @Field(() => LOCALE)
  language!: Locale;

  @Field(() => Int, { description: 'Heure de Paris à partir de laquelle le récapitulatif part (6 à 18).' })
  digestHour!: number;

  @Field(() => [Int], { description: 'Jours de la semaine sans message, 1 pour le lundi.' })
  quietWeekdays!: number[];

  @Field(() => CalendarDateScalar, { nullable: true, description: 'Premier jour sans message.' })
  quietFrom!: string | null;

  @Field(() => CalendarDateScalar, { nullable: true, description: 'Dernier jour sans message.' })
  quietTo!: string | null;

  @Field(() => [NotificationTopicType])
  topics!: NotificationTopicType[];

  @Field(() => Int, {
    description: 'Version lue, à rendre dans expectedVersion ; 0 tant que rien n’est réglé.',
  })
  version!: number;
}
