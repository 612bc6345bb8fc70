import { Field, Int, ObjectType } from 'type-graphql';
import { CORRECTIVE_ACTION_STATES, type CorrectiveActionState } from '../../server/corrective-actions';
import { AuditType } from '../audits/audit.type';
import { AuditedServiceType } from '../audited-services/audited-service.type';
import { FindingType } from '../findings/finding.type';
import { connectionOf } from '../relay/connection';
import { enumeration } from '../relay/enumeration';
import { Node } from '../relay/node';
import { TransitionType } from '../relay/transition.type';
import { CalendarDateScalar, InstantScalar } from '../scalars/scalars';
import { CorrectiveActionNoteType } from './corrective-action-note.type';
import { HistoryField } from '../trail/history-field';

/** States of a corrective action. */
export const CORRECTIVE_ACTION_STATE = enumeration(
  CORRECTIVE_ACTION_STATES,
  'CorrectiveActionState',
  'État d’une action corrective.',
  {
    PROPOSED: 'Proposée par le service.',
    AGREED: 'Acceptée avec le plan.',
    IN_PROGRESS: 'En cours.',
    DONE: 'Déclarée faite, à vérifier.',
    VERIFIED: 'Vérifiée.',
    REOPENED: 'Rouverte : à reprendre.',
    WAIVED: 'Levée par dérogation.',
  },
);

/** What will change, by whom and by when. */
@ObjectType('CorrectiveAction', {
  implements: Node,
  description: 'Action corrective : ce qui changera, par qui, pour quand.',
  simpleResolvers: true,
})
export class CorrectiveActionType extends Node {
  @Field(() => FindingType, { nullable: true })
  finding!: object | null;

  @Field(() => AuditType, { nullable: true })
  audit!: object | null;

  @Field(() => AuditedServiceType, { nullable: true })
  auditedService!: object | null;

  @Field(() => CORRECTIVE_ACTION_STATE)
  state!: CorrectiveActionState;

  @Field(() => String, { description: 'Ce qui sera fait.' })
  title!: string;

  @Field(() => String, { nullable: true, description: 'Cause retenue.' })
  cause!: string | null;

  @Field(() => String, { nullable: true, description: 'Mesure immédiate.' })
  containment!: string | null;

  @Field(() => String, { description: 'Pilote de l’action.' })
  ownerName!: string;

  @Field(() => CalendarDateScalar, { description: 'Échéance.' })
  dueOn!: string;

  @Field(() => CalendarDateScalar, { description: 'Jour où l’efficacité sera vérifiée.' })
  effectivenessDueOn!: string;

  @Field(() => Boolean, { description: 'Acceptée, pas encore faite, et son échéance est passée.' })
  isOverdue!: boolean;

  @Field(() => InstantScalar, { nullable: true })
  doneAt!: string | null;

  @Field(() => InstantScalar, { nullable: true })
  verifiedAt!: string | null;

  @Field(() => String, { nullable: true, description: 'Pourquoi elle a été rouverte la dernière fois.' })
  reopenReason!: string | null;

  @Field(() => String, { nullable: true, description: 'Raison de la dérogation demandée.' })
  waiverReason!: string | null;

  @Field(() => CalendarDateScalar, { nullable: true, description: 'Dernier jour de la dérogation.' })
  waiverExpiresOn!: string | null;

  @Field(() => [CorrectiveActionNoteType], { description: 'Suivi, du plus ancien au plus récent.' })
  notes!: object[];

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

export const CorrectiveActionConnection = connectionOf('CorrectiveAction', () => CorrectiveActionType);
