import { Field, Int, ObjectType } from 'type-graphql';
import type { DoseModality } from '../../server/measures';
import { AuditedServiceType } from '../audited-services/audited-service.type';
import { connectionOf } from '../relay/connection';
import { Node } from '../relay/node';
import { InstantScalar } from '../scalars/scalars';
import { DOSE_MODALITY } from './dose-words';
import { ExamTypeType } from './exam-type.type';

/** Which examination a service means by a protocol name. */
@ObjectType('ProtocolMapping', {
  implements: Node,
  description:
    'Correspondance d’un nom de protocole du service. Which examination a service means by a protocol name.',
  simpleResolvers: true,
})
export class ProtocolMappingType extends Node {
  @Field(() => AuditedServiceType, { nullable: true })
  auditedService!: object | null;

  @Field(() => DOSE_MODALITY)
  modality!: DoseModality;

  @Field(() => String, { description: 'Nom, sans égard à la casse, aux accents ni aux espaces.' })
  protocol!: string;

  @Field(() => ExamTypeType, { nullable: true, description: 'Null : aucun examen de la liste.' })
  examType!: object | null;

  @Field(() => Int)
  version!: number;

  @Field(() => InstantScalar)
  createdAt!: string;

  @Field(() => InstantScalar)
  updatedAt!: string;
}

export const ProtocolMappingConnection = connectionOf('ProtocolMapping', () => ProtocolMappingType);
