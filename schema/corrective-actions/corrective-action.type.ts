import { Field, Int, ObjectType } from 'type-graphql';
import type { CorrectiveActionState } from '../../server/corrective-actions';
import { AuditType } from '../audits/audit.type';
import { AuditedServiceType } from '../audited-services/audited-service.type';
import { FindingType } from '../findings/finding.type';
import { AccountType } from '../identity/account.type';
import { connectionOf } from '../relay/connection';
import { Node } from '../relay/node';
import { TransitionType } from '../relay/transition.type';
import { CalendarDateScalar, InstantScalar } from '../scalars/scalars';
import { CorrectiveActionNoteType } from './corrective-action-note.type';
import { CorrectiveActionRelapseType } from './corrective-action-relapse.type';
import { CORRECTIVE_ACTION_STATE } from './corrective-action-words';
import { EffectivenessCheckType } from './effectiveness-check.type';
import { WaiverExtensionType } from './waiver-extension.type';
import { HistoryField } from '../trail/history-field';

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

  @Field(() => AccountType, {
    nullable: true,
    description: 'Compte du pilote, pour ceux qui voient les comptes ; il ne vérifie jamais l’action.',
  })
  ownerAccount!: object | null;

  @Field(() => CalendarDateScalar, { description: 'Échéance.' })
  dueOn!: string;

  @Field(() => CalendarDateScalar, {
    description: 'Jour à partir duquel l’efficacité se juge, fixé avec l’action ; chaque reprise a le sien.',
  })
  effectivenessDueOn!: string;

  @Field(() => Boolean, {
    description: 'Acceptée, pas encore faite, et son échéance (ou le jour ouvré qui la suit) est passée.',
  })
  isOverdue!: boolean;

  @Field(() => Int, {
    description: 'Jours de retard, du dernier jour ouvré où elle était à l’heure ; 0 si elle l’est.',
  })
  daysLate!: number;

  @Field(() => Int, { description: 'Jours ouvrés de retard.' })
  workingDaysLate!: number;

  @Field(() => [EffectivenessCheckType], {
    description: 'Jugements de son efficacité, un par reprise ; le premier n’y est qu’une fois rendu.',
  })
  effectivenessChecks!: object[];

  @Field(() => [CorrectiveActionType], { description: 'Actions du même audit qu’elle attend.' })
  waitsFor!: object[];

  @Field(() => [CorrectiveActionRelapseType], {
    description: 'Constats d’audits suivants qui la défont. (service, coordination, équipe de ces audits)',
  })
  relapses!: object[];

  @Field(() => WaiverExtensionType, {
    nullable: true,
    description: 'Dérogation plus longue, demandée et pas encore accordée.',
  })
  waiverExtension!: object | null;

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
