import { Field, Int, ObjectType } from 'type-graphql';
import { UPLOAD_PURPOSES, UPLOAD_STATES, type UploadPurpose, type UploadState } from '../../server/evidence';
import { enumeration } from '../relay/enumeration';
import { Node } from '../relay/node';
import { InstantScalar } from '../scalars/scalars';

const PURPOSE = enumeration(UPLOAD_PURPOSES, 'UploadPurpose', 'À quoi sert un fichier envoyé.', {
  EVIDENCE: 'Preuve.',
  DOSE_IMPORT: 'Import de doses ; lu, puis jeté.',
});

const STATE = enumeration(UPLOAD_STATES, 'UploadState', 'État d’un envoi de fichier.', {
  UPLOADING: 'Octets attendus.',
  RECEIVED: 'Arrivé entier, empreinte vérifiée ; pas encore examiné.',
  HANDLED: 'Examiné.',
  REFUSED: 'Refusé.',
  EXPIRED: 'Abandonné : rien n’est venu pendant sept jours.',
});

/** A file on its way. */
@ObjectType('Upload', {
  implements: Node,
  description:
    'Envoi d’un fichier : PUT des octets à l’adresse du ticket, HEAD pour savoir où reprendre. A file on its way.',
  simpleResolvers: true,
})
export class UploadType extends Node {
  @Field(() => PURPOSE, { description: 'Ce à quoi le fichier sert.' })
  purpose!: UploadPurpose;

  @Field(() => STATE)
  state!: UploadState;

  @Field(() => String, { description: 'Nom du fichier, nettoyé.' })
  fileName!: string;

  @Field(() => String, { description: 'Type annoncé.' })
  mediaType!: string;

  @Field(() => Int, { description: 'Octets annoncés.' })
  sizeBytes!: number;

  @Field(() => Int, { description: 'Octets déjà en lieu sûr : où reprendre.' })
  receivedBytes!: number;

  @Field(() => String, { nullable: true, description: 'Raison d’un refus.' })
  message!: string | null;

  @Field(() => InstantScalar, { description: 'Fin de validité du ticket ; il se renouvelle.' })
  ticketExpiresAt!: string;

  @Field(() => Int)
  version!: number;

  @Field(() => InstantScalar)
  createdAt!: string;

  @Field(() => InstantScalar)
  updatedAt!: string;
}

/** Where the bytes go. */
@ObjectType('UploadTicket', {
  description: 'Où envoyer les octets (PUT), montré une seule fois : l’adresse est le secret.',
  simpleResolvers: true,
})
export class UploadTicketType {
  @Field(() => String, { description: 'Chemin, relatif à l’adresse de l’API.' })
  url!: string;

  @Field(() => InstantScalar, { description: 'Fin de validité.' })
  expiresAt!: string;
}
