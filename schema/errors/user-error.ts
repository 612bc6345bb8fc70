import { Field, InterfaceType, ObjectType } from 'type-graphql';
import { MESSAGES, type ErrorCode } from '../../server/kernel/messages';
import type { RenderedError } from '../../server/graphql';
import { Node } from '../relay/node';
import { enumeration } from '../relay/enumeration';

const CODE = enumeration(
  Object.keys(MESSAGES) as ErrorCode[],
  'ErrorCode',
  'Code stable d’une erreur ; le message suit Accept-Language, le code ne change jamais.',
  Object.fromEntries(Object.entries(MESSAGES).map(([code, text]) => [code, text.fr])),
);
/** How strongly a rule stands against an assignment. */
export const CONFLICT_LEVEL = enumeration(
  ['BLOCK', 'REVIEW', 'WARN'],
  'ConflictLevel',
  'Effet d’une règle de conflit.',
  {
    BLOCK: 'L’affectation est refusée.',
    REVIEW: 'La coordination décide, avec une raison.',
    WARN: 'Signalé seulement.',
  },
);

/** An expected reason why nothing happened. */
@InterfaceType('UserError', {
  description: 'Raison attendue pour laquelle rien n’a été fait. An expected reason why nothing was done.',
  resolveType: (error: RenderedError) => error.__typename,
})
export abstract class UserError {
  @Field(() => CODE, { description: 'Code stable.' })
  code!: ErrorCode;

  @Field(() => String, {
    description: 'Phrase pour une personne, en français ou en anglais ; ne pas l’analyser.',
  })
  message!: string;

  @Field(() => [String], { nullable: true, description: 'Où, dans la mutation : ["input", "findingId"].' })
  path!: string[] | null;
}

/** An error that code, message and path say entirely. */
@ObjectType('InputError', {
  implements: UserError,
  description: 'Erreur sans autre détail.',
  simpleResolvers: true,
})
export class InputError extends UserError {}

/** One tie that stands against an assignment. */
@ObjectType('ConflictReason', {
  description: 'Un lien d’intérêts trouvé, et les faits sur lesquels il repose.',
  simpleResolvers: true,
})
export class ConflictReasonType {
  @Field(() => String, { description: 'Règle, par exemple C03.' })
  ruleCode!: string;

  @Field(() => CONFLICT_LEVEL)
  level!: string;

  @Field(() => [String], { description: 'Faits et leur source.' })
  facts!: string[];
}

/** An assignment that conflict rules stand against. */
@ObjectType('ConflictOfInterestError', {
  implements: UserError,
  description: 'Des règles de conflit s’opposent à l’affectation.',
  simpleResolvers: true,
})
export class ConflictOfInterestError extends UserError {
  @Field(() => [ConflictReasonType], { description: 'Seulement ce que vous pouvez lire.' })
  conflicts!: ConflictReasonType[];
}

/** The object changed since the client read it. */
@ObjectType('StaleVersionError', {
  implements: UserError,
  description: 'L’objet a changé depuis votre lecture.',
  simpleResolvers: true,
})
export class StaleVersionError extends UserError {
  @Field(() => Node, { nullable: true, description: 'L’objet tel qu’il est maintenant.' })
  current!: Node | null;
}

/** The act is not possible in the present state. */
@ObjectType('IllegalTransitionError', {
  implements: UserError,
  description: 'Acte impossible dans l’état présent.',
  simpleResolvers: true,
})
export class IllegalTransitionError extends UserError {
  @Field(() => String, { description: 'État présent.' })
  from!: string;

  @Field(() => [String], { description: 'Actes possibles dans cet état.' })
  allowed!: string[];
}
