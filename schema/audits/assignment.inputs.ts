import { MaxLength, MinLength } from 'class-validator';
import { ArgsType, Field, ID, InputType } from 'type-graphql';
import type { AssignmentState, Seat } from '../../server/audits';
import { PageArgs } from '../relay/connection';
import { CreatingWrite, VersionedWrite } from '../relay/write';
import { ASSIGNMENT_STATE, SEAT } from './assignment.type';

@InputType('AssignmentFilter')
export class AssignmentFilter {
  @Field(() => [ASSIGNMENT_STATE], { nullable: true, description: 'Seulement ces états.' })
  states?: AssignmentState[] | null;

  @Field(() => [SEAT], { nullable: true, description: 'Seulement ces sièges.' })
  seats?: Seat[] | null;
}

@ArgsType()
export class AssignmentsArgs extends PageArgs {
  @Field(() => AssignmentFilter, { nullable: true })
  filter?: AssignmentFilter | null;
}

@InputType('AssignmentProposeInput')
export class AssignmentProposeInput extends CreatingWrite {
  @Field(() => ID)
  auditId!: string;

  @Field(() => ID)
  auditorId!: string;

  @Field(() => SEAT)
  seat!: Seat;

  @Field(() => Boolean, { nullable: true, description: 'Responsable d’audit.' })
  isLead?: boolean | null;

  @Field(() => String, {
    nullable: true,
    description:
      'Raison de passer outre un lien à examiner (REVIEW) ; elle est gardée avec votre nom. Un lien bloquant ne se lève pas.',
  })
  @MinLength(10)
  @MaxLength(2000)
  overrideReason?: string | null;
}

@InputType('AssignmentAcceptInput')
export class AssignmentAcceptInput extends VersionedWrite {
  @Field(() => ID)
  assignmentId!: string;

  @Field(() => Boolean, { description: 'J’atteste n’avoir aucun lien d’intérêts avec ce service.' })
  attestsNoConflict!: boolean;
}

@InputType('AssignmentLeaveInput')
export class AssignmentLeaveInput extends VersionedWrite {
  @Field(() => ID)
  assignmentId!: string;

  @Field(() => String, { description: 'Jamais montrée au service.' })
  @MinLength(3)
  @MaxLength(2000)
  reason!: string;
}
