import { Arg, Ctx, Float, ID, Info, Int, Query, Mutation, Resolver } from 'type-graphql';
import { perform, readById, readComputed, type Context, type SelectionInfo } from '../../../server/graphql';
import {
  casePoolingEdge,
  drawCaseSample,
  planSampleSize,
  replaceCase,
  setCaseList,
} from '../../../server/measures';
import { payloadOf } from '../../relay/write';
import { PooledCriterionType, SampleSizePlanType } from './case-pooling.type';
import { CaseSampleType } from './case-sample.type';
import { CaseListSetInput, CaseReplaceInput, CaseSampleDrawInput } from './case.inputs';
import { SampledCaseType } from './sampled-case.type';

const CaseListSetPayload = payloadOf('CaseListSetPayload', { caseSample: () => CaseSampleType });
const CaseSampleDrawPayload = payloadOf('CaseSampleDrawPayload', { caseSample: () => CaseSampleType });
const CaseReplacePayload = payloadOf('CaseReplacePayload', {
  caseSample: () => CaseSampleType,
  sampledCase: () => SampledCaseType,
});

/** Samples of cases: the service lists, the team draws. */
@Resolver()
export class CaseResolver {
  @Query(() => CaseSampleType, {
    nullable: true,
    description: 'Un échantillon de dossiers ; null s’il est absent ou caché.',
  })
  caseSample(@Arg('id', () => ID) id: string, @Ctx() context: Context, @Info() info: SelectionInfo) {
    return readById(context, 'CaseSample', id, info);
  }

  @Query(() => SampleSizePlanType, {
    nullable: true,
    description:
      'Combien de dossiers tirer pour connaître un taux d’assez près, avec correction pour population finie.',
  })
  caseSampleSize(
    @Arg('expectedRate', () => Float, { description: 'Taux attendu, entre 0 et 1.' }) expectedRate: number,
    @Arg('halfWidth', () => Float, { description: 'Demi-largeur de l’intervalle, entre 0 et 1.' })
    halfWidth: number,
    @Arg('population', () => Int, { nullable: true, description: 'Dossiers de la liste.' })
    population?: number | null,
  ) {
    const size = planSampleSize({ expected: expectedRate, halfWidth, population: population ?? null });
    return { expectedRate, halfWidth, population: population ?? null, size };
  }

  @Query(() => [PooledCriterionType], {
    description:
      'Taux de chaque critère sur les services d’une campagne dont le rapport est émis, par lots de cinq, sans les lots où vous avez un lien ; rien sans aucun lot. (COORDINATOR, STEERING_MEMBER)',
  })
  async casePooling(
    @Arg('campaignId', () => ID) campaignId: string,
    @Arg('intraclassCorrelation', () => Float, {
      nullable: true,
      description: 'ρ, de 0 à 1 ; estimée de ces services si elle n’est pas donnée.',
    })
    intraclassCorrelation: number | null | undefined,
    @Ctx() context: Context,
  ) {
    const asked = { intraclassCorrelation };
    return (await readComputed<object[]>(context, 'Campaign', campaignId, casePoolingEdge, asked)) ?? [];
  }

  @Mutation(() => CaseListSetPayload, {
    description:
      'Donner la liste des dossiers d’une nature, avec leurs strates, ou une autre tant que rien n’est tiré. (SERVICE_MANAGER, SERVICE_CONTRIBUTOR)',
  })
  caseListSet(
    @Arg('input', () => CaseListSetInput) input: CaseListSetInput,
    @Ctx() context: Context,
    @Info() info: SelectionInfo,
  ) {
    return perform(context, info, input, setCaseList);
  }

  @Mutation(() => CaseSampleDrawPayload, {
    description: 'Tirer l’échantillon, une fois pour toutes. (équipe, sauf observateur)',
  })
  caseSampleDraw(
    @Arg('input', () => CaseSampleDrawInput) input: CaseSampleDrawInput,
    @Ctx() context: Context,
    @Info() info: SelectionInfo,
  ) {
    return perform(context, info, input, drawCaseSample);
  }

  @Mutation(() => CaseReplacePayload, {
    description:
      'Remplacer un dossier introuvable par le suivant de sa strate, avant toute remise d’avis. (équipe, sauf observateur)',
  })
  caseReplace(
    @Arg('input', () => CaseReplaceInput) input: CaseReplaceInput,
    @Ctx() context: Context,
    @Info() info: SelectionInfo,
  ) {
    return perform(context, info, input, replaceCase);
  }
}
