import { ArrayMaxSize, MaxLength, MinLength } from 'class-validator';
import { ArgsType, Field, ID, InputType } from 'type-graphql';
import type { CampaignState } from '../../server/campaigns';
import { PageArgs } from '../relay/connection';
import { enumeration } from '../relay/enumeration';
import { CreatingWrite, VersionedWrite } from '../relay/write';
import { CalendarDateScalar } from '../scalars/scalars';
import { CAMPAIGN_STATE } from './campaign.type';

const SORT = enumeration(['CREATED_AT', 'CODE'], 'CampaignSort', 'Tri des campagnes.');

@InputType('CampaignFilter')
export class CampaignFilter {
  @Field(() => [CAMPAIGN_STATE], { nullable: true, description: 'Seulement ces états.' })
  states?: CampaignState[] | null;
}

@ArgsType()
export class CampaignsArgs extends PageArgs {
  @Field(() => SORT, { nullable: true })
  sort?: keyof typeof SORT | null;

  @Field(() => CampaignFilter, { nullable: true })
  filter?: CampaignFilter | null;
}

@InputType('CampaignCreateInput')
export class CampaignCreateInput extends CreatingWrite {
  @Field(() => String, { description: 'Référence lisible et unique, par exemple 2027-CT.' })
  @MinLength(2)
  @MaxLength(40)
  code!: string;

  @Field(() => String)
  @MinLength(2)
  @MaxLength(200)
  title!: string;

  @Field(() => String, { nullable: true })
  @MaxLength(5000)
  description?: string | null;

  @Field(() => ID, { description: 'Version publiée de la grille d’audit.' })
  templateVersionId!: string;

  @Field(() => CalendarDateScalar, { nullable: true, description: 'Dernier jour de l’appel.' })
  callClosesOn?: string | null;

  @Field(() => CalendarDateScalar)
  visitsFrom!: string;

  @Field(() => CalendarDateScalar)
  visitsTo!: string;

  @Field(() => [String], {
    nullable: true,
    description:
      'Codes des règles de conflit (C01…) de cette campagne ; à défaut, celles qui le sont d’office.',
  })
  @ArrayMaxSize(100)
  @MaxLength(20, { each: true })
  conflictRuleCodes?: string[] | null;
}

@InputType('CampaignMoveInput')
export class CampaignMoveInput extends VersionedWrite {
  @Field(() => ID)
  campaignId!: string;
}

@InputType('CampaignUpdateInput')
export class CampaignUpdateInput extends CampaignMoveInput {
  @Field(() => String, { nullable: true })
  @MinLength(2)
  @MaxLength(200)
  title?: string | null;

  @Field(() => String, { nullable: true, description: 'null pour la vider.' })
  @MaxLength(5000)
  description?: string | null;

  @Field(() => CalendarDateScalar, {
    nullable: true,
    description: 'Dernier jour de l’appel ; null pour le vider.',
  })
  callClosesOn?: string | null;

  @Field(() => CalendarDateScalar, { nullable: true })
  visitsFrom?: string | null;

  @Field(() => CalendarDateScalar, { nullable: true })
  visitsTo?: string | null;

  @Field(() => [String], {
    nullable: true,
    description: 'Codes des règles de conflit (C01…) de cette campagne ; à défaut, elles restent.',
  })
  @ArrayMaxSize(100)
  @MaxLength(20, { each: true })
  conflictRuleCodes?: string[] | null;
}

@InputType('CampaignCancelInput')
export class CampaignCancelInput extends CampaignMoveInput {
  @Field(() => String)
  @MinLength(3)
  @MaxLength(2000)
  reason!: string;
}
