import { Field, Int, ObjectType } from 'type-graphql';
import {
  DISPOSITIONS,
  FINDING_REPLY_KINDS,
  type Disposition,
  type FindingReplyKind,
} from '../../server/findings';
import { enumeration } from '../relay/enumeration';
import { Node } from '../relay/node';
import { InstantScalar } from '../scalars/scalars';
import { FindingType } from './finding.type';

/** Kinds of a reply. */
export const FINDING_REPLY_KIND = enumeration(
  FINDING_REPLY_KINDS,
  'FindingReplyKind',
  'Réponse du service à un constat.',
  {
    ACCEPTED: 'Le service accepte le constat.',
    CONTESTED: 'Le service le conteste.',
    CORRECTION: 'Le service demande une correction de fait.',
  },
);

/** What the team makes of a reply. */
export const DISPOSITION = enumeration(
  DISPOSITIONS,
  'Disposition',
  'Suite donnée par l’équipe à une réponse.',
  {
    ACCEPTED: 'Retenue : le constat est modifié ou retiré.',
    PARTLY: 'Retenue en partie : le constat est modifié.',
    REJECTED: 'Non retenue : le constat est maintenu.',
  },
);

/** Evidence as a reply names it. */
@ObjectType('NamedEvidence', {
  description: 'Pièce sur laquelle s’appuie une réponse, reconnaissable sans être montrée.',
  simpleResolvers: true,
})
export class NamedEvidenceType {
  @Field(() => String)
  title!: string;

  @Field(() => String, {
    nullable: true,
    description: 'SHA-256 de son fichier ; null pour un lien ou une note.',
  })
  sha256!: string | null;
}

/** One wording of a reply. */
@ObjectType('FindingReplyVersion', {
  description: 'Version d’une réponse ; toutes sont gardées, la dernière vaut.',
  simpleResolvers: true,
})
export class FindingReplyVersionType {
  @Field(() => Int, { description: 'À partir de 1.' })
  number!: number;

  @Field(() => FINDING_REPLY_KIND)
  kind!: FindingReplyKind;

  @Field(() => String, { nullable: true })
  argument!: string | null;

  @Field(() => InstantScalar)
  repliedAt!: string;

  @Field(() => [NamedEvidenceType])
  evidence!: NamedEvidenceType[];
}

/** The service's answer to a finding, and what was made of it. */
@ObjectType('FindingReply', {
  implements: Node,
  description: 'Réponse du service à un constat, et la suite qui lui a été donnée.',
  simpleResolvers: true,
})
export class FindingReplyType extends Node {
  @Field(() => FindingType, { nullable: true })
  finding!: object | null;

  @Field(() => FINDING_REPLY_KIND)
  kind!: FindingReplyKind;

  @Field(() => String, { nullable: true, description: 'Ce que le service fait valoir.' })
  argument!: string | null;

  @Field(() => InstantScalar)
  repliedAt!: string;

  @Field(() => [FindingReplyVersionType], {
    nullable: true,
    description: 'Toutes ses versions, la première d’abord, avec leurs pièces. (le service, TEAM)',
  })
  versions!: FindingReplyVersionType[] | null;

  @Field(() => DISPOSITION, { nullable: true, description: 'Null tant que l’équipe n’a pas tranché.' })
  disposition!: Disposition | null;

  @Field(() => String, { nullable: true, description: 'Raison de la suite donnée.' })
  dispositionReason!: string | null;

  @Field(() => InstantScalar, { nullable: true })
  disposedAt!: string | null;

  @Field(() => Int)
  version!: number;
}
