import { ArgsType, Field, Int, ObjectType } from 'type-graphql';
import { SIGNED_DOCUMENTS, type SignedDocument } from '../../server/reports';
import { declareEdge } from '../relay/edge-field';
import { enumeration } from '../relay/enumeration';
import { InstantScalar } from '../scalars/scalars';

/** What can be signed. */
export const SIGNED_DOCUMENT = enumeration(
  SIGNED_DOCUMENTS,
  'SignedDocument',
  'Document que signe l’équipe.',
  {
    DRAFT: 'Le projet de rapport, avant sa remise au service.',
    REPORT: 'Le rapport définitif.',
    AMENDMENT: 'L’amendement proposé d’un rapport émis.',
  },
);

/** What an auditor reads before he signs it. */
@ObjectType('ReportPreview', {
  description: 'Document à signer, tel qu’il serait figé. What is read before it is signed.',
  simpleResolvers: true,
})
export class ReportPreviewType {
  @Field(() => SIGNED_DOCUMENT, { description: 'Document à signer.' })
  document!: SignedDocument;

  @Field(() => Int, { description: 'Version du rapport qu’il est, ou serait.' })
  number!: number;

  @Field(() => String, { description: 'Contenu : JSON canonique (RFC 8785).' })
  content!: string;

  @Field(() => String, { description: 'SHA-256 hexadécimal du contenu, à rendre en signant.' })
  contentSha256!: string;

  @Field(() => String, { description: 'Phrase à taper pour signer.' })
  confirmation!: string;
}

@ArgsType()
class PreviewArgs {
  @Field(() => SIGNED_DOCUMENT)
  document!: SignedDocument;
}

/** Declares `reportPreview(document)` of an audit; its read model serves it under the same name. */
export function ReportPreviewField(): PropertyDecorator {
  return declareEdge(() => ReportPreviewType, {
    description: 'Ce qu’il y a à signer ; null s’il n’y a rien. (TEAM)',
    args: PreviewArgs,
    nullable: true,
  });
}

/** A signature as the report bears it. */
@ObjectType('ReportSignature', {
  description: 'Signature d’un auditeur, telle que le rapport la porte.',
  simpleResolvers: true,
})
export class ReportSignatureType {
  @Field(() => String)
  familyName!: string;

  @Field(() => String)
  givenName!: string;

  @Field(() => String, { description: 'Profession au titre de laquelle il signe.' })
  profession!: string;

  @Field(() => Boolean, { description: 'Il conduit l’équipe.' })
  isLead!: boolean;

  @Field(() => InstantScalar)
  signedAt!: string;

  @Field(() => String, { description: 'Ce qu’il a tapé pour confirmer.' })
  confirmation!: string;

  @Field(() => String, { description: 'SHA-256 du corps qu’il a signé : celui du rapport.' })
  bodySha256!: string;
}

/** A finding that would read otherwise. */
@ObjectType('ProposedChange', {
  description: 'Constat que l’amendement récrit.',
  simpleResolvers: true,
})
export class ProposedChangeType {
  @Field(() => Int, { description: 'Numéro du constat dans l’audit.' })
  finding!: number;

  @Field(() => String)
  previousStatement!: string;

  @Field(() => String)
  statement!: string;
}

/** A proposal that waits for signatures. */
@ObjectType('ReportAmendment', {
  description:
    'Amendement proposé, qui attend les signatures. A proposed new version that waits for signatures.',
  simpleResolvers: true,
})
export class ReportAmendmentType {
  @Field(() => Int, { description: 'Version qu’il deviendrait.' })
  number!: number;

  @Field(() => Int, {
    description:
      'Version propre à l’amendement, à rendre pour y renoncer ; celle de l’audit, que le service lit, ne bouge pas.',
  })
  version!: number;

  @Field(() => String)
  reason!: string;

  @Field(() => [ProposedChangeType], { description: 'Constats qui se liraient autrement.' })
  changes!: ProposedChangeType[];

  @Field(() => InstantScalar)
  proposedAt!: string;
}
