import { Field, Int, ObjectType } from 'type-graphql';

/** The file that a piece of evidence consists of. */
@ObjectType('EvidenceFile', {
  description:
    'Fichier d’une preuve, tel qu’il se télécharge (evidenceDownload). The file of a piece of evidence.',
  simpleResolvers: true,
})
export class EvidenceFileType {
  @Field(() => String, { description: 'Nom du fichier.' })
  fileName!: string;

  @Field(() => String, { description: 'Type de média.' })
  mediaType!: string;

  @Field(() => Int, { description: 'Octets.' })
  sizeBytes!: number;

  @Field(() => String, { description: 'Empreinte SHA-256, hexadécimale.' })
  sha256!: string;
}
