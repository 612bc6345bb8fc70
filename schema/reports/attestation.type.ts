import { Field, ObjectType } from 'type-graphql';
import { AuditType } from '../audits/audit.type';
import { connectionOf } from '../relay/connection';
import { Node } from '../relay/node';
import { InstantScalar } from '../scalars/scalars';

/** That an audit took place, without any result. */
@ObjectType('Attestation', {
  implements: Node,
  description:
    'Attestation qu’un audit a eu lieu, sans aucun résultat, signée. Signed statement that an audit took place, without any result.',
  simpleResolvers: true,
})
export class AttestationType extends Node {
  @Field(() => AuditType, { nullable: true })
  audit!: object | null;

  @Field(() => String, {
    description:
      'La note signée (C2SP signed-note, Ed25519), à remettre telle quelle ; les clés sont à /.well-known/trail-keys.json.',
  })
  note!: string;

  @Field(() => InstantScalar)
  issuedAt!: string;
}

export const AttestationConnection = connectionOf('Attestation', () => AttestationType);
