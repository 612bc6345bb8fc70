import type { GradeValue } from './grade.entity';

/** Whether a judgement says nothing by itself, and so must be explained. */
export function needsReason(value: GradeValue): boolean {
  return value === 'NOT_APPLICABLE' || value === 'NOT_EVALUATED';
}
