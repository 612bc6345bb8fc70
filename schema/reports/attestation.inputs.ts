import { Field, ID, InputType } from 'type-graphql';
import { CreatingWrite } from '../relay/write';

@InputType('AttestationIssueInput')
export class AttestationIssueInput extends CreatingWrite {
  @Field(() => ID, { description: 'L’audit dont le rapport est émis.' })
  auditId!: string;
}
