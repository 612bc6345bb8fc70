import { MaxLength, MinLength } from 'class-validator';
import { Field, ID, InputType } from 'type-graphql';
import { CreatingWrite, VersionedWrite } from '../relay/write';

@InputType('ApplicationSubmitInput')
export class ApplicationSubmitInput extends CreatingWrite {
  @Field(() => ID)
  campaignId!: string;

  @Field(() => ID, { description: 'Votre service.' })
  auditedServiceId!: string;

  @Field(() => String, { nullable: true, description: 'Ce que le service attend de l’audit.' })
  @MaxLength(5000)
  motivation?: string | null;
}

@InputType('ApplicationMoveInput')
export class ApplicationMoveInput extends VersionedWrite {
  @Field(() => ID)
  applicationId!: string;
}

@InputType('ApplicationDecideInput')
export class ApplicationDecideInput extends ApplicationMoveInput {
  @Field(() => String, { nullable: true, description: 'Raison de la décision, lue par le service.' })
  @MinLength(3)
  @MaxLength(2000)
  decisionReason?: string | null;
}

@InputType('ApplicationRejectInput')
export class ApplicationRejectInput extends ApplicationMoveInput {
  @Field(() => String, { description: 'Raison du refus, lue par le service.' })
  @MinLength(3)
  @MaxLength(2000)
  decisionReason!: string;
}
