import { ArrayMaxSize, ArrayMinSize, Max, MaxLength, Min, MinLength, ValidateNested } from 'class-validator';
import { Field, ID, InputType, Int } from 'type-graphql';
import type { ErrorPolicy } from '../../../server/audits';
import { ERROR_POLICY } from '../../audits/grade.inputs';
import { CreatingWrite, VersionedWrite, Write } from '../../relay/write';
import { InstantScalar, UuidScalar } from '../../scalars/scalars';

const REVIEWS_AT_MOST = 500;
const DECISIONS_AT_MOST = 200;

@InputType('CaseListSetInput')
export class CaseListSetInput extends CreatingWrite {
  @Field(() => ID)
  auditId!: string;

  @Field(() => ID, { description: 'Ce que sont les dossiers : demandes, comptes rendus, images, listes.' })
  evidenceKindId!: string;

  @Field(() => Int, {
    nullable: true,
    description: 'Version lue ; null ou 0 pour une première liste. Sinon : STALE_VERSION.',
  })
  @Min(0)
  expectedVersion?: number | null;

  @Field(() => String, {
    description:
      'Le tableau en texte (3,5 Mo au plus, 200 000 dossiers) : une colonne de numéros pseudonymes, puis une par strate ; séparateur point-virgule, virgule, tabulation ou barre.',
  })
  @MaxLength(3_500_000)
  text!: string;
}

@InputType('CaseSampleDrawInput')
export class CaseSampleDrawInput extends VersionedWrite {
  @Field(() => ID)
  caseSampleId!: string;

  @Field(() => Int, {
    nullable: true,
    description:
      'Dossiers à tirer ; par défaut, ce que la grille demande, ou toute la liste si elle est plus courte.',
  })
  @Min(1)
  size?: number | null;

  @Field(() => String, {
    nullable: true,
    description: 'Votre part de la graine : un mot quelconque, qui sera publié.',
  })
  @MaxLength(100)
  word?: string | null;
}

@InputType('CaseReplaceInput')
export class CaseReplaceInput extends VersionedWrite {
  @Field(() => ID)
  sampledCaseId!: string;

  @Field(() => String, {
    description: 'Pourquoi le dossier est introuvable ; lu par l’équipe et le service.',
  })
  @MinLength(3)
  @MaxLength(300)
  reason!: string;
}

@InputType('CaseReviewRowInput', {
  description: 'Un avis d’un envoi groupé ; il est dit en entier, ce qui manque est effacé.',
})
export class CaseReviewRowInput {
  @Field(() => UuidScalar, { nullable: true, description: 'UUID d’un premier avis, choisi par le client.' })
  id?: string | null;

  @Field(() => String, { nullable: true, description: 'Référence du client, redonnée telle quelle.' })
  @MaxLength(100)
  clientReference?: string | null;

  @Field(() => ID)
  sampledCaseId!: string;

  @Field(() => ID, { nullable: true, description: 'Pour une cote ; sinon, fieldCode.' })
  criterionId?: string | null;

  @Field(() => String, { nullable: true, description: 'Rubrique de la grille de relevé, pour une note.' })
  @MaxLength(60)
  fieldCode?: string | null;

  @Field(() => Int, {
    nullable: true,
    description: 'Version lue ; null ou 0 pour un premier avis. Redire ce qui est déjà écrit est permis.',
  })
  @Min(0)
  expectedVersion?: number | null;

  @Field(() => String, { description: 'Valeur de l’échelle du critère, ou texte de la note.' })
  @MinLength(1)
  @MaxLength(200)
  value!: string;

  @Field(() => String, { nullable: true, description: 'Sans rien qui désigne le patient.' })
  @MaxLength(500)
  remark?: string | null;

  @Field(() => Int, { nullable: true })
  @Min(0)
  @Max(600)
  minutes?: number | null;

  @Field(() => InstantScalar, { nullable: true })
  capturedAt?: string | null;
}

@InputType('CaseReviewsRecordInput')
export class CaseReviewsRecordInput extends Write {
  @Field(() => ID)
  caseSampleId!: string;

  @Field(() => [CaseReviewRowInput], { description: 'Un à 500 avis.' })
  @ArrayMinSize(1)
  @ArrayMaxSize(REVIEWS_AT_MOST)
  @ValidateNested({ each: true })
  reviews!: CaseReviewRowInput[];

  @Field(() => ERROR_POLICY, { defaultValue: 'ALL_OR_NOTHING' })
  errorPolicy!: ErrorPolicy;
}

@InputType('CaseReviewsSubmitInput')
export class CaseReviewsSubmitInput extends CreatingWrite {
  @Field(() => ID)
  caseSampleId!: string;
}

@InputType('CaseDecisionInput', { description: 'Ce qui est retenu d’un désaccord, dans la version lue.' })
export class CaseDecisionInput {
  @Field(() => ID)
  caseOutcomeId!: string;

  @Field(() => Int)
  expectedVersion!: number;

  @Field(() => String, { description: 'Valeur de l’échelle du critère.' })
  @MinLength(1)
  @MaxLength(200)
  value!: string;

  @Field(() => String, { nullable: true, description: 'Sans rien qui désigne le patient.' })
  @MaxLength(500)
  remark?: string | null;
}

@InputType('CaseDecisionsInput')
export class CaseDecisionsInput extends Write {
  @Field(() => ID)
  caseSampleId!: string;

  @Field(() => [CaseDecisionInput], { description: 'Une à 200 décisions ; toutes sont prises, ou aucune.' })
  @ArrayMinSize(1)
  @ArrayMaxSize(DECISIONS_AT_MOST)
  @ValidateNested({ each: true })
  decisions!: CaseDecisionInput[];
}

@InputType('CaseProposalInput', { description: 'Une proposition de l’autre auditeur, dans la version lue.' })
export class CaseProposalInput {
  @Field(() => ID)
  caseOutcomeId!: string;

  @Field(() => Int)
  expectedVersion!: number;
}

@InputType('CaseSettlementAgreeInput')
export class CaseSettlementAgreeInput extends Write {
  @Field(() => ID)
  caseSampleId!: string;

  @Field(() => [CaseProposalInput], {
    description: 'Une à 200 propositions lues ; toutes sont acceptées, ou aucune.',
  })
  @ArrayMinSize(1)
  @ArrayMaxSize(DECISIONS_AT_MOST)
  @ValidateNested({ each: true })
  proposals!: CaseProposalInput[];
}
