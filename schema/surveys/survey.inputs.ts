import { ArrayMaxSize, ArrayMinSize, Max, MaxLength, Min, MinLength, ValidateNested } from 'class-validator';
import { Field, ID, InputType, Int } from 'type-graphql';
import { CreatingWrite, VersionedWrite, Write } from '../relay/write';

@InputType('SurveyOpenInput')
export class SurveyOpenInput extends CreatingWrite {
  @Field(() => ID)
  campaignId!: string;
}

@InputType('SurveyCloseInput')
export class SurveyCloseInput extends VersionedWrite {
  @Field(() => ID)
  surveyId!: string;
}

@InputType('SurveyRatingInput', { description: 'Réponse à une question.' })
export class SurveyRatingInput {
  @Field(() => String, { description: 'Code de la question.' })
  @MaxLength(40)
  questionCode!: string;

  @Field(() => Int, { description: 'De 1 à 5.' })
  @Min(1)
  @Max(5)
  value!: number;
}

@InputType('SurveyAnswerInput', {
  description:
    'Un avis, gardé sans compte, sans audit et sans date : seul le fait d’avoir répondu est gardé avec eux.',
})
export class SurveyAnswerInput extends Write {
  @Field(() => ID)
  surveyId!: string;

  @Field(() => ID, { description: 'Audit dont le rapport est émis.' })
  auditId!: string;

  @Field(() => [SurveyRatingInput], { description: 'Une réponse à chaque question de votre côté.' })
  @ArrayMinSize(1)
  @ArrayMaxSize(12)
  @ValidateNested({ each: true })
  ratings!: SurveyRatingInput[];

  @Field(() => String, { nullable: true, description: 'Sans nom de patient, de personne ni de service.' })
  @MinLength(3)
  @MaxLength(2000)
  remark?: string | null;
}
