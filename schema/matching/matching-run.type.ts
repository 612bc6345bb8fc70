import { Field, Float, Int, ObjectType } from 'type-graphql';
import type { BoundCovers, MatchingRunState, PlanStatus, StoppedBy } from '../../server/matching';
import { CampaignType } from '../campaigns/campaign.type';
import { PersonType } from '../identity/account.type';
import { OperationType } from '../operations/operation.type';
import { connectionOf } from '../relay/connection';
import { EdgeField } from '../relay/edge-field';
import { Node } from '../relay/node';
import { TransitionType } from '../relay/transition.type';
import { InstantScalar, JsonScalar } from '../scalars/scalars';
import { MatchingSettingsType } from './matching-settings.type';
import { COVERS, MATCHING_RUN_STATE, PLAN_STATUS, STOPPED } from './matching-words';
import { ProposedTeamConnection } from './proposed-team.type';

/** One solve of the teams of a campaign. */
@ObjectType('MatchingRun', {
  implements: Node,
  description:
    'Composition des équipes d’une campagne : ce qui y est entré et ce qui en est sorti ne change plus. (COORDINATOR, STEERING_MEMBER) One solve of the teams of a campaign.',
  simpleResolvers: true,
})
export class MatchingRunType extends Node {
  @Field(() => CampaignType, { nullable: true })
  campaign!: object | null;

  @Field(() => OperationType, {
    nullable: true,
    description: 'Son avancement ; pour celui qui l’a lancée, qui peut l’abandonner.',
  })
  operation!: object | null;

  @Field(() => MatchingRunType, {
    nullable: true,
    description: 'Composition dont celle-ci change le moins possible.',
  })
  baseRun!: object | null;

  @Field(() => MATCHING_RUN_STATE, {
    description:
      'Si un lien peut vous cacher un de ses services, une composition qui laisse des sièges vides se lit SOLVED.',
  })
  state!: MatchingRunState;

  @Field(() => Boolean, { description: 'À blanc : pour regarder et comparer, jamais publiée.' })
  isDryRun!: boolean;

  @Field(() => Int, {
    description: 'Graine : les mêmes données, réglages et graine donnent les mêmes équipes.',
  })
  seed!: number;

  @Field(() => Int, { description: 'Secondes de calcul au plus.' })
  seconds!: number;

  @Field(() => Int, { description: 'Mémoire du calcul au plus, en mégaoctets.' })
  memoryMegabytes!: number;

  @Field(() => String, { description: 'SHA-256 des règles de conflit figées par la campagne.' })
  rulesHash!: string;

  @Field(() => String, { description: 'Version du moteur de calcul.' })
  solverVersion!: string;

  @Field(() => MatchingSettingsType, { description: 'Réglages de la campagne à ce moment.' })
  settings!: MatchingSettingsType;

  @Field(() => PLAN_STATUS, { nullable: true, description: 'null tant qu’il n’y a pas de plan.' })
  status!: PlanStatus | null;

  @Field(() => Float, {
    nullable: true,
    description: 'Valeur du plan, en points ; null si un lien peut vous cacher un de ses services.',
  })
  objective!: number | null;

  @Field(() => Float, {
    nullable: true,
    description: 'Aucun plan ne vaut plus ; null si un lien peut vous cacher un de ses services.',
  })
  bound!: number | null;

  @Field(() => Float, {
    nullable: true,
    description: '(borne − valeur) / |borne| ; null si un lien peut vous cacher un de ses services.',
  })
  gap!: number | null;

  @Field(() => COVERS, { nullable: true, description: 'Sur quoi porte la borne.' })
  boundCovers!: BoundCovers | null;

  @Field(() => STOPPED, { nullable: true, description: 'Ce qui a mis fin à la recherche.' })
  stoppedBy!: StoppedBy | null;

  @Field(() => Float, {
    nullable: true,
    description: 'Durée du calcul, en secondes ; null si un lien peut vous cacher un de ses services.',
  })
  solvedSeconds!: number | null;

  @Field(() => String, {
    nullable: true,
    description: 'Raison d’un échec ; null si un lien peut vous cacher un de ses services.',
  })
  message!: string | null;

  @Field(() => PersonType, { nullable: true, description: 'Qui l’a lancée.' })
  startedBy!: object | null;

  @Field(() => PersonType, { nullable: true, description: 'Qui l’a publiée.' })
  publishedBy!: object | null;

  @Field(() => String, {
    nullable: true,
    description: 'SHA-256 du JSON canonique (RFC 8785) de ce qui a été lu, pour le vérifier.',
  })
  snapshotHash!: string | null;

  @Field(() => String, { nullable: true, description: 'SHA-256 du JSON canonique du plan.' })
  planHash!: string | null;

  @Field(() => JsonScalar, {
    nullable: true,
    description:
      'Ce qui a été lu, au format neutre : services, auditeurs, liens. null si un lien peut vous cacher un de ses services.',
  })
  instance!: unknown;

  @Field(() => JsonScalar, {
    nullable: true,
    description:
      'Le plan et son certificat, au format neutre. null si un lien peut vous cacher un de ses services.',
  })
  plan!: unknown;

  @EdgeField(() => ProposedTeamConnection, { description: 'Équipes proposées que vous pouvez voir.' })
  teams!: object;

  @Field(() => [TransitionType], { description: 'Ce que vous pouvez faire maintenant, ou pourquoi non.' })
  availableTransitions!: TransitionType[];

  @Field(() => InstantScalar, { nullable: true })
  finishedAt!: string | null;

  @Field(() => InstantScalar, { nullable: true })
  publishedAt!: string | null;

  @Field(() => Int)
  version!: number;

  @Field(() => InstantScalar)
  createdAt!: string;

  @Field(() => InstantScalar)
  updatedAt!: string;
}

export const MatchingRunConnection = connectionOf('MatchingRun', () => MatchingRunType);
