import { Field, Float, ObjectType } from 'type-graphql';
import { CampaignType } from '../campaigns/campaign.type';
import { connectionOf } from '../relay/connection';
import { Node } from '../relay/node';
import { InstantScalar } from '../scalars/scalars';

/** What a chain of the trail was at a moment, signed. */
@ObjectType('Checkpoint', {
  implements: Node,
  description:
    'Point de contrôle du journal, signé : qui le garde peut prouver plus tard que rien n’a été récrit. A signed checkpoint.',
  simpleResolvers: true,
})
export class CheckpointType extends Node {
  @Field(() => CampaignType, {
    nullable: true,
    description: 'Campagne de la chaîne ; null pour la chaîne de la plateforme, ou une campagne cachée.',
  })
  campaign!: object | null;

  @Field(() => String, { description: 'Origine : le nom de la chaîne, tel qu’il est signé.' })
  origin!: string;

  @Field(() => Float, { description: 'Nombre d’entrées de la chaîne.' })
  size!: number;

  @Field(() => String, { description: 'Racine de l’arbre des entrées (RFC 6962), hexadécimale.' })
  root!: string;

  @Field(() => String, {
    description: 'Identifiant de la clé ; les clés sont à /.well-known/trail-keys.json.',
  })
  keyId!: string;

  @Field(() => String, {
    description: 'La note signée (C2SP signed-note, Ed25519) : c’est elle qu’il faut garder.',
  })
  note!: string;

  @Field(() => InstantScalar)
  createdAt!: string;
}

export const CheckpointConnection = connectionOf('Checkpoint', () => CheckpointType);
