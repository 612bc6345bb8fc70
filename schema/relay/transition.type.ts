import { Field, ObjectType } from 'type-graphql';
import type { ErrorCode } from '../../server/kernel/messages';

/** One move that a workflow object can make, or why it cannot now. */
@ObjectType('Transition', {
  description:
    'Un changement d’état que l’état présent prévoit pour vous, et ce qui s’y oppose s’il n’est pas possible maintenant. Les actes qui laissent l’état tel quel (signer, répondre) n’y sont pas.',
  simpleResolvers: true,
})
export class TransitionType {
  @Field(() => String, { description: 'Nom de la mutation.' })
  act!: string;

  @Field(() => String, { description: 'État d’arrivée.' })
  to!: string;

  @Field(() => Boolean, { description: 'Possible maintenant.' })
  isAvailable!: boolean;

  @Field(() => String, { nullable: true, description: 'Code de ce qui s’y oppose.' })
  reason!: ErrorCode | null;

  @Field(() => String, { nullable: true, description: 'La même raison, dans votre langue.' })
  message!: string | null;
}
