import { Field, Int, ObjectType } from 'type-graphql';
import type { EvidenceRequestState } from '../../server/evidence';
import { AuditedServiceType } from '../audited-services/audited-service.type';
import { AuditorType } from '../auditors/auditor.type';
import { AuditType } from '../audits/audit.type';
import { connectionOf } from '../relay/connection';
import { Node } from '../relay/node';
import { TransitionType } from '../relay/transition.type';
import { CalendarDateScalar, InstantScalar } from '../scalars/scalars';
import { CriterionType } from '../templates/criterion.type';
import { EvidenceKindType } from '../templates/scale.type';
import { HistoryField } from '../trail/history-field';
import { EvidenceAnswerType } from './evidence-answer.type';
import { EVIDENCE_REQUEST_STATE } from './evidence-words';

/** What the team asks the service to show. */
@ObjectType('EvidenceRequest', {
  implements: Node,
  description: 'Demande de preuve de l’équipe au service. What the team asks the service to show.',
  simpleResolvers: true,
})
export class EvidenceRequestType extends Node {
  @Field(() => AuditType, { nullable: true })
  audit!: object | null;

  @Field(() => AuditedServiceType, { nullable: true })
  auditedService!: object | null;

  @Field(() => EVIDENCE_REQUEST_STATE)
  state!: EvidenceRequestState;

  @Field(() => Boolean, {
    description: 'Rouverte : tout ce qui avait été donné a été refusé au contrôle, retiré ou pas retenu.',
  })
  isReopened!: boolean;

  @Field(() => String, { description: 'Ce qui est demandé, exactement.' })
  text!: string;

  @Field(() => EvidenceKindType, { nullable: true, description: 'Genre de preuve du catalogue.' })
  evidenceKind!: object | null;

  @Field(() => Boolean, { description: 'Faite d’office à partir de ce que la grille demande.' })
  isFromTemplate!: boolean;

  @Field(() => [CriterionType], { description: 'Critères pour lesquels elle est faite, dans leur ordre.' })
  criteria!: object[];

  @Field(() => CalendarDateScalar, { description: 'Dernier jour pour répondre.' })
  dueOn!: string;

  @Field(() => Boolean, { description: 'Le service doit encore répondre, et ce jour est passé.' })
  isOverdue!: boolean;

  @Field(() => [EvidenceAnswerType], { description: 'Réponses, de la première à la dernière.' })
  answers!: object[];

  @Field(() => String, { nullable: true, description: 'Pourquoi elle a été retirée.' })
  withdrawalReason!: string | null;

  @Field(() => AuditorType, { nullable: true, description: 'Qui demande (pour l’équipe).' })
  askedBy!: object | null;

  @Field(() => [TransitionType], { description: 'Ce que vous pouvez faire maintenant, ou pourquoi non.' })
  availableTransitions!: TransitionType[];

  @HistoryField()
  history!: object;

  @Field(() => Int)
  version!: number;

  @Field(() => InstantScalar)
  createdAt!: string;

  @Field(() => InstantScalar)
  updatedAt!: string;
}

export const EvidenceRequestConnection = connectionOf('EvidenceRequest', () => EvidenceRequestType);
