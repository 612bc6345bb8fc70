import { Field, ObjectType } from 'type-graphql';
import { AuditorType } from '../auditors/auditor.type';
import { Node } from '../relay/node';
import { InstantScalar } from '../scalars/scalars';
import { SectionType } from '../templates/section.type';
import { AuditType } from './audit.type';

/** An auditor has graded a section for good. */
@ObjectType('SectionSubmission', {
  implements: Node,
  description:
    'Remise d’un chapitre par un auditeur : ses cotations sont closes. An auditor has graded a section for good.',
  simpleResolvers: true,
})
export class SectionSubmissionType extends Node {
  @Field(() => AuditType, { nullable: true })
  audit!: object | null;

  @Field(() => SectionType, { nullable: true })
  section!: object | null;

  @Field(() => AuditorType, { nullable: true })
  auditor!: object | null;

  @Field(() => InstantScalar, { description: 'Moment de la remise.' })
  createdAt!: string;
}
