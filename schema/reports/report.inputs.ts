import { ArrayMaxSize, ArrayMinSize, Matches, MaxLength, MinLength, ValidateNested } from 'class-validator';
import { Field, ID, InputType } from 'type-graphql';
import { AuditMoveInput, AuditReasonInput } from '../audits/audit.inputs';
import { PasswordAgainField, SecondFactorAgainField } from '../identity/reauthentication-fields';

@InputType('ReportSignInput', {
  description: 'Signer : ce qui a été lu, la phrase, et de nouveau la preuve de qui l’on est.',
})
export class ReportSignInput extends AuditMoveInput {
  @Field(() => String, {
    description: 'SHA-256 du contenu lu, de `reportPreview` ; s’il a changé depuis : SIGNED_CONTENT_CHANGED.',
  })
  @Matches(/^[0-9a-f]{64}$/)
  contentSha256!: string;

  @Field(() => String, { description: 'La phrase de `reportPreview.confirmation`, tapée.' })
  @MaxLength(200)
  confirmation!: string;

  @PasswordAgainField()
  password?: string | null;

  @SecondFactorAgainField()
  code?: string | null;
}

@InputType('AmendedFindingInput')
export class AmendedFindingInput {
  @Field(() => ID)
  findingId!: string;

  @Field(() => String, { description: 'Le constat, tel qu’il se lira désormais.' })
  @MinLength(3)
  @MaxLength(5000)
  statement!: string;
}

@InputType('ReportAmendmentProposeInput')
export class ReportAmendmentProposeInput extends AuditReasonInput {
  @Field(() => [AmendedFindingInput], { description: 'Constats qui se lisent autrement.' })
  @ArrayMinSize(1)
  @ArrayMaxSize(200)
  @ValidateNested({ each: true })
  findings!: AmendedFindingInput[];
}
