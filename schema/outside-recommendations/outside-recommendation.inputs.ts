import { ArrayMaxSize, MaxLength, MinLength } from 'class-validator';
import { ArgsType, Field, ID, InputType } from 'type-graphql';
import type { OutsideBody, OutsideRecommendationState } from '../../server/outside-recommendations';
import { PageArgs } from '../relay/connection';
import { CreatingWrite, VersionedWrite, type KindOfWrite } from '../relay/write';
import { CalendarDateScalar } from '../scalars/scalars';
import { OUTSIDE_BODY, OUTSIDE_RECOMMENDATION_STATE } from './outside-recommendation.type';

@InputType('OutsideRecommendationFilter')
export class OutsideRecommendationFilter {
  @Field(() => [OUTSIDE_BODY], { nullable: true, description: 'Seulement ces organismes.' })
  bodies?: OutsideBody[] | null;

  @Field(() => [OUTSIDE_RECOMMENDATION_STATE], { nullable: true })
  states?: OutsideRecommendationState[] | null;

  @Field(() => [ID], { nullable: true, description: 'Seulement ces campagnes.' })
  @ArrayMaxSize(100)
  campaignIds?: string[] | null;
}

@ArgsType()
export class OutsideRecommendationsArgs extends PageArgs {
  @Field(() => OutsideRecommendationFilter, { nullable: true })
  filter?: OutsideRecommendationFilter | null;
}

/** What a draft recommends and to whom, when it is made and whenever it changes. */
function recommendationSaid<W extends KindOfWrite>(write: W) {
  @InputType()
  abstract class Said extends write {
    @Field(() => OUTSIDE_BODY)
    body!: OutsideBody;

    @Field(() => String, { nullable: true, description: 'Nom de l’organisme.' })
    @MinLength(2)
    @MaxLength(200)
    bodyName?: string | null;

    @Field(() => String, { description: 'En une ligne.' })
    @MinLength(5)
    @MaxLength(200)
    title!: string;

    @Field(() => String)
    @MinLength(10)
    @MaxLength(5000)
    text!: string;

    @Field(() => CalendarDateScalar, {
      nullable: true,
      description: 'Jour pour lequel une réponse est espérée.',
    })
    dueOn?: string | null;

    @Field(() => [ID], { nullable: true, description: 'Critères de grilles publiées (50 au plus).' })
    @ArrayMaxSize(50)
    criterionIds?: string[] | null;
  }
  return Said;
}

@InputType('OutsideRecommendationCreateInput')
export class OutsideRecommendationCreateInput extends recommendationSaid(CreatingWrite) {
  @Field(() => ID, { nullable: true, description: 'Campagne dont elle vient, s’il y en a une.' })
  campaignId?: string | null;
}

@InputType('OutsideRecommendationUpdateInput', { description: 'Le brouillon en entier.' })
export class OutsideRecommendationUpdateInput extends recommendationSaid(VersionedWrite) {
  @Field(() => ID)
  outsideRecommendationId!: string;
}

@InputType('OutsideRecommendationSendInput')
export class OutsideRecommendationSendInput extends VersionedWrite {
  @Field(() => ID)
  outsideRecommendationId!: string;
}

@InputType()
abstract class OutsideRecommendationReasonInput extends VersionedWrite {
  @Field(() => ID)
  outsideRecommendationId!: string;

  @Field(() => String)
  @MinLength(3)
  @MaxLength(2000)
  reason!: string;
}

@InputType('OutsideRecommendationAnswerInput')
export class OutsideRecommendationAnswerInput extends VersionedWrite {
  @Field(() => ID)
  outsideRecommendationId!: string;

  @Field(() => String, { description: 'Réponse de l’organisme.' })
  @MinLength(3)
  @MaxLength(5000)
  answer!: string;
}

@InputType('OutsideRecommendationNoteInput')
export class OutsideRecommendationNoteInput extends VersionedWrite {
  @Field(() => ID)
  outsideRecommendationId!: string;

  @Field(() => String)
  @MinLength(3)
  @MaxLength(2000)
  text!: string;
}

@InputType('OutsideRecommendationPublishInput')
export class OutsideRecommendationPublishInput extends VersionedWrite {
  @Field(() => ID)
  outsideRecommendationId!: string;

  @Field(() => Boolean, { description: 'Lisible par tous les comptes, ou de nouveau par le programme seul.' })
  isPublished!: boolean;
}

@InputType('OutsideRecommendationAdoptInput')
export class OutsideRecommendationAdoptInput extends OutsideRecommendationReasonInput {}

@InputType('OutsideRecommendationDeclineInput')
export class OutsideRecommendationDeclineInput extends OutsideRecommendationReasonInput {}

@InputType('OutsideRecommendationWithdrawInput')
export class OutsideRecommendationWithdrawInput extends OutsideRecommendationReasonInput {}
