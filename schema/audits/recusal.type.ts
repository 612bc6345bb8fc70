import { Field, Int, ObjectType } from 'type-graphql';
import { RECUSAL_STATES, type RecusalState } from '../../server/audits';
import { AuditorType } from '../auditors/auditor.type';
import { connectionOf } from '../relay/connection';
import { enumeration } from '../relay/enumeration';
import { Node } from '../relay/node';
import { TransitionType } from '../relay/transition.type';
import { CalendarDateScalar, InstantScalar } from '../scalars/scalars';
import { AssignmentType } from './assignment.type';
import { AuditType } from './audit.type';
import { HistoryField } from '../trail/history-field';

/** States of a recusal. */
export const RECUSAL_STATE = enumeration(RECUSAL_STATES, 'RecusalState', 'État d’une récusation.', {
  FILED: 'Demandée par le service.',
  GRANTED: 'Admise : l’auditeur quitte l’équipe.',
  REFUSED: 'Refusée ; le service peut faire appel.',
  APPEALED: 'En appel.',
  APPEAL_GRANTED: 'Admise en appel.',
  APPEAL_REFUSED: 'Refusée en appel.',
});

/** The service objects to an auditor. */
@ObjectType('Recusal', {
  implements: Node,
  description: 'Récusation d’un auditeur par le service. The service objects to an auditor.',
  simpleResolvers: true,
})
export class RecusalType extends Node {
  @Field(() => AuditType, { nullable: true })
  audit!: object | null;

  @Field(() => AssignmentType, {
    nullable: true,
    description: 'Null pour le service une fois que l’auditeur a quitté l’équipe.',
  })
  assignment!: object | null;

  @Field(() => AuditorType, { nullable: true, description: 'L’auditeur récusé.' })
  auditor!: object | null;

  @Field(() => RECUSAL_STATE)
  state!: RecusalState;

  @Field(() => String, { description: 'Motif du service.' })
  reason!: string;

  @Field(() => Boolean, { description: 'Demandée après le délai, pour un fait qui n’était pas connu.' })
  isLate!: boolean;

  @Field(() => CalendarDateScalar, { description: 'Échéance de la décision, ou de celle de l’appel.' })
  decideBy!: string;

  @Field(() => String, { nullable: true })
  decisionReason!: string | null;

  @Field(() => InstantScalar, { nullable: true })
  decidedAt!: string | null;

  @Field(() => String, { nullable: true, description: 'Motif de l’appel.' })
  appealReason!: string | null;

  @Field(() => CalendarDateScalar, { nullable: true, description: 'Dernier jour pour faire appel.' })
  appealUntil!: string | null;

  @Field(() => String, { nullable: true })
  appealDecisionReason!: string | null;

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

export const RecusalConnection = connectionOf('Recusal', () => RecusalType);
