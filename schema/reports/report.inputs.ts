import { ArrayMaxSize, MaxLength, MinLength, ValidateNested } from 'class-validator';
import { Field, ID, InputType } from 'type-graphql';
import { AuditReasonInput } from '../audits/audit.inputs';

@InputType('AmendedFindingInput')
export class AmendedFindingInput {
  @Field(() => ID)
  findingId!: string;

  @Field(() => String, { description: 'Le constat, tel qu’il se lira désormais.' })
  @MinLength(3)
  @MaxLength(5000)
  statement!: string;
}

@InputType('ReportAmendInput')
export class ReportAmendInput extends AuditReasonInput {
  @Field(() => [AmendedFindingInput], { nullable: true, description: 'Constats qui se lisent autrement.' })
  @ArrayMaxSize(200)
  @ValidateNested({ each: true })
  findings?: AmendedFindingInput[] | null;
}
