import { Field, ObjectType } from 'type-graphql';
import { connectionOf } from '../relay/connection';
import { Node } from '../relay/node';
import { InstantScalar } from '../scalars/scalars';

/** Who an account is for a provider. */
@ObjectType('AccountIdentity', {
  implements: Node,
  description: 'Identité d’un compte auprès d’un fournisseur.',
  simpleResolvers: true,
})
export class AccountIdentityType extends Node {
  @Field(() => String, { description: 'Émetteur (iss).' })
  issuer!: string;

  @Field(() => String, { nullable: true, description: 'Numéro RPPS que le fournisseur atteste.' })
  rpps!: string | null;

  @Field(() => InstantScalar)
  createdAt!: string;
}

/** What an invited person needs. */
@ObjectType('Invitation', {
  description: 'Invitation à lier une identité à un compte, montrée une seule fois.',
  simpleResolvers: true,
})
export class InvitationType {
  @Field(() => String, { description: 'Mot d’invitation, à transmettre à la personne ; il sert une fois.' })
  token!: string;

  @Field(() => InstantScalar, { description: 'Fin de validité.' })
  expiresAt!: string;
}

export const AccountIdentityConnection = connectionOf('AccountIdentity', () => AccountIdentityType);
