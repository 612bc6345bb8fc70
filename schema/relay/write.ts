import { Field, InputType, Int, ObjectType, type ClassType } from 'type-graphql';
import { UserError } from '../errors/user-error';
import { UuidScalar } from '../scalars/scalars';

/** What every mutation brings. */
@InputType()
export abstract class Write {
  @Field(() => UuidScalar, {
    description:
      'Clé d’idempotence, une par intention : la même clé avec le même contenu redonne la première réponse (90 jours).',
  })
  idempotencyKey!: string;
}

/** A write to an object that exists: only the version that was read is changed. */
@InputType()
export abstract class VersionedWrite extends Write {
  @Field(() => Int, { description: 'Version lue ; si l’objet a changé depuis : STALE_VERSION.' })
  expectedVersion!: number;
}

/** A write that creates an object, under the client's own UUID if it brings one. */
@InputType()
export abstract class CreatingWrite extends Write {
  @Field(() => UuidScalar, {
    nullable: true,
    description: 'UUID du nouvel objet, choisi par le client (travail hors ligne).',
  })
  id?: string | null;
}

/**
 * A kind of write, for what a noun says of itself both when it is created and when it is changed: a function that takes the
 * kind and gives it those fields.
 */
// eslint-disable-next-line @typescript-eslint/no-explicit-any -- what TypeScript asks of a class that another one extends
export type KindOfWrite = abstract new (...args: any[]) => Write;

/** What every payload says. */
@ObjectType({ simpleResolvers: true })
export abstract class Payload {
  @Field(() => [UserError], { description: 'Vide si l’acte a eu lieu ; sinon rien n’a changé.' })
  userErrors!: UserError[];

  @Field(() => Boolean, { description: 'Cette réponse redonne celle d’un envoi précédent de la même clé.' })
  replayed!: boolean;
}

/**
 * The payload type of a mutation.
 * @param name name of the payload: `FindingContestPayload`
 * @param nouns the nouns it answers with, or lists of them, by field name; each null when `userErrors` is not empty
 */
export function payloadOf(
  name: string,
  nouns: Readonly<Record<string, () => ClassType<object> | [ClassType<object>]>>,
): ClassType<Payload> {
  @ObjectType(name, { description: `Réponse de ${name.replace(/Payload$/, '')}.`, simpleResolvers: true })
  class Made extends Payload {}
  for (const [field, type] of Object.entries(nouns)) {
    Field(() => type(), { nullable: true })(Made.prototype, field);
  }
  return Made;
}
