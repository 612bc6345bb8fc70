import { ArrayMaxSize, MaxLength, MinLength } from 'class-validator';
import { ArgsType, Field, ID, InputType } from 'type-graphql';
import type { CorrectiveActionState, EffectVerdict } from '../../server/corrective-actions';
import { PageArgs } from '../relay/connection';
import { enumeration } from '../relay/enumeration';
import { CreatingWrite, VersionedWrite, type KindOfWrite } from '../relay/write';
import { CalendarDateScalar } from '../scalars/scalars';
import { CORRECTIVE_ACTION_STATE } from './corrective-action-words';
import { EFFECT_VERDICT } from './effectiveness-check.type';

const SORT = enumeration(['DUE_ON', 'CREATED_AT'], 'CorrectiveActionSort', 'Tri des actions correctives.');
const REPORTED = enumeration(
  ['PROGRESS', 'PROOF'],
  'CorrectiveActionReportKind',
  'Ce que le service rapporte.',
  { PROGRESS: 'Avancement.', PROOF: 'Preuve.' },
);

@InputType('CorrectiveActionFilter')
export class CorrectiveActionFilter {
  @Field(() => [CORRECTIVE_ACTION_STATE], { nullable: true, description: 'Seulement ces états.' })
  states?: CorrectiveActionState[] | null;

  @Field(() => Boolean, { nullable: true, description: 'Seulement celles en retard (ou non), à ce jour.' })
  overdue?: boolean | null;

  @Field(() => [ID], { nullable: true, description: 'Seulement ces campagnes.' })
  @ArrayMaxSize(100)
  campaignIds?: string[] | null;
}

@ArgsType()
export class CorrectiveActionsArgs extends PageArgs {
  @Field(() => SORT, { nullable: true })
  sort?: keyof typeof SORT | null;

  @Field(() => CorrectiveActionFilter, { nullable: true })
  filter?: CorrectiveActionFilter | null;
}

/** What a service says of an action, when it proposes it and whenever it changes it. */
function actionSaid<W extends KindOfWrite>(write: W) {
  @InputType()
  abstract class Said extends write {
    @Field(() => String, { description: 'Ce qui sera fait.' })
    @MinLength(3)
    @MaxLength(500)
    title!: string;

    @Field(() => String, { nullable: true, description: 'Cause retenue.' })
    @MaxLength(5000)
    cause?: string | null;

    @Field(() => String, { nullable: true, description: 'Mesure immédiate.' })
    @MaxLength(5000)
    containment?: string | null;

    @Field(() => String, { description: 'Pilote de l’action.' })
    @MinLength(2)
    @MaxLength(200)
    ownerName!: string;

    @Field(() => ID, {
      nullable: true,
      description: 'Compte du pilote, s’il en a un dans ce service : il ne vérifiera jamais l’action.',
    })
    ownerAccountId?: string | null;

    @Field(() => CalendarDateScalar, {
      description: 'Échéance, dans le délai de la campagne pour la gravité du constat.',
    })
    dueOn!: string;
  }
  return Said;
}

@InputType('CorrectiveActionProposeInput')
export class CorrectiveActionProposeInput extends actionSaid(CreatingWrite) {
  @Field(() => ID, { description: 'Non-conformité ou recommandation du rapport émis.' })
  findingId!: string;
}

@InputType('CorrectiveActionMoveInput')
export class CorrectiveActionMoveInput extends VersionedWrite {
  @Field(() => ID)
  correctiveActionId!: string;
}

@InputType('CorrectiveActionUpdateInput', {
  description: 'L’action en entier : ce qui n’est pas donné est effacé.',
})
export class CorrectiveActionUpdateInput extends actionSaid(CorrectiveActionMoveInput) {}

@InputType('CorrectiveActionNoteInput')
export class CorrectiveActionNoteInput extends CorrectiveActionMoveInput {
  @Field(() => REPORTED)
  kind!: 'PROGRESS' | 'PROOF';

  @Field(() => String)
  @MinLength(3)
  @MaxLength(5000)
  text!: string;

  @Field(() => ID, { nullable: true, description: 'Preuve déposée sur le même audit.' })
  evidenceId?: string | null;
}

@InputType('CorrectiveActionVerifyInput')
export class CorrectiveActionVerifyInput extends CorrectiveActionMoveInput {
  @Field(() => String, { nullable: true, description: 'Ce qui a été vérifié.' })
  @MaxLength(5000)
  comment?: string | null;
}

@InputType('CorrectiveActionReasonInput')
export class CorrectiveActionReasonInput extends CorrectiveActionMoveInput {
  @Field(() => String)
  @MinLength(3)
  @MaxLength(2000)
  reason!: string;
}

@InputType('CorrectiveActionRequestWaiverInput')
export class CorrectiveActionRequestWaiverInput extends CorrectiveActionReasonInput {
  @Field(() => CalendarDateScalar, { description: 'Dernier jour de la dérogation demandée.' })
  expiresOn!: string;
}

@InputType('CorrectiveActionJudgeEffectInput')
export class CorrectiveActionJudgeEffectInput extends CorrectiveActionMoveInput {
  @Field(() => EFFECT_VERDICT, { description: 'Si l’action a eu son effet.' })
  verdict!: EffectVerdict;

  @Field(() => String, {
    nullable: true,
    description: 'Ce qui le montre ; obligatoire si l’action n’a pas eu d’effet.',
  })
  @MaxLength(5000)
  reason?: string | null;

  @Field(() => ID, { nullable: true, description: 'Preuve déposée sur le même audit.' })
  evidenceId?: string | null;
}

@InputType('CorrectiveActionDependencyInput')
export class CorrectiveActionDependencyInput extends CorrectiveActionMoveInput {
  @Field(() => ID, { description: 'Action du même audit, à faire d’abord.' })
  waitsForId!: string;
}
