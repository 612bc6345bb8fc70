import { ArgsType, Field, Float, Int, ObjectType } from 'type-graphql';
import type { CoverageBasis, CoverageStrength } from '../../server/evidence';
import type { EvidenceType } from '../../server/templates';
import { declareEdge } from '../relay/edge-field';
import { CalendarDateScalar } from '../scalars/scalars';
import { CriterionType } from '../templates/criterion.type';
import { ReferenceTextType } from '../templates/reference-text.type';
import { EVIDENCE_TYPE } from '../templates/template-words';
import { COVERAGE_BASIS, COVERAGE_STRENGTH } from './evidence-words';

/** How far one criterion of a clause is covered. */
@ObjectType('CriterionCoverage', {
  description: 'Couverture d’un critère lié à un texte. How far one criterion of a clause is covered.',
  simpleResolvers: true,
})
export class CriterionCoverageType {
  @Field(() => CriterionType, { nullable: true })
  criterion!: object | null;

  @Field(() => String, { description: 'Code du critère.' })
  code!: string;

  @Field(() => COVERAGE_STRENGTH, { description: 'Force de la couverture.' })
  strength!: CoverageStrength;

  @Field(() => COVERAGE_BASIS, { nullable: true, description: 'Null : rien n’est connu.' })
  basis!: CoverageBasis | null;

  @Field(() => CalendarDateScalar, { nullable: true, description: 'Dernier jour où cela vaut.' })
  until!: string | null;
}

/** A kind of evidence that would cover more. */
@ObjectType('MissingEvidence', {
  description: 'Genre de preuve qui couvrirait davantage. A kind of evidence that would cover more.',
  simpleResolvers: true,
})
export class MissingEvidenceType {
  @Field(() => String, { description: 'Code du catalogue des preuves.' })
  code!: string;

  @Field(() => EVIDENCE_TYPE)
  type!: EvidenceType;

  @Field(() => String)
  label!: string;

  @Field(() => Int, { description: 'Critères du texte, encore sans avis de l’équipe, qui la demandent.' })
  criteriaCount!: number;
}

/** How far one clause is covered. */
@ObjectType('ClauseCoverage', {
  description:
    'Couverture d’un texte de référence par ce que le service a déjà montré. How far a clause is covered.',
  simpleResolvers: true,
})
export class ClauseCoverageType {
  @Field(() => ReferenceTextType, { nullable: true })
  referenceText!: object | null;

  @Field(() => String, { description: 'Code du texte.' })
  code!: string;

  @Field(() => String)
  title!: string;

  @Field(() => String, { description: 'Où dans le texte : article, clause, chapitre.' })
  locator!: string;

  @Field(() => String, { description: 'Code du niveau de vérification du texte.' })
  verificationLevel!: string;

  @Field(() => String, { description: 'Niveau de vérification, en clair : à montrer à côté.' })
  verificationLabel!: string;

  @Field(() => Boolean, {
    description:
      'Le texte a été lu, au moins en partie ou dans un résumé fiable ; sinon, tout ce qui est dit ici reste à vérifier.',
  })
  isTextRead!: boolean;

  @Field(() => COVERAGE_STRENGTH, { description: 'Force de la couverture.' })
  strength!: CoverageStrength;

  @Field(() => Int, { description: 'Critères liés qui s’appliquent au service.' })
  applicableCount!: number;

  @Field(() => Int, { description: 'Critères liés qui sont couverts.' })
  coveredCount!: number;

  @Field(() => Float, {
    nullable: true,
    description: 'coveredCount / applicableCount, de 0 à 1 ; null si aucun critère ne s’applique.',
  })
  share!: number | null;

  @Field(() => CalendarDateScalar, {
    nullable: true,
    description: 'Dernier jour où il en est ainsi : le premier terme de ce sur quoi cela repose.',
  })
  until!: string | null;

  @Field(() => [CriterionCoverageType], { description: 'Critères liés, par code.' })
  criteria!: object[];

  @Field(() => [MissingEvidenceType], {
    description:
      'Ce qui couvrirait davantage, le plus utile d’abord. Un écart coté par l’équipe demande, lui, une action.',
  })
  missingEvidence!: object[];
}

/** How far one family of reference texts is covered. */
@ObjectType('FamilyCoverage', {
  description: 'Couverture d’une famille de textes de référence. How far a family of texts is covered.',
  simpleResolvers: true,
})
export class FamilyCoverageType {
  @Field(() => String)
  code!: string;

  @Field(() => String)
  label!: string;

  @Field(() => [ClauseCoverageType], { description: 'Textes de la famille, dans leur ordre.' })
  clauses!: object[];
}

@ArgsType()
class CoverageArgs {
  @Field(() => CalendarDateScalar, {
    nullable: true,
    description: 'Jour à venir : ce qui est connu aujourd’hui, tel que cela vaudra ce jour-là.',
  })
  on?: string | null;
}

/** Declares `referenceCoverage(on)` of a service; its read model serves it under the same name. */
export function ReferenceCoverageField(): PropertyDecorator {
  return declareEdge(() => [FamilyCoverageType], {
    description:
      'Ce que les preuves acceptées et les cotations couvrent déjà de chaque texte de référence : répondre une fois, compter partout. Pour le service et son équipe d’audit ; vide pour tout autre.',
    args: CoverageArgs,
  });
}
