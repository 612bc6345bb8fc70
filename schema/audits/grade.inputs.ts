import { ArrayMaxSize, ArrayMinSize, Max, MaxLength, Min, ValidateNested } from 'class-validator';
import { Field, ID, InputType, Int } from 'type-graphql';
import { ERROR_POLICIES, type ErrorPolicy, type GradeValue } from '../../server/audits';
import { enumeration } from '../relay/enumeration';
import { CreatingWrite, VersionedWrite, Write } from '../relay/write';
import { InstantScalar, UuidScalar } from '../scalars/scalars';
import { GRADE_VALUE } from './grade-words';

const ROWS_AT_MOST = 200;

/** What a refused row does to the others. */
export const ERROR_POLICY = enumeration(
  ERROR_POLICIES,
  'ErrorPolicy',
  'Ce qu’une ligne refusée fait aux autres lignes du même envoi.',
  {
    ALL_OR_NOTHING:
      'Une ligne refusée : rien n’est écrit, et userErrors donne les erreurs de toutes les lignes.',
    SKIP_FAILED: 'Les lignes valables sont écrites ; rows donne les erreurs des autres.',
  },
);

@InputType('GradeRecordInput')
export class GradeRecordInput extends CreatingWrite {
  @Field(() => ID)
  auditId!: string;

  @Field(() => ID)
  criterionId!: string;

  @Field(() => Int, {
    nullable: true,
    description: 'Version lue ; null ou 0 pour une première cotation. Sinon : STALE_VERSION.',
  })
  @Min(0)
  expectedVersion?: number | null;

  @Field(() => GRADE_VALUE)
  value!: GradeValue;

  @Field(() => String, {
    nullable: true,
    description: 'Obligatoire pour NOT_APPLICABLE et NOT_EVALUATED.',
  })
  @MaxLength(2000)
  reason?: string | null;

  @Field(() => String, { nullable: true })
  @MaxLength(5000)
  comment?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Pourquoi la cotation diffère de ce que la mesure propose ; obligatoire alors.',
  })
  @MaxLength(2000)
  differenceReason?: string | null;

  @Field(() => Int, { nullable: true, description: 'Temps passé, en minutes (600 au plus).' })
  @Min(0)
  @Max(600)
  minutes?: number | null;

  @Field(() => InstantScalar, {
    nullable: true,
    description: 'Moment où la cotation a été notée, peut-être hors ligne.',
  })
  capturedAt?: string | null;
}

@InputType('GradeRowInput', {
  description: 'Une cotation d’un envoi groupé ; elle est dite en entier, ce qui manque est effacé.',
})
export class GradeRowInput {
  @Field(() => UuidScalar, {
    nullable: true,
    description: 'UUID d’une première cotation, choisi par le client.',
  })
  id?: string | null;

  @Field(() => String, { nullable: true, description: 'Référence du client, redonnée telle quelle.' })
  @MaxLength(100)
  clientReference?: string | null;

  @Field(() => ID)
  criterionId!: string;

  @Field(() => Int, { nullable: true, description: 'Version lue ; null ou 0 pour une première cotation.' })
  @Min(0)
  expectedVersion?: number | null;

  @Field(() => GRADE_VALUE)
  value!: GradeValue;

  @Field(() => String, { nullable: true })
  @MaxLength(2000)
  reason?: string | null;

  @Field(() => String, { nullable: true })
  @MaxLength(5000)
  comment?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Pourquoi la cotation diffère de ce que la mesure propose ; obligatoire alors.',
  })
  @MaxLength(2000)
  differenceReason?: string | null;

  @Field(() => Int, { nullable: true })
  @Min(0)
  @Max(600)
  minutes?: number | null;

  @Field(() => InstantScalar, { nullable: true })
  capturedAt?: string | null;
}

@InputType('GradesRecordInput')
export class GradesRecordInput extends Write {
  @Field(() => ID)
  auditId!: string;

  @Field(() => [GradeRowInput], { description: 'Une à 200 cotations, écrites dans cet ordre.' })
  @ArrayMinSize(1)
  @ArrayMaxSize(ROWS_AT_MOST)
  @ValidateNested({ each: true })
  grades!: GradeRowInput[];

  @Field(() => ERROR_POLICY, { defaultValue: 'ALL_OR_NOTHING' })
  errorPolicy!: ErrorPolicy;
}

@InputType('SectionSubmitInput')
export class SectionSubmitInput extends CreatingWrite {
  @Field(() => ID)
  auditId!: string;

  @Field(() => ID)
  sectionId!: string;
}

@InputType('ConsensusAgreeInput')
export class ConsensusAgreeInput extends VersionedWrite {
  @Field(() => ID)
  gradeId!: string;
}

@InputType('ConsensusProposalInput', { description: 'Une proposition de consensus, dans la version lue.' })
export class ConsensusProposalInput {
  @Field(() => ID)
  gradeId!: string;

  @Field(() => Int)
  expectedVersion!: number;
}

@InputType('ConsensusAgreeAllInput')
export class ConsensusAgreeAllInput extends Write {
  @Field(() => ID)
  auditId!: string;

  @Field(() => [ConsensusProposalInput], {
    description: 'Une à 200 propositions lues ; toutes sont acceptées, ou aucune.',
  })
  @ArrayMinSize(1)
  @ArrayMaxSize(ROWS_AT_MOST)
  @ValidateNested({ each: true })
  proposals!: ConsensusProposalInput[];
}

@InputType('SelfAssessmentSubmitInput')
export class SelfAssessmentSubmitInput extends VersionedWrite {
  @Field(() => ID)
  auditId!: string;
}
