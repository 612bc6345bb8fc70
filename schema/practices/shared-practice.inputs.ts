import { ArrayMaxSize, MaxLength, MinLength } from 'class-validator';
import { ArgsType, Field, ID, InputType } from 'type-graphql';
import { PageArgs } from '../relay/connection';
import { VersionedWrite, Write } from '../relay/write';

@InputType('SharedPracticeFilter')
export class SharedPracticeFilter {
  @Field(() => [ID], { nullable: true, description: 'Seulement celles de ces critères.' })
  @ArrayMaxSize(200)
  criterionIds?: string[] | null;
}

@ArgsType()
export class SharedPracticesArgs extends PageArgs {
  @Field(() => SharedPracticeFilter, { nullable: true })
  filter?: SharedPracticeFilter | null;
}

@InputType('PracticeShareInput')
export class PracticeShareInput extends Write {
  @Field(() => ID, { description: 'Pratique remarquable d’un rapport émis.' })
  findingId!: string;

  @Field(() => String, {
    description: 'Pour tous, dans les mots du service ; sans nom ni date s’il ne veut pas être nommé.',
  })
  @MinLength(10)
  @MaxLength(3000)
  text!: string;

  @Field(() => Boolean, { description: 'Le service veut être nommé.' })
  isNamed!: boolean;
}

@InputType('PracticeUnshareInput')
export class PracticeUnshareInput extends VersionedWrite {
  @Field(() => ID)
  sharedPracticeId!: string;
}
