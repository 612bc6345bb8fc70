import { Field, ObjectType } from 'type-graphql';
import { connectionOf } from '../relay/connection';
import { Node } from '../relay/node';
import { InstantScalar } from '../scalars/scalars';
import { TemplateVersionType } from './template-version.type';

/** What is audited, over all its versions. */
@ObjectType('AuditTemplate', {
  implements: Node,
  description: 'Référentiel d’audit, toutes versions confondues. What is audited, over all its versions.',
  simpleResolvers: true,
})
export class AuditTemplateType extends Node {
  @Field(() => String, { description: 'Code, par exemple T1-CT-JUST.' })
  code!: string;

  @Field(() => String, { description: 'Nom de son dossier.' })
  slug!: string;

  @Field(() => [TemplateVersionType], {
    description: 'Versions que vous pouvez voir, de la première à la dernière.',
  })
  versions!: object[];

  @Field(() => TemplateVersionType, { nullable: true, description: 'Dernière version publiée.' })
  publishedVersion!: object | null;

  @Field(() => InstantScalar)
  createdAt!: string;
}

export const AuditTemplateConnection = connectionOf('AuditTemplate', () => AuditTemplateType);
