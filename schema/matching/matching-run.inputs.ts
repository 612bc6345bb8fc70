import { Max, MaxLength, Min, MinLength } from 'class-validator';
import { Field, ID, InputType, Int } from 'type-graphql';
import { CreatingWrite, VersionedWrite } from '../relay/write';

@InputType('MatchingRunStartInput')
export class MatchingRunStartInput extends CreatingWrite {
  @Field(() => ID)
  campaignId!: string;

  @Field(() => Int, {
    nullable: true,
    description: 'Graine, 1 à défaut : les mêmes données et réglages donnent les mêmes équipes.',
  })
  @Min(0)
  @Max(2_147_483_647)
  seed?: number | null;

  @Field(() => Int, { nullable: true, description: 'Secondes de calcul au plus (60 à défaut).' })
  @Min(1)
  @Max(1800)
  seconds?: number | null;

  @Field(() => Boolean, { nullable: true, description: 'À blanc : pour comparer, jamais publiée.' })
  isDryRun?: boolean | null;

  @Field(() => ID, {
    nullable: true,
    description:
      'Composition dont il faut changer le moins possible ; à défaut, les sollicitations en cours.',
  })
  baseRunId?: string | null;
}

@InputType('MatchingRunMoveInput')
export class MatchingRunMoveInput extends VersionedWrite {
  @Field(() => ID)
  matchingRunId!: string;
}

@InputType('MatchingRunPublishInput')
export class MatchingRunPublishInput extends MatchingRunMoveInput {
  @Field(() => String, {
    nullable: true,
    description:
      'Raison de passer outre les liens à examiner (REVIEW) que rien d’autre ne justifie ; gardée avec votre nom.',
  })
  @MinLength(10)
  @MaxLength(2000)
  overrideReason?: string | null;
}

@InputType('MatchingDecideInput')
export class MatchingDecideInput extends CreatingWrite {
  @Field(() => ID)
  auditId!: string;

  @Field(() => ID)
  auditorId!: string;

  @Field(() => String, {
    description: 'Gardée avec votre nom ; pour un lien à examiner, elle vaut raison de passer outre.',
  })
  @MinLength(10)
  @MaxLength(2000)
  reason!: string;
}

@InputType('MatchingDecisionEndInput')
export class MatchingDecisionEndInput extends VersionedWrite {
  @Field(() => ID)
  matchingDecisionId!: string;
}
