import { Field, Int, ObjectType } from 'type-graphql';
import { connectionOf } from '../relay/connection';
import { EdgeField } from '../relay/edge-field';
import { LocalisedField } from '../relay/localised-field';
import { Node } from '../relay/node';
import { CriterionType } from './criterion.type';

/** Which criterion satisfies which reference. */
@ObjectType('Crosswalk', {
  implements: Node,
  description:
    'Correspondance entre un critère et un texte de référence. Which criterion answers to which text.',
  simpleResolvers: true,
})
export class CrosswalkType extends Node {
  @Field(() => Int, { description: 'Place parmi les textes du critère, à partir de 1.' })
  position!: number;

  @Field(() => String, {
    description: 'Niveau de vérification du texte ; voir ReferenceText.verificationLabel.',
  })
  verificationLevel!: string;

  @Field(() => CriterionType, { nullable: true })
  criterion!: object | null;

  @Field(() => ReferenceTextType, { nullable: true })
  referenceText!: object | null;
}

const CrosswalkConnection = connectionOf('Crosswalk', () => CrosswalkType);

/** A law, norm, label or guide. */
@ObjectType('ReferenceText', {
  implements: Node,
  description:
    'Loi, norme, label ou guide. Son niveau de vérification dit jusqu’où il a été lu : à montrer à côté du texte. A law, norm, label or guide.',
  simpleResolvers: true,
})
export class ReferenceTextType extends Node {
  @Field(() => String)
  code!: string;

  @LocalisedField({ description: 'Titre.' })
  title!: string;

  @Field(() => String)
  titleFr!: string;

  @Field(() => String)
  titleEn!: string;

  @LocalisedField({ description: 'Où dans le texte : article, clause, chapitre.' })
  locator!: string;

  @Field(() => String)
  locatorFr!: string;

  @Field(() => String)
  locatorEn!: string;

  @Field(() => String, { description: 'Code du niveau de vérification, par exemple READ ou TITLE_READ.' })
  verificationLevel!: string;

  @LocalisedField({ description: 'Niveau de vérification, en clair.' })
  verificationLabel!: string;

  @Field(() => String, { nullable: true })
  url!: string | null;

  @EdgeField(() => CrosswalkConnection, { description: 'Critères qui répondent à ce texte.' })
  crosswalk!: object;
}

export const ReferenceTextConnection = connectionOf('ReferenceText', () => ReferenceTextType);
