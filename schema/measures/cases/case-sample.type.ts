import { Field, Int, ObjectType } from 'type-graphql';
import type { CaseSampleState } from '../../../server/measures';
import { AuditedServiceType } from '../../audited-services/audited-service.type';
import { AuditType } from '../../audits/audit.type';
import { EdgeField } from '../../relay/edge-field';
import { Node } from '../../relay/node';
import { TransitionType } from '../../relay/transition.type';
import { InstantScalar } from '../../scalars/scalars';
import { EvidenceKindType } from '../../templates/scale.type';
import { HistoryField } from '../../trail/history-field';
import { CaseOutcomeConnection, CaseOutcomesArgs } from './case-outcome.type';
import { CaseCriterionType, CaseResultType } from './case-result.type';
import { CaseReviewConnection, CaseReviewSubmissionType } from './case-review.type';
import { CaseRoundType } from './case-round.type';
import { CASE_SAMPLE_STATE } from './case-words';
import { SampledCaseConnection, SampledCasesArgs } from './sampled-case.type';

/** Records drawn from a list of a service. */
@ObjectType('CaseSample', {
  implements: Node,
  description:
    'Échantillon de dossiers tirés d’une liste du service et jugés en aveugle. Records drawn from a list and judged blind.',
  simpleResolvers: true,
})
export class CaseSampleType extends Node {
  @Field(() => AuditType, { nullable: true })
  audit!: object | null;

  @Field(() => AuditedServiceType, { nullable: true })
  auditedService!: object | null;

  @Field(() => EvidenceKindType, { nullable: true, description: 'Ce que sont les dossiers.' })
  evidenceKind!: object | null;

  @Field(() => CASE_SAMPLE_STATE)
  state!: CaseSampleState;

  @Field(() => [String], { description: 'Noms des strates de la liste, dans leur ordre.' })
  strataNames!: string[];

  @Field(() => Int, { description: 'Dossiers de la liste.' })
  populationSize!: number;

  @Field(() => String, {
    description:
      'Empreinte SHA-256 de la liste (lignes « dossier;strate… » triées par octets, chacune suivie d’un saut de ligne), fixée avant que la graine soit connue.',
  })
  listSha256!: string;

  @Field(() => String, {
    description: 'Empreinte SHA-256 de la part de la plateforme dans la graine, publiée avec la liste.',
  })
  nonceSha256!: string;

  @Field(() => InstantScalar, { description: 'Moment où la liste a été donnée.' })
  listedAt!: string;

  @Field(() => Int, { nullable: true, description: 'Dossiers tirés ; null avant le tirage.' })
  size!: number | null;

  @Field(() => String, {
    nullable: true,
    description: 'Part de la plateforme dans la graine, publiée au tirage.',
  })
  nonce!: string | null;

  @Field(() => String, { nullable: true, description: 'Mot de l’auditeur qui a tiré.' })
  word!: string | null;

  @Field(() => String, {
    nullable: true,
    description:
      'Graine : SHA-256 de « nonce|listSha256|word ». Les dossiers sont tirés, dans chaque strate, par SHA-256 croissant de « graine|dossier ».',
  })
  seed!: string | null;

  @Field(() => String, { nullable: true, description: 'Version de la méthode de tirage.' })
  algorithm!: string | null;

  @Field(() => InstantScalar, { nullable: true, description: 'Moment du tirage.' })
  drawnAt!: string | null;

  @Field(() => InstantScalar, {
    nullable: true,
    description: 'Moment où le dernier désaccord a été tranché.',
  })
  completedAt!: string | null;

  @Field(() => [CaseCriterionType], { description: 'Critères sur lesquels chaque dossier est jugé.' })
  criteria!: object[];

  @EdgeField(() => SampledCaseConnection, {
    description: 'Dossiers tirés, dans l’ordre du tirage (équipe et service).',
    args: SampledCasesArgs,
  })
  cases!: object;

  @EdgeField(() => CaseReviewConnection, { description: 'Vos propres avis.' })
  reviews!: object;

  @Field(() => [CaseReviewSubmissionType], { description: 'Remises des auditeurs, sans noms.' })
  submissions!: object[];

  @EdgeField(() => CaseOutcomeConnection, {
    description:
      'Résultats par dossier et critère, une fois que deux auditeurs ont remis leurs avis (équipe).',
    args: CaseOutcomesArgs,
  })
  outcomes!: object;

  @Field(() => [CaseResultType], {
    description: 'Résultat par critère, une fois l’échantillon clos et si vous pouvez le lire ; sinon vide.',
  })
  results!: object[];

  @Field(() => [CaseRoundType], {
    description: 'Ce qui a changé depuis le tour précédent du même service, si vous pouvez lire les deux.',
  })
  rounds!: object[];

  @Field(() => [TransitionType], { description: 'Ce que vous pouvez faire maintenant, ou pourquoi non.' })
  availableTransitions!: TransitionType[];

  @HistoryField()
  history!: object;

  @Field(() => Int)
  version!: number;

  @Field(() => InstantScalar)
  createdAt!: string;

  @Field(() => InstantScalar)
  updatedAt!: string;
}
