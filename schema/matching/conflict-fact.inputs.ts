import { MaxLength, MinLength } from 'class-validator';
import { ArgsType, Field, ID, InputType } from 'type-graphql';
import type { ConflictFactKind } from '../../server/matching';
import { PageArgs } from '../relay/connection';
import { CreatingWrite, Write } from '../relay/write';
import { CalendarDateScalar } from '../scalars/scalars';
import { CONFLICT_FACT_KIND } from './conflict-fact.type';

@InputType('ConflictFactFilter')
export class ConflictFactFilter {
  @Field(() => [CONFLICT_FACT_KIND], { nullable: true, description: 'Seulement ces natures.' })
  kinds?: ConflictFactKind[] | null;
}

@ArgsType()
export class ConflictFactsArgs extends PageArgs {
  @Field(() => ConflictFactFilter, { nullable: true })
  filter?: ConflictFactFilter | null;
}

@InputType('ConflictFactDeclareInput')
export class ConflictFactDeclareInput extends CreatingWrite {
  @Field(() => CONFLICT_FACT_KIND)
  kind!: ConflictFactKind;

  @Field(() => ID, {
    nullable: true,
    description: 'Premier côté ; sans lui, vous-même si la nature du fait est celle d’une personne.',
  })
  personId?: string | null;

  @Field(() => ID, { nullable: true, description: 'Premier côté : une organisation.' })
  organisationId?: string | null;

  @Field(() => ID, { nullable: true, description: 'Premier côté : un service.' })
  auditedServiceId?: string | null;

  @Field(() => ID, { nullable: true, description: 'Autre côté : une personne.' })
  otherPersonId?: string | null;

  @Field(() => ID, { nullable: true, description: 'Autre côté : une organisation.' })
  otherOrganisationId?: string | null;

  @Field(() => ID, { nullable: true, description: 'Autre côté : un service.' })
  otherAuditedServiceId?: string | null;

  @Field(() => String, { nullable: true, description: 'Autre côté : un industriel, par son nom.' })
  @MinLength(2)
  @MaxLength(200)
  otherParty?: string | null;

  @Field(() => String, { description: 'De quoi il s’agit, en quelques mots.' })
  @MinLength(3)
  @MaxLength(500)
  description!: string;

  @Field(() => CalendarDateScalar, { description: 'Premier jour.' })
  fromDate!: string;

  @Field(() => CalendarDateScalar, { nullable: true, description: 'Dernier jour ; sans lui : en cours.' })
  toDate?: string | null;
}

@InputType('ConflictFactEndInput')
export class ConflictFactEndInput extends Write {
  @Field(() => ID)
  conflictFactId!: string;

  @Field(() => CalendarDateScalar, { description: 'Dernier jour.' })
  toDate!: string;
}
