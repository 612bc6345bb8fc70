import { Field, Int, ObjectType } from 'type-graphql';
import type { DoseImportState, DoseModality } from '../../server/measures';
import { AuditType } from '../audits/audit.type';
import { UploadType } from '../evidence/upload.type';
import { OperationType } from '../operations/operation.type';
import { connectionOf } from '../relay/connection';
import { EdgeField } from '../relay/edge-field';
import { Node } from '../relay/node';
import { TransitionType } from '../relay/transition.type';
import { InstantScalar } from '../scalars/scalars';
import { DoseRecordConnection, DoseRecordsArgs, DoseRefusalConnection } from './dose-record.type';
import { DOSE_IMPORT_STATE, DOSE_MODALITY } from './dose-words';

/** A protocol name without a mapping. */
@ObjectType('UnmappedProtocol', {
  description: 'Nom de protocole sans correspondance, et les examens qu’il pourrait désigner.',
  simpleResolvers: true,
})
export class UnmappedProtocolType {
  @Field(() => DOSE_MODALITY)
  modality!: DoseModality;

  @Field(() => String, { description: 'Comme le service l’écrit ; vide s’il manque.' })
  protocol!: string;

  @Field(() => Int, { description: 'Relevés qui ne comptent pas à cause de lui.' })
  count!: number;

  @Field(() => [String], { description: 'Codes d’examen, le plus probable d’abord : au service de décider.' })
  suggestions!: string[];
}

/** Doses of a service read from one file. */
@ObjectType('DoseImport', {
  implements: Node,
  description:
    'Import de doses d’un fichier, qui est jeté une fois lu. Doses of a service read from one file, thrown away afterwards.',
  simpleResolvers: true,
})
export class DoseImportType extends Node {
  @Field(() => AuditType, { nullable: true })
  audit!: object | null;

  @Field(() => DOSE_IMPORT_STATE)
  state!: DoseImportState;

  @Field(() => UploadType, { nullable: true, description: 'Envoi du fichier.' })
  upload!: object | null;

  @Field(() => OperationType, { nullable: true, description: 'Avancement, pour qui a envoyé le fichier.' })
  operation!: object | null;

  @Field(() => String, { description: 'Empreinte SHA-256 du fichier.' })
  sha256!: string;

  @Field(() => Int, { description: 'Lignes ou expositions lues.' })
  readCount!: number;

  @Field(() => Int, { description: 'Relevés gardés.' })
  keptCount!: number;

  @Field(() => Int, { description: 'Relevés gardés sans compter : repérages, fantômes, sans dose…' })
  excludedCount!: number;

  @Field(() => Int, { description: 'Expositions déjà lues.' })
  duplicateCount!: number;

  @Field(() => Int, { description: 'Parties du fichier qui n’ont donné aucun relevé.' })
  refusedCount!: number;

  @Field(() => String, { nullable: true, description: 'Raison d’un échec.' })
  message!: string | null;

  @EdgeField(() => DoseRecordConnection, {
    description: 'Relevés, dans l’ordre du fichier.',
    args: DoseRecordsArgs,
  })
  records!: object;

  @EdgeField(() => DoseRefusalConnection, {
    description: 'Parties refusées, dans l’ordre du fichier ; les 10 000 premières.',
  })
  refusals!: object;

  @Field(() => [UnmappedProtocolType], {
    description: 'Protocoles sans correspondance, les plus fréquents d’abord ; 500 au plus.',
  })
  unmappedProtocols!: UnmappedProtocolType[];

  @Field(() => [TransitionType], { description: 'Ce que vous pouvez faire maintenant, ou pourquoi non.' })
  availableTransitions!: TransitionType[];

  @Field(() => InstantScalar, { nullable: true })
  finishedAt!: string | null;

  @Field(() => Int)
  version!: number;

  @Field(() => InstantScalar)
  createdAt!: string;

  @Field(() => InstantScalar)
  updatedAt!: string;
}

export const DoseImportConnection = connectionOf('DoseImport', () => DoseImportType);
