export {
  newcombe,
  TARGET_DECISIONS,
  targetDecision,
  wilson,
  Z_95,
  type Difference,
  type Interval,
  type TargetDecision,
  type TargetDirection,
} from './proportions';
export { designEffect, effectiveSize, FEWEST_SERVICES, pooledRate, type PooledRate } from './pooling';
export { medianInterval, quantile, type MedianInterval } from './quantiles';
export { sampleSizeOfProportion, unroundedSampleSize, type ProportionPlan } from './sample-size';
export * from './agreement';
