import { MaxLength, MinLength } from 'class-validator';
import { ArgsType, Field, ID, InputType } from 'type-graphql';
import type { RecusalState } from '../../server/audits';
import { PageArgs } from '../relay/connection';
import { CreatingWrite, VersionedWrite } from '../relay/write';
import { RECUSAL_STATE } from './recusal.type';

@InputType('RecusalFilter')
export class RecusalFilter {
  @Field(() => [RECUSAL_STATE], { nullable: true, description: 'Seulement ces états.' })
  states?: RecusalState[] | null;
}

@ArgsType()
export class RecusalsArgs extends PageArgs {
  @Field(() => RecusalFilter, { nullable: true })
  filter?: RecusalFilter | null;
}

@InputType('RecusalFileInput')
export class RecusalFileInput extends CreatingWrite {
  @Field(() => ID)
  assignmentId!: string;

  @Field(() => String, { description: 'Motif, écrit : lien d’intérêts ou compétence qui ne convient pas.' })
  @MinLength(10)
  @MaxLength(5000)
  reason!: string;

  @Field(() => Boolean, {
    nullable: true,
    description: 'La demande repose sur un fait qui n’était pas connu dans le délai.',
  })
  isNewFact?: boolean | null;
}

@InputType('RecusalMoveInput')
export class RecusalMoveInput extends VersionedWrite {
  @Field(() => ID)
  recusalId!: string;

  @Field(() => String, { description: 'Motif de la décision ou de l’appel.' })
  @MinLength(10)
  @MaxLength(5000)
  reason!: string;
}
