import { ArrayMaxSize, MaxLength, MinLength, ValidateNested } from 'class-validator';
import { Field, ID, InputType } from 'type-graphql';
import type { InterestKind } from '../../server/auditors';
import { CreatingWrite, VersionedWrite } from '../relay/write';
import { CalendarDateScalar } from '../scalars/scalars';
import { INTEREST_KIND } from './declaration.type';

const MOST_INTERESTS = 100;

@InputType('InterestInput')
export class InterestInput {
  @Field(() => INTEREST_KIND)
  kind!: InterestKind;

  @Field(() => ID, {
    nullable: true,
    description: 'Organisation ; elle ou le service est obligatoire pour un exercice.',
  })
  organisationId?: string | null;

  @Field(() => ID, { nullable: true })
  auditedServiceId?: string | null;

  @Field(() => String)
  @MinLength(1)
  @MaxLength(2000)
  description!: string;

  @Field(() => CalendarDateScalar, { nullable: true, description: 'Premier jour ; sans lui : inconnu.' })
  fromDate?: string | null;

  @Field(() => CalendarDateScalar, { nullable: true, description: 'Dernier jour ; sans lui : en cours.' })
  toDate?: string | null;
}

@InputType('DeclarationCreateInput')
export class DeclarationCreateInput extends CreatingWrite {
  @Field(() => [InterestInput], { description: 'Tous vos intérêts (100 au plus) ; vide : rien à déclarer.' })
  @ArrayMaxSize(MOST_INTERESTS)
  @ValidateNested()
  interests!: InterestInput[];
}

@InputType('DeclarationUpdateInput')
export class DeclarationUpdateInput extends VersionedWrite {
  @Field(() => ID)
  declarationId!: string;

  @Field(() => [InterestInput], { description: 'Tous vos intérêts : ils remplacent les précédents.' })
  @ArrayMaxSize(MOST_INTERESTS)
  @ValidateNested()
  interests!: InterestInput[];
}

@InputType('DeclarationSignInput')
export class DeclarationSignInput extends VersionedWrite {
  @Field(() => ID)
  declarationId!: string;
}
