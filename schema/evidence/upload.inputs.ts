import { Matches, Max, MaxLength, Min, MinLength } from 'class-validator';
import { Field, ID, InputType, Int } from 'type-graphql';
import { VersionedWrite, Write } from '../relay/write';

/** A file as it is announced, for whatever it is sent. */
@InputType('FileAnnouncementInput', {
  description: 'Fichier annoncé avant d’être envoyé ; ses octets suivent par le ticket.',
})
export class FileAnnouncementInput {
  @Field(() => String, { description: 'Nom ; il est nettoyé (chemin, caractères invisibles).' })
  @MinLength(1)
  @MaxLength(1000)
  fileName!: string;

  @Field(() => String, { description: 'Type de média : application/pdf, text/csv…' })
  @MinLength(3)
  @MaxLength(200)
  mediaType!: string;

  @Field(() => Int, { description: 'Octets, exactement.' })
  @Min(1)
  @Max(2 ** 31 - 1)
  sizeBytes!: number;

  @Field(() => String, { description: 'Empreinte SHA-256 du fichier entier, 64 chiffres hexadécimaux.' })
  @Matches(/^[0-9a-f]{64}$/i)
  sha256!: string;
}

@InputType('UploadTicketRenewInput')
export class UploadTicketRenewInput extends VersionedWrite {
  @Field(() => ID)
  uploadId!: string;
}

@InputType('EvidenceDownloadInput')
export class EvidenceDownloadInput extends Write {
  @Field(() => ID)
  evidenceId!: string;
}
