import { Field, ObjectType } from 'type-graphql';
import { AuditType } from '../audits/audit.type';
import { Node } from '../relay/node';
import { InstantScalar } from '../scalars/scalars';
import { ReportType } from './report.type';

/** The plan of corrective actions as it was accepted. */
@ObjectType('PlanDocument', {
  implements: Node,
  description:
    'Plan d’action annexé au rapport, tel qu’il a été accepté ; il ne change plus. The accepted plan, an annex of the report.',
  simpleResolvers: true,
})
export class PlanDocumentType extends Node {
  @Field(() => AuditType, { nullable: true })
  audit!: object | null;

  @Field(() => ReportType, {
    nullable: true,
    description: 'Version du rapport qu’il nomme par son empreinte.',
  })
  report!: object | null;

  @Field(() => String, { description: 'Contenu : JSON canonique (RFC 8785).' })
  content!: string;

  @Field(() => String, { description: 'SHA-256 hexadécimal du contenu, en UTF-8.' })
  sha256!: string;

  @Field(() => InstantScalar, { description: 'Acceptation du plan.' })
  acceptedAt!: string;
}
