import { MaxLength, MinLength } from 'class-validator';
import { ArgsType, Field, ID, InputType } from 'type-graphql';
import type { DocumentaryFollowUpState, FollowUpOutcome } from '../../server/follow-up';
import { PageArgs } from '../relay/connection';
import { VersionedWrite } from '../relay/write';
import { DOCUMENTARY_FOLLOW_UP_STATE } from './documentary-follow-up.type';
import { FOLLOW_UP_OUTCOME } from './follow-up-item.type';

@InputType('DocumentaryFollowUpFilter')
export class DocumentaryFollowUpFilter {
  @Field(() => [DOCUMENTARY_FOLLOW_UP_STATE], { nullable: true, description: 'Seulement ces états.' })
  states?: DocumentaryFollowUpState[] | null;
}

@ArgsType()
export class DocumentaryFollowUpsArgs extends PageArgs {
  @Field(() => DocumentaryFollowUpFilter, { nullable: true })
  filter?: DocumentaryFollowUpFilter | null;
}

@InputType('DocumentaryFollowUpMoveInput')
export class DocumentaryFollowUpMoveInput extends VersionedWrite {
  @Field(() => ID)
  documentaryFollowUpId!: string;
}

@InputType('DocumentaryFollowUpNameReviewerInput')
export class DocumentaryFollowUpNameReviewerInput extends DocumentaryFollowUpMoveInput {
  @Field(() => ID, { description: 'Auditeur qualifié, sans lien avec le service.' })
  auditorId!: string;
}

@InputType('FollowUpItemStateInput')
export class FollowUpItemStateInput extends DocumentaryFollowUpMoveInput {
  @Field(() => ID)
  correctiveActionId!: string;

  @Field(() => FOLLOW_UP_OUTCOME, { description: 'Ce qu’est devenue l’action.' })
  outcome!: FollowUpOutcome;

  @Field(() => String, { description: 'Comment le service le montre.' })
  @MinLength(3)
  @MaxLength(5000)
  statement!: string;

  @Field(() => ID, { nullable: true, description: 'Preuve déposée sur le même audit.' })
  evidenceId?: string | null;
}

@InputType('FollowUpItemConcludeInput')
export class FollowUpItemConcludeInput extends DocumentaryFollowUpMoveInput {
  @Field(() => ID)
  followUpItemId!: string;

  @Field(() => FOLLOW_UP_OUTCOME, { description: 'Ce que le relecteur en retient.' })
  conclusion!: FollowUpOutcome;

  @Field(() => String)
  @MinLength(3)
  @MaxLength(5000)
  reason!: string;
}
