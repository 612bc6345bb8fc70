import { Field, Int, ObjectType } from 'type-graphql';
import { AuditType } from '../audits/audit.type';
import { connectionOf } from '../relay/connection';
import { Node } from '../relay/node';
import { InstantScalar } from '../scalars/scalars';
import { CheckpointType } from '../trail/checkpoint.type';
import { ReportVariantType } from './report-variant.type';
import { HistoryField } from '../trail/history-field';
import { ReportSignatureType } from './report-signing.type';

/** One issued version of an audit's report. */
@ObjectType('Report', {
  implements: Node,
  description:
    'Rapport émis : une version ne change jamais, un amendement en donne une nouvelle. An issued, frozen report.',
  simpleResolvers: true,
})
export class ReportType extends Node {
  @Field(() => AuditType, { nullable: true })
  audit!: object | null;

  @Field(() => Int, { description: 'Version : 1 à l’émission, puis une de plus à chaque amendement.' })
  number!: number;

  @Field(() => String, { description: 'SHA-256 hexadécimal du contenu, en UTF-8.' })
  sha256!: string;

  @Field(() => String, {
    nullable: true,
    description:
      'Contenu entier : JSON canonique (RFC 8785) ; null pour qui n’est ni du service ni de l’équipe.',
  })
  content!: string | null;

  @Field(() => [ReportVariantType], { description: 'Ce que chaque public peut en lire : vos variantes.' })
  variants!: object[];

  @Field(() => String, { nullable: true, description: 'Raison de l’amendement ; null pour la version 1.' })
  amendmentReason!: string | null;

  @Field(() => [ReportSignatureType], {
    nullable: true,
    description: 'Signatures que porte cette version ; null pour qui n’est ni du service ni de l’équipe.',
  })
  signatures!: ReportSignatureType[] | null;

  @Field(() => CheckpointType, {
    nullable: true,
    description:
      'Point de contrôle signé avec cette version : gardez-le, il prouvera que le journal n’a pas été récrit.',
  })
  checkpoint!: object | null;

  @HistoryField()
  history!: object;

  @Field(() => InstantScalar)
  issuedAt!: string;
}

export const ReportConnection = connectionOf('Report', () => ReportType);
