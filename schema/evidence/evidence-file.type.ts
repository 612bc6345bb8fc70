import { Field, Int, ObjectType } from 'type-graphql';
import { InstantScalar } from '../scalars/scalars';

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

/** Where a file is fetched. */
@ObjectType('Download', {
  description:
    'Où prendre le fichier (GET), une fois et pendant une minute, montré une seule fois : l’adresse est le secret.',
  simpleResolvers: true,
})
export class DownloadType {
  @Field(() => String, { description: 'Chemin, relatif à l’adresse de l’API.' })
  url!: string;

  @Field(() => InstantScalar, { description: 'Fin de validité.' })
  expiresAt!: string;
}
