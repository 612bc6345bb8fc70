import { Field, Int, ObjectType } from 'type-graphql';
import type { EvidenceForm, EvidenceState } from '../../server/evidence';
import { AuditedServiceType } from '../audited-services/audited-service.type';
import { AuditType } from '../audits/audit.type';
import { connectionOf } from '../relay/connection';
import { Node } from '../relay/node';
import { TransitionType } from '../relay/transition.type';
import { CalendarDateScalar, InstantScalar } from '../scalars/scalars';
import { CriterionType } from '../templates/criterion.type';
import { EvidenceKindType } from '../templates/scale.type';
import { EvidenceAnswerType } from './evidence-answer.type';
import { EvidenceVerdictType } from './evidence-verdict.type';
import { EVIDENCE_FORM, EVIDENCE_STATE } from './evidence-words';
import { EvidenceScanType } from './evidence-scan.type';
import { HistoryField } from '../trail/history-field';
import { EvidenceFileType } from './evidence-file.type';
import { UploadType } from './upload.type';

/** A file, link or note that shows something. */
@ObjectType('Evidence', {
  implements: Node,
  description: 'Preuve donnée par le service. A file, link or note that shows something.',
  simpleResolvers: true,
})
export class EvidenceType extends Node {
  @Field(() => AuditType, { nullable: true })
  audit!: object | null;

  @Field(() => AuditedServiceType, { nullable: true })
  auditedService!: object | null;

  @Field(() => EVIDENCE_FORM)
  kind!: EvidenceForm;

  @Field(() => EvidenceKindType, { nullable: true, description: 'Genre de preuve du catalogue.' })
  evidenceKind!: object | null;

  @Field(() => EVIDENCE_STATE)
  state!: EvidenceState;

  @Field(() => String)
  title!: string;

  @Field(() => String, { nullable: true, description: 'Adresse https.' })
  url!: string | null;

  @Field(() => String, { nullable: true })
  note!: string | null;

  @Field(() => EvidenceFileType, { nullable: true, description: 'Fichier, pour la forme FILE.' })
  file!: object | null;

  @Field(() => UploadType, { nullable: true, description: 'Envoi du fichier, pour le service.' })
  upload!: object | null;

  @Field(() => EvidenceScanType, {
    nullable: true,
    description: 'Ce que le contrôle du fichier a trouvé, pour le service.',
  })
  scan!: object | null;

  @Field(() => [TransitionType], { description: 'Ce que vous pouvez faire maintenant, ou pourquoi non.' })
  availableTransitions!: TransitionType[];

  @Field(() => CalendarDateScalar, { nullable: true, description: 'Premier jour couvert.' })
  periodFrom!: string | null;

  @Field(() => CalendarDateScalar, { nullable: true, description: 'Dernier jour couvert.' })
  periodTo!: string | null;

  @Field(() => CalendarDateScalar, {
    nullable: true,
    description: 'Dernier jour de validité ; null : sans terme.',
  })
  expiresOn!: string | null;

  @Field(() => Boolean, { description: 'Ce jour est passé : la preuve ne couvre plus rien.' })
  isExpired!: boolean;

  @Field(() => [CriterionType], { description: 'Critères que la preuve sert, dans leur ordre.' })
  criteria!: object[];

  @Field(() => EvidenceVerdictType, {
    nullable: true,
    description: 'Ce que l’équipe dit de la preuve telle qu’elle est ; null tant qu’elle n’a rien dit.',
  })
  verdict!: object | null;

  @Field(() => [EvidenceAnswerType], { description: 'Réponses à des demandes qui donnent cette preuve.' })
  answers!: object[];

  @Field(() => EvidenceType, {
    nullable: true,
    description: 'Preuve d’un autre audit du service, reprise ici.',
  })
  takenOverFrom!: object | null;

  @HistoryField()
  history!: object;

  @Field(() => Int)
  version!: number;

  @Field(() => InstantScalar)
  createdAt!: string;

  @Field(() => InstantScalar)
  updatedAt!: string;
}

export const EvidenceConnection = connectionOf('Evidence', () => EvidenceType);
