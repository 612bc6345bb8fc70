import { Field, Int, ObjectType } from 'type-graphql';
import type { TemplateModality, TemplateStatus } from '../../server/templates';
import { EdgeField } from '../relay/edge-field';
import { LocalisedField } from '../relay/localised-field';
import { Node } from '../relay/node';
import { InstantScalar, JsonScalar } from '../scalars/scalars';
import { AuditTemplateType } from './audit-template.type';
import { CriterionConnection } from './criterion.type';
import { SectionType } from './section.type';
import { TEMPLATE_MODALITY, TEMPLATE_VERSION_STATE } from './template-words';

/** One version of a template, immutable once published. */
@ObjectType('TemplateVersion', {
  implements: Node,
  description:
    'Version d’un référentiel d’audit, immuable une fois publiée. One version of an audit template.',
  simpleResolvers: true,
})
export class TemplateVersionType extends Node {
  @Field(() => AuditTemplateType, { nullable: true })
  template!: object | null;

  @Field(() => Int)
  number!: number;

  @Field(() => TEMPLATE_VERSION_STATE)
  state!: TemplateStatus;

  @Field(() => String, { nullable: true, description: 'Version que lui donnent ses auteurs.' })
  sourceVersion!: string | null;

  @LocalisedField({ description: 'Titre.' })
  title!: string;

  @Field(() => String)
  titleFr!: string;

  @Field(() => String)
  titleEn!: string;

  @Field(() => TEMPLATE_MODALITY)
  modality!: TemplateModality;

  @LocalisedField({ description: 'Ce que couvre un audit : un site, un appareil, une période…' })
  auditUnit!: string;

  @Field(() => String)
  auditUnitFr!: string;

  @Field(() => String)
  auditUnitEn!: string;

  @Field(() => JsonScalar, {
    description:
      'Tirage des dossiers : { records, defaultN, minimumPerClass?, method, rule?, strata?, examCodes? … } ; chaque texte est { fr, en }.',
  })
  sampling!: unknown;

  @Field(() => JsonScalar, { description: 'Ce qui est relevé par dossier : [{ code, title: { fr, en } }].' })
  recordGrid!: unknown;

  @Field(() => String, {
    description: 'SHA-256 du contenu (RFC 8785) : la même empreinte est le même contenu.',
  })
  contentHash!: string;

  @Field(() => InstantScalar, { nullable: true })
  publishedAt!: string | null;

  @Field(() => InstantScalar)
  createdAt!: string;

  @Field(() => [SectionType], { description: 'Chapitres, dans leur ordre.' })
  sections!: object[];

  @EdgeField(() => CriterionConnection, { description: 'Critères de tous les chapitres, dans leur ordre.' })
  criteria!: object;
}
