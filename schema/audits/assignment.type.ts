import { Field, Int, ObjectType } from 'type-graphql';
import { ASSIGNMENT_STATES, SEATS, type AssignmentState, type Seat } from '../../server/audits';
import { AuditedServiceType } from '../audited-services/audited-service.type';
import { AuditorType } from '../auditors/auditor.type';
import { CampaignType } from '../campaigns/campaign.type';
import { ConflictConnection } from '../matching/conflict.type';
import { connectionOf } from '../relay/connection';
import { EdgeField } from '../relay/edge-field';
import { enumeration } from '../relay/enumeration';
import { Node } from '../relay/node';
import { TransitionType } from '../relay/transition.type';
import { CalendarDateScalar, InstantScalar } from '../scalars/scalars';
import { AuditType } from './audit.type';
import { RecusalType } from './recusal.type';
import { HistoryField } from '../trail/history-field';

/** States of an assignment. */
export const ASSIGNMENT_STATE = enumeration(ASSIGNMENT_STATES, 'AssignmentState', 'État d’une affectation.', {
  PROPOSED: 'L’auditeur est sollicité.',
  ACCEPTED: 'Acceptée, absence de lien attestée.',
  DECLINED: 'Déclinée.',
  CONFLICT_DECLARED: 'L’auditeur a déclaré un lien d’intérêts.',
  CONFIRMED: 'Équipe confirmée.',
  COMPLETED: 'Audit clos.',
  RECUSED: 'Récusation admise.',
  REPLACED: 'Retirée par la coordination.',
});

/** Places in a team. */
export const SEAT = enumeration(SEATS, 'Seat', 'Siège dans une équipe d’audit.', {
  RADIOLOGIST: 'Radiologue.',
  RADIOGRAPHER: 'Manipulateur en électroradiologie médicale.',
  MEDICAL_PHYSICIST: 'Physicien médical.',
  OBSERVER: 'Observateur en formation : ne cote pas, ne signe pas.',
});

/** One auditor on one audit. */
@ObjectType('Assignment', {
  implements: Node,
  description: 'Affectation d’un auditeur à un audit. One auditor on one audit.',
  simpleResolvers: true,
})
export class AssignmentType extends Node {
  @Field(() => AuditType, {
    nullable: true,
    description: 'L’auditeur le voit une fois qu’il a accepté et attesté l’absence de lien.',
  })
  audit!: object | null;

  @Field(() => CampaignType, { nullable: true })
  campaign!: object | null;

  @Field(() => AuditedServiceType, {
    nullable: true,
    description: 'Le service audité : visible dès la proposition, pour pouvoir déclarer un lien.',
  })
  auditedService!: object | null;

  @Field(() => AuditorType, { nullable: true })
  auditor!: object | null;

  @Field(() => SEAT)
  seat!: Seat;

  @Field(() => Boolean, { description: 'Responsable d’audit.' })
  isLead!: boolean;

  @Field(() => ASSIGNMENT_STATE)
  state!: AssignmentState;

  @Field(() => String, {
    nullable: true,
    description: 'Raison d’un départ ; pour l’auditeur et la coordination seuls.',
  })
  reason!: string | null;

  @Field(() => CalendarDateScalar, { nullable: true, description: 'Dernier jour pour répondre.' })
  respondBy!: string | null;

  @Field(() => InstantScalar, { nullable: true, description: 'Attestation d’absence de lien.' })
  attestedAt!: string | null;

  @Field(() => InstantScalar, { nullable: true, description: 'Réponse de l’auditeur.' })
  respondedAt!: string | null;

  @Field(() => InstantScalar, { nullable: true, description: 'Signature du projet de rapport.' })
  draftSignedAt!: string | null;

  @Field(() => InstantScalar, { nullable: true, description: 'Signature du rapport.' })
  reportSignedAt!: string | null;

  @Field(() => RecusalType, { nullable: true, description: 'Récusation demandée par le service.' })
  recusal!: object | null;

  @EdgeField(() => ConflictConnection, {
    description: 'Liens d’intérêts relevés à la proposition. (COORDINATOR, STEERING_MEMBER)',
  })
  conflicts!: object;

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

export const AssignmentConnection = connectionOf('Assignment', () => AssignmentType);
