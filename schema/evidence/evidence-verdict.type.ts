import { Field, Int, ObjectType } from 'type-graphql';
import type { EvidenceVerdictValue } from '../../server/evidence';
import { AuditorType } from '../auditors/auditor.type';
import { Node } from '../relay/node';
import { InstantScalar } from '../scalars/scalars';
import { EVIDENCE_VERDICT } from './evidence-words';
import { EvidenceType } from './evidence.type';

/** The team's word on a piece of evidence. */
@ObjectType('EvidenceVerdict', {
  implements: Node,
  description: 'Ce que l’équipe dit d’une preuve. The team’s word on a piece of evidence.',
  simpleResolvers: true,
})
export class EvidenceVerdictType extends Node {
  @Field(() => EvidenceType, { nullable: true })
  evidence!: object | null;

  @Field(() => EVIDENCE_VERDICT)
  value!: EvidenceVerdictValue;

  @Field(() => String, { nullable: true })
  reason!: string | null;

  @Field(() => Int, { description: 'Version de la preuve qui a été jugée.' })
  evidenceVersion!: number;

  @Field(() => AuditorType, { nullable: true, description: 'Qui l’a jugée (pour l’équipe).' })
  decidedBy!: object | null;

  @Field(() => InstantScalar)
  decidedAt!: string;

  @Field(() => Int)
  version!: number;
}
