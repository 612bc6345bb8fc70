import { Field, ID, Int, ObjectType } from 'type-graphql';
import { UserError } from '../../errors/user-error';
import { connectionOf } from '../../relay/connection';
import { Node } from '../../relay/node';
import { InstantScalar } from '../../scalars/scalars';
import { CriterionType } from '../../templates/criterion.type';
import { CaseSampleType } from './case-sample.type';
import { SampledCaseType } from './sampled-case.type';

/** What an auditor says of a record. */
@ObjectType('CaseReview', {
  implements: Node,
  description:
    'Votre avis sur un dossier : une cote sur un critère, ou une note dans une rubrique de la grille. Your review of a record, which nobody else reads.',
  simpleResolvers: true,
})
export class CaseReviewType extends Node {
  @Field(() => CaseSampleType, { nullable: true })
  caseSample!: object | null;

  @Field(() => SampledCaseType, { nullable: true })
  sampledCase!: object | null;

  @Field(() => CriterionType, { nullable: true, description: 'Null pour une note dans la grille de relevé.' })
  criterion!: object | null;

  @Field(() => String, {
    nullable: true,
    description: 'Rubrique de la grille de relevé ; null pour une cote.',
  })
  fieldCode!: string | null;

  @Field(() => String, { description: 'Valeur de l’échelle du critère, ou texte de la note.' })
  value!: string;

  @Field(() => String, { nullable: true, description: 'Lue par l’équipe, sans nom, en cas de désaccord.' })
  remark!: string | null;

  @Field(() => Int, { nullable: true, description: 'Temps passé, en minutes.' })
  minutes!: number | null;

  @Field(() => InstantScalar, {
    nullable: true,
    description: 'Moment où il a été noté, peut-être hors ligne.',
  })
  capturedAt!: string | null;

  @Field(() => Int)
  version!: number;

  @Field(() => InstantScalar)
  createdAt!: string;

  @Field(() => InstantScalar)
  updatedAt!: string;
}

export const CaseReviewConnection = connectionOf('CaseReview', () => CaseReviewType);

/** What became of one row of a batch. */
@ObjectType('CaseReviewRowResult', {
  description: 'Suite donnée à une ligne d’un envoi groupé d’avis.',
  simpleResolvers: true,
})
export class CaseReviewRowResultType {
  @Field(() => Int, { description: 'Place de la ligne dans l’envoi, à partir de 0.' })
  index!: number;

  @Field(() => String, { nullable: true, description: 'Référence du client.' })
  clientReference!: string | null;

  @Field(() => ID, { nullable: true, description: 'Null si la ligne est refusée.' })
  caseReviewId!: string | null;

  @Field(() => [UserError], { description: 'Vide si la ligne est écrite.' })
  userErrors!: UserError[];
}

/** An auditor has judged every record. */
@ObjectType('CaseReviewSubmission', {
  implements: Node,
  description: 'Remise des avis d’un auditeur : ils sont clos. An auditor has judged every record for good.',
  simpleResolvers: true,
})
export class CaseReviewSubmissionType extends Node {
  @Field(() => CaseSampleType, { nullable: true })
  caseSample!: object | null;

  @Field(() => Boolean, { description: 'La vôtre.' })
  isOwn!: boolean;

  @Field(() => InstantScalar, { description: 'Moment de la remise.' })
  createdAt!: string;
}
