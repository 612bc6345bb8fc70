import { ArrayMaxSize } from 'class-validator';
import { ArgsType, Field, ID, InputType } from 'type-graphql';
import type { EvidenceForm, EvidenceState } from '../../server/evidence';
import { PageArgs } from '../relay/connection';
import { CalendarDateScalar } from '../scalars/scalars';
import { EVIDENCE_FORM, EVIDENCE_STATE } from './evidence-words';

@InputType('EvidenceFilter')
export class EvidenceFilter {
  @Field(() => [EVIDENCE_FORM], { nullable: true })
  kinds?: EvidenceForm[] | null;

  @Field(() => [EVIDENCE_STATE], { nullable: true })
  states?: EvidenceState[] | null;

  @Field(() => [ID], { nullable: true, description: 'Seulement les preuves de ces critères.' })
  @ArrayMaxSize(200)
  criterionIds?: string[] | null;

  @Field(() => CalendarDateScalar, {
    nullable: true,
    description: 'Seulement celles dont le dernier jour de validité tombe avant ce jour.',
  })
  expiresBefore?: string | null;

  @Field(() => CalendarDateScalar, {
    nullable: true,
    description: 'Seulement celles dont le dernier jour de validité n’est pas avant ce jour.',
  })
  expiresFrom?: string | null;
}

/** The arguments of a list of evidence. */
@ArgsType()
export class EvidenceArgs extends PageArgs {
  @Field(() => EvidenceFilter, { nullable: true })
  filter?: EvidenceFilter | null;
}
