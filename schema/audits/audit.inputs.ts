import { ArrayMaxSize, MaxLength, MinLength } from 'class-validator';
import { ArgsType, Field, ID, InputType } from 'type-graphql';
import type { AuditState } from '../../server/audits';
import { PageArgs } from '../relay/connection';
import { enumeration } from '../relay/enumeration';
import { CreatingWrite, VersionedWrite } from '../relay/write';
import { CalendarDateScalar } from '../scalars/scalars';
import { AUDIT_STATE } from './audit.type';

const SORT = enumeration(['REFERENCE', 'CREATED_AT'], 'AuditSort', 'Tri des audits.');

@InputType('AuditFilter')
export class AuditFilter {
  @Field(() => [AUDIT_STATE], { nullable: true, description: 'Seulement ces états.' })
  states?: AuditState[] | null;

  @Field(() => [ID], { nullable: true, description: 'Seulement ces campagnes.' })
  @ArrayMaxSize(100)
  campaignIds?: string[] | null;
}

@ArgsType()
export class AuditsArgs extends PageArgs {
  @Field(() => SORT, { nullable: true })
  sort?: keyof typeof SORT | null;

  @Field(() => AuditFilter, { nullable: true })
  filter?: AuditFilter | null;
}

@InputType('AuditPlanInput')
export class AuditPlanInput extends CreatingWrite {
  @Field(() => ID, { description: 'Candidature confirmée du service.' })
  applicationId!: string;
}

@InputType('AuditMoveInput')
export class AuditMoveInput extends VersionedWrite {
  @Field(() => ID)
  auditId!: string;
}

@InputType('AuditPlanVisitInput')
export class AuditPlanVisitInput extends AuditMoveInput {
  @Field(() => CalendarDateScalar)
  visitOn!: string;
}

@InputType('AuditReasonInput')
export class AuditReasonInput extends AuditMoveInput {
  @Field(() => String)
  @MinLength(3)
  @MaxLength(2000)
  reason!: string;
}

@InputType('AuditEscalateSafetyInput')
export class AuditEscalateSafetyInput extends AuditMoveInput {
  @Field(() => String, {
    description: 'Ce qui met des personnes en danger, et ce qui a été dit à qui ; aucune donnée de patient.',
  })
  @MinLength(10)
  @MaxLength(5000)
  note!: string;
}
