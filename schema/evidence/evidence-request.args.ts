import { ArrayMaxSize } from 'class-validator';
import { ArgsType, Field, ID, InputType } from 'type-graphql';
import type { EvidenceRequestState } from '../../server/evidence';
import { PageArgs } from '../relay/connection';
import { enumeration } from '../relay/enumeration';
import { CalendarDateScalar } from '../scalars/scalars';
import { EVIDENCE_REQUEST_STATE } from './evidence-words';

const SORT = enumeration(['CREATED_AT', 'DUE_ON'], 'EvidenceRequestSort', 'Tri des demandes de preuves.');

@InputType('EvidenceRequestFilter')
export class EvidenceRequestFilter {
  @Field(() => [EVIDENCE_REQUEST_STATE], { nullable: true })
  states?: EvidenceRequestState[] | null;

  @Field(() => CalendarDateScalar, { nullable: true, description: 'Échéance avant ce jour.' })
  dueBefore?: string | null;

  @Field(() => [ID], { nullable: true, description: 'Seulement les demandes pour ces critères.' })
  @ArrayMaxSize(200)
  criterionIds?: string[] | null;
}

/** The arguments of a list of requests. */
@ArgsType()
export class EvidenceRequestsArgs extends PageArgs {
  @Field(() => EvidenceRequestFilter, { nullable: true })
  filter?: EvidenceRequestFilter | null;

  @Field(() => SORT, { nullable: true, description: 'Par date de création, à défaut.' })
  sort?: keyof typeof SORT | null;
}
