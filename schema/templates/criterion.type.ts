import { Field, Float, Int, ObjectType } from 'type-graphql';
import type { EvidenceType, LineageKind, Principle } from '../../server/templates';
import { connectionOf } from '../relay/connection';
import { LocalisedField } from '../relay/localised-field';
import { Node } from '../relay/node';
import { JsonScalar } from '../scalars/scalars';
import { CrosswalkType } from './reference-text.type';
import { ScaleType } from './scale.type';
import { SectionType } from './section.type';
import { TemplateVersionType } from './template-version.type';
import { EVIDENCE_TYPE, LINEAGE_KIND, PRINCIPLE } from './template-words';

/** One kind of evidence that a criterion asks for. */
@ObjectType('CriterionEvidence', { description: 'Preuve demandée pour un critère.', simpleResolvers: true })
export class CriterionEvidenceType {
  @Field(() => String, { description: 'Code du catalogue des preuves.' })
  code!: string;

  @Field(() => EVIDENCE_TYPE)
  type!: EvidenceType;

  @Field(() => String)
  label!: string;

  @Field(() => Int, { nullable: true, description: 'Nombre de dossiers, de personnes ou de scènes.' })
  count!: number | null;

  @Field(() => [String], { description: 'Codes d’examens, s’il ne s’agit que d’eux.' })
  examCodes!: string[];
}

/** Where a criterion comes from. */
@ObjectType('CriterionLineage', {
  implements: Node,
  description: 'Filiation d’un critère depuis la version précédente. Where a criterion comes from.',
  simpleResolvers: true,
})
export class CriterionLineageType extends Node {
  @Field(() => LINEAGE_KIND)
  kind!: LineageKind;

  @Field(() => CriterionType, { nullable: true })
  fromCriterion!: object | null;

  @Field(() => CriterionType, { nullable: true })
  toCriterion!: object | null;
}

/** One thing that an audit judges. */
@ObjectType('Criterion', {
  implements: Node,
  description: 'Critère d’audit. One thing that an audit judges.',
  simpleResolvers: true,
})
export class CriterionType extends Node {
  @Field(() => String, { description: 'Code, par exemple T1-A1.' })
  code!: string;

  @Field(() => Int, { description: 'Place dans la version, à partir de 1.' })
  position!: number;

  @Field(() => PRINCIPLE)
  principle!: Principle;

  @Field(() => Boolean, { description: 'Critère critique : un écart touche à la sécurité.' })
  isCritical!: boolean;

  @Field(() => Float, { description: 'Poids dans le score.' })
  weight!: number;

  @Field(() => String)
  scaleCode!: string;

  @Field(() => ScaleType, { nullable: true })
  scale!: object | null;

  @LocalisedField({ description: 'Énoncé.' })
  text!: string;

  @Field(() => String)
  textFr!: string;

  @Field(() => String)
  textEn!: string;

  @Field(() => JsonScalar, { nullable: true, description: 'Cible : { metric, op, value, basis, counted? }.' })
  target!: unknown;

  @Field(() => [CriterionEvidenceType], { description: 'Preuves demandées.' })
  evidenceKinds!: object[];

  @Field(() => [CrosswalkType], {
    description: 'Textes auxquels le critère répond, avec leur niveau de vérification.',
  })
  crosswalk!: object[];

  @Field(() => [CriterionLineageType], {
    description: 'D’où vient le critère, si la version n’est pas la première.',
  })
  lineage!: object[];

  @Field(() => SectionType, { nullable: true })
  section!: object | null;

  @Field(() => TemplateVersionType, { nullable: true })
  templateVersion!: object | null;
}

export const CriterionConnection = connectionOf('Criterion', () => CriterionType);
