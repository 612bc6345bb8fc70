import { Field, Int, ObjectType } from 'type-graphql';
import { DOCUMENTARY_FOLLOW_UP_STATES, type DocumentaryFollowUpState } from '../../server/follow-up';
import { AuditedServiceType } from '../audited-services/audited-service.type';
import { AuditorType } from '../auditors/auditor.type';
import { AuditType } from '../audits/audit.type';
import { connectionOf } from '../relay/connection';
import { enumeration } from '../relay/enumeration';
import { Node } from '../relay/node';
import { TransitionType } from '../relay/transition.type';
import { CalendarDateScalar, InstantScalar } from '../scalars/scalars';
import { FollowUpItemType } from './follow-up-item.type';

/** States of a documentary follow-up. */
export const DOCUMENTARY_FOLLOW_UP_STATE = enumeration(
  DOCUMENTARY_FOLLOW_UP_STATES,
  'DocumentaryFollowUpState',
  'État d’un suivi documentaire.',
  {
    SCHEDULED: 'Prévu.',
    OPEN: 'Ouvert : le service dit ce que sont devenues ses actions.',
    SUBMITTED: 'Remis par le service, en relecture.',
    REVIEWED: 'Relu.',
    CLOSED: 'Clos.',
  },
);

/** What became of the actions of an audit. */
@ObjectType('DocumentaryFollowUp', {
  implements: Node,
  description: 'Suivi documentaire à mi-cycle : ce que sont devenues les actions, sur pièces.',
  simpleResolvers: true,
})
export class DocumentaryFollowUpType extends Node {
  @Field(() => AuditType, { nullable: true, description: 'L’audit, pour ceux qui le voient.' })
  audit!: object | null;

  @Field(() => AuditedServiceType, { nullable: true })
  auditedService!: object | null;

  @Field(() => DOCUMENTARY_FOLLOW_UP_STATE)
  state!: DocumentaryFollowUpState;

  @Field(() => CalendarDateScalar, { description: 'Jour où il s’ouvre de lui-même.' })
  dueOn!: string;

  @Field(() => AuditorType, {
    nullable: true,
    description: 'Qui relit : le responsable de l’audit, ou l’auditeur désigné par la coordination.',
  })
  reviewer!: object | null;

  @Field(() => [FollowUpItemType], { description: 'Les actions dont le service a parlé, une par une.' })
  items!: object[];

  @Field(() => InstantScalar, { nullable: true, description: 'Remise par le service.' })
  submittedAt!: string | null;

  @Field(() => InstantScalar, { nullable: true, description: 'Fin de la relecture.' })
  reviewedAt!: string | null;

  @Field(() => InstantScalar, { nullable: true, description: 'Clôture.' })
  closedAt!: string | null;

  @Field(() => [TransitionType], { description: 'Ce que vous pouvez faire maintenant, ou pourquoi non.' })
  availableTransitions!: TransitionType[];

  @Field(() => Int)
  version!: number;

  @Field(() => InstantScalar)
  createdAt!: string;

  @Field(() => InstantScalar)
  updatedAt!: string;
}

export const DocumentaryFollowUpConnection = connectionOf(
  'DocumentaryFollowUp',
  () => DocumentaryFollowUpType,
);
