import { refuse } from '../../kernel/outcome';
import { sampleSizeOfProportion, type ProportionPlan } from '../statistics';

/**
 * Records to draw so that a rate is known as closely as wanted; see `sampleSizeOfProportion`.
 * @throws Refusal CASE_PLAN_IMPOSSIBLE
 */
export function planSampleSize(plan: ProportionPlan): number {
  try {
    return sampleSizeOfProportion(plan);
  } catch (error) {
    if (error instanceof RangeError) return refuse('CASE_PLAN_IMPOSSIBLE');
    throw error;
  }
}
