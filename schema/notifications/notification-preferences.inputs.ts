import { ArrayMaxSize, Max, Min } from 'class-validator';
import { Field, InputType, Int } from 'type-graphql';
import type { Locale } from '../../server/kernel/messages';
import type { TopicCode } from '../../server/notifications';
import { LOCALE } from '../relay/localised-field';
import { VersionedWrite } from '../relay/write';
import { CalendarDateScalar } from '../scalars/scalars';
import { NOTIFICATION_TOPIC } from './notification-words';

@InputType('NotificationPreferencesSetInput', {
  description: 'Toutes vos préférences, à la place des précédentes.',
})
export class NotificationPreferencesSetInput extends VersionedWrite {
  @Field(() => LOCALE)
  language!: Locale;

  @Field(() => [NOTIFICATION_TOPIC], {
    description: 'Sujets dont vous ne voulez pas ; seulement des facultatifs.',
  })
  @ArrayMaxSize(100)
  topicsOff!: TopicCode[];

  @Field(() => Int, {
    nullable: true,
    description: 'Heure de Paris à partir de laquelle le récapitulatif part (6 à 18) ; 7 à défaut.',
  })
  @Min(6)
  @Max(18)
  digestHour?: number | null;

  @Field(() => [Int], {
    description: 'Jours de la semaine sans message, 1 pour le lundi ; un jour ouvré reste.',
  })
  @ArrayMaxSize(7)
  @Min(1, { each: true })
  @Max(7, { each: true })
  quietWeekdays!: number[];

  @Field(() => CalendarDateScalar, { nullable: true, description: 'Premier jour sans message.' })
  quietFrom?: string | null;

  @Field(() => CalendarDateScalar, {
    nullable: true,
    description: 'Dernier jour sans message ; 60 jours au plus.',
  })
  quietTo?: string | null;
}
