import { Field, Int, ObjectType } from 'type-graphql';
import { LocalisedField } from '../relay/localised-field';
import { Node } from '../relay/node';
import { CriterionType } from './criterion.type';
import { TemplateVersionType } from './template-version.type';

/** A part of a template version, graded and submitted as a whole. */
@ObjectType('Section', {
  implements: Node,
  description:
    'Chapitre d’un référentiel : coté et remis en une fois. A part of a template, graded as a whole.',
  simpleResolvers: true,
})
export class SectionType extends Node {
  @Field(() => String)
  code!: string;

  @Field(() => Int, { description: 'Place dans la version, à partir de 1.' })
  position!: number;

  @LocalisedField({ description: 'Titre.' })
  title!: string;

  @Field(() => String)
  titleFr!: string;

  @Field(() => String)
  titleEn!: string;

  @Field(() => TemplateVersionType, { nullable: true })
  templateVersion!: object | null;

  @Field(() => [CriterionType], { description: 'Critères, dans leur ordre.' })
  criteria!: object[];
}
