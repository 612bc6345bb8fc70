import { Field, Int, ObjectType } from 'type-graphql';
import type { Audience, ReminderStep, TopicCode } from '../../server/notifications';
import { NOTIFICATION_AUDIENCE, NOTIFICATION_TOPIC, REMINDER_STEP } from './notification-words';

/** What reminders would say today of one kind of thing. */
@ObjectType('RemindersPreview', {
  description:
    'Ce que les rappels diraient aujourd’hui, en nombres et sans rien envoyer. What reminders would say today, without saying it.',
  simpleResolvers: true,
})
export class RemindersPreviewType {
  @Field(() => NOTIFICATION_TOPIC)
  topic!: TopicCode;

  @Field(() => REMINDER_STEP)
  step!: ReminderStep;

  @Field(() => NOTIFICATION_AUDIENCE)
  audience!: Audience;

  @Field(() => Int, { description: 'Choses à rappeler.' })
  facts!: number;

  @Field(() => Int, { description: 'Personnes prévenues, d’un message chacune.' })
  people!: number;
}
