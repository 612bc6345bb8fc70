export * from './cases';
export * from './dose';
export { TARGET_DECISIONS, type TargetDecision } from './statistics';
