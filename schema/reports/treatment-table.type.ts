import { Field, Int, ObjectType } from 'type-graphql';
import type { Silence } from '../../server/campaigns';
import type { Disposition, FindingKind, FindingReplyKind, FindingSeverity } from '../../server/findings';
import { TREATMENTS, type Treatment } from '../../server/reports';
import { SILENCE } from '../campaigns/contradictory-rules.type';
import { DISPOSITION, FINDING_REPLY_KIND, NamedEvidenceType } from '../findings/finding-reply.type';
import { FINDING_KIND, FINDING_SEVERITY } from '../findings/finding-words';
import { enumeration } from '../relay/enumeration';
import { InstantScalar } from '../scalars/scalars';

/** What can become of a finding. */
export const TREATMENT = enumeration(
  TREATMENTS,
  'FindingTreatment',
  'Ce qu’un constat est devenu entre le projet et le rapport.',
  {
    NO_REPLY: 'Sans réponse du service.',
    DEEMED_ACCEPTED: 'Sans réponse, donc réputé accepté par les règles de la campagne.',
    AGREED: 'Accepté par le service.',
    MAINTAINED: 'Maintenu malgré la réponse.',
    AMENDED: 'Modifié à la suite de la réponse.',
    WITHDRAWN: 'Retiré à la suite de la réponse.',
  },
);

/** One line of the table of treatments. */
@ObjectType('TreatedFinding', {
  description: 'Ligne du tableau de traitement : rédigé, répondu, décidé.',
  simpleResolvers: true,
})
export class TreatedFindingType {
  @Field(() => Int, { description: 'Numéro du constat dans l’audit.' })
  number!: number;

  @Field(() => String, { nullable: true })
  criterionCode!: string | null;

  @Field(() => FINDING_KIND)
  kind!: FindingKind;

  @Field(() => String)
  draftedStatement!: string;

  @Field(() => FINDING_SEVERITY, { nullable: true })
  draftedSeverity!: FindingSeverity | null;

  @Field(() => FINDING_REPLY_KIND, { nullable: true, description: 'Null si le service n’a rien dit.' })
  replyKind!: FindingReplyKind | null;

  @Field(() => String, { nullable: true })
  argument!: string | null;

  @Field(() => InstantScalar, { nullable: true })
  repliedAt!: string | null;

  @Field(() => [NamedEvidenceType])
  evidence!: NamedEvidenceType[];

  @Field(() => DISPOSITION, { nullable: true })
  disposition!: Disposition | null;

  @Field(() => String, { nullable: true, description: 'Raison de la suite donnée.' })
  dispositionReason!: string | null;

  @Field(() => InstantScalar, { nullable: true })
  disposedAt!: string | null;

  @Field(() => String, { description: 'Le constat, tel qu’il vaut maintenant.' })
  statement!: string;

  @Field(() => FINDING_SEVERITY, { nullable: true })
  severity!: FindingSeverity | null;

  @Field(() => TREATMENT, {
    nullable: true,
    description: 'Null tant que le service peut répondre ou que l’équipe n’a pas tranché.',
  })
  treatment!: Treatment | null;
}

/** The table of treatments of an audit. */
@ObjectType('TreatmentTable', {
  description: 'Tableau de traitement, annexé au rapport. What was drafted, answered and decided.',
  simpleResolvers: true,
})
export class TreatmentTableType {
  @Field(() => SILENCE)
  silence!: Silence;

  @Field(() => [TreatedFindingType], { description: 'Constats communiqués, dans leur ordre.' })
  findings!: TreatedFindingType[];
}
