import { Field, Float, ObjectType } from 'type-graphql';
import type { EvidenceType, ScaleGrade, ScaleKind } from '../../server/templates';
import { connectionOf } from '../relay/connection';
import { LocalisedField } from '../relay/localised-field';
import { Node } from '../relay/node';
import { JsonScalar } from '../scalars/scalars';
import { EVIDENCE_TYPE, SCALE_GRADE, SCALE_KIND } from './template-words';

/** One value of a scale. */
@ObjectType('ScaleValue', { description: 'Valeur d’une échelle.', simpleResolvers: true })
export class ScaleValueType {
  @Field(() => String)
  code!: string;

  @Field(() => String)
  label!: string;

  @Field(() => SCALE_GRADE, { nullable: true, description: 'Cotation que vaut cette valeur.' })
  grade!: ScaleGrade | null;

  @Field(() => Float, { nullable: true, description: 'De 0 à 1 ; null : hors du score.' })
  score!: number | null;

  @Field(() => Boolean)
  requiresReason!: boolean;
}

/** How a criterion is judged. */
@ObjectType('Scale', {
  implements: Node,
  description: 'Échelle de cotation. How a criterion is judged.',
  simpleResolvers: true,
})
export class ScaleType extends Node {
  @Field(() => String)
  code!: string;

  @Field(() => SCALE_KIND)
  kind!: ScaleKind;

  @LocalisedField({ description: 'Titre.' })
  title!: string;

  @Field(() => String)
  titleFr!: string;

  @Field(() => String)
  titleEn!: string;

  @Field(() => [ScaleValueType])
  values!: object[];

  @Field(() => JsonScalar, { description: 'L’échelle entière, comme dans scales.yaml.' })
  definition!: unknown;
}

export const ScaleConnection = connectionOf('Scale', () => ScaleType);

/** A kind of evidence that criteria ask for. */
@ObjectType('EvidenceKind', {
  implements: Node,
  description: 'Genre de preuve du catalogue. A kind of evidence that criteria ask for.',
  simpleResolvers: true,
})
export class EvidenceKindType extends Node {
  @Field(() => String)
  code!: string;

  @Field(() => EVIDENCE_TYPE)
  type!: EvidenceType;

  @LocalisedField({ description: 'Nom.' })
  label!: string;

  @Field(() => String)
  labelFr!: string;

  @Field(() => String)
  labelEn!: string;
}

export const EvidenceKindConnection = connectionOf('EvidenceKind', () => EvidenceKindType);
