import { ArrayMaxSize, MaxLength, MinLength } from 'class-validator';
import { Field, ID, InputType } from 'type-graphql';
import type { Disposition, FindingKind, FindingReplyKind, FindingSeverity } from '../../server/findings';
import { CreatingWrite, VersionedWrite, type KindOfWrite } from '../relay/write';
import { DISPOSITION, FINDING_REPLY_KIND } from './finding-reply.type';
import { FINDING_KIND, FINDING_SEVERITY } from './finding-words';

/** What a draft finding states, when it is made and whenever it changes. */
function findingSaid<W extends KindOfWrite>(write: W) {
  @InputType()
  abstract class Said extends write {
    @Field(() => FINDING_KIND)
    kind!: FindingKind;

    @Field(() => FINDING_SEVERITY, {
      nullable: true,
      description: 'Pour une non-conformité, et pour elle seule.',
    })
    severity?: FindingSeverity | null;

    @Field(() => String)
    @MinLength(3)
    @MaxLength(5000)
    statement!: string;

    @Field(() => ID, { nullable: true, description: 'Critère de la grille de l’audit.' })
    criterionId?: string | null;
  }
  return Said;
}

@InputType('FindingCreateInput')
export class FindingCreateInput extends findingSaid(CreatingWrite) {
  @Field(() => ID)
  auditId!: string;
}

@InputType('FindingUpdateInput', {
  description: 'Le brouillon en entier : ce qui n’est pas donné est effacé.',
})
export class FindingUpdateInput extends findingSaid(VersionedWrite) {
  @Field(() => ID)
  findingId!: string;
}

@InputType('FindingDiscardInput')
export class FindingDiscardInput extends VersionedWrite {
  @Field(() => ID)
  findingId!: string;
}

@InputType('FindingReplyInput')
export class FindingReplyInput extends VersionedWrite {
  @Field(() => ID)
  findingId!: string;

  @Field(() => FINDING_REPLY_KIND)
  kind!: FindingReplyKind;

  @Field(() => String, { nullable: true, description: 'Obligatoire sauf pour accepter.' })
  @MaxLength(5000)
  argument?: string | null;

  @Field(() => [ID], {
    nullable: true,
    description: 'Pièces du même audit sur lesquelles la réponse s’appuie.',
  })
  @ArrayMaxSize(50)
  evidenceIds?: string[] | null;
}

@InputType('FindingDisposeInput')
export class FindingDisposeInput extends VersionedWrite {
  @Field(() => ID)
  findingId!: string;

  @Field(() => DISPOSITION)
  disposition!: Disposition;

  @Field(() => String, { description: 'Raison, lue par le service et reprise dans le rapport.' })
  @MinLength(3)
  @MaxLength(5000)
  reason!: string;

  @Field(() => Boolean, { nullable: true, description: 'Retirer le constat (avec ACCEPTED seulement).' })
  withdraw?: boolean | null;

  @Field(() => String, { nullable: true, description: 'Constat modifié (avec ACCEPTED ou PARTLY).' })
  @MaxLength(5000)
  amendedStatement?: string | null;

  @Field(() => FINDING_SEVERITY, {
    nullable: true,
    description: 'Autre gravité d’une non-conformité modifiée.',
  })
  amendedSeverity?: FindingSeverity | null;
}
