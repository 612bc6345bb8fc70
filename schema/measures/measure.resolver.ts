import { Arg, Ctx, Info, Mutation, Resolver } from 'type-graphql';
import { perform, type Context, type SelectionInfo } from '../../server/graphql';
import { recordMeasure } from '../../server/measures';
import { payloadOf } from '../relay/write';
import { MeasureRecordInput } from './measure.inputs';
import { CriterionMeasureType } from './measure.type';

const MeasureRecordPayload = payloadOf('MeasureRecordPayload', {
  criterionMeasure: () => CriterionMeasureType,
});

/** Measures that auditors enter; they are read through their audit. */
@Resolver()
export class MeasureResolver {
  @Mutation(() => MeasureRecordPayload, {
    description:
      'Enregistrer un comptage pour un critère qu’aucun échantillon de la plateforme ne mesure. (équipe, sauf observateur)',
  })
  measureRecord(
    @Arg('input', () => MeasureRecordInput) input: MeasureRecordInput,
    @Ctx() context: Context,
    @Info() info: SelectionInfo,
  ) {
    return perform(context, info, input, recordMeasure);
  }
}
