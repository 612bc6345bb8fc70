import type { CalendarDate } from '../kernel/working-days';
import type { AuditState } from './audit.states';

/** The days of an audit on which a step is due. */
export interface AuditDays {
  state: AuditState;
  recusalUntil: CalendarDate | null;
  selfAssessmentDueOn: CalendarDate | null;
  visitOn: CalendarDate | null;
  draftDueOn: CalendarDate | null;
  contradictoryUntil: CalendarDate | null;
  reportDueOn: CalendarDate | null;
  planDueOn: CalendarDate | null;
  planSubmittedAt: string | null;
}

/** What can be due in an audit, in the order of its life. */
export const AUDIT_DEADLINES = [
  'RECUSAL',
  'SELF_ASSESSMENT',
  'VISIT',
  'DRAFT_REPORT',
  'CONTRADICTORY',
  'FINAL_REPORT',
  'PLAN',
] as const;
export type AuditDeadline = (typeof AUDIT_DEADLINES)[number];

type DayField = Exclude<keyof AuditDays, 'state' | 'planSubmittedAt'>;

/**
 * What is due in a state, and where its day stands. The windows for recusals and replies are a right of the service, not
 * a duty: nobody is late when they end.
 */
const DUE_IN: Partial<Record<AuditState, { kind: AuditDeadline; day: DayField; isRight?: true }>> = {
  RECUSAL_WINDOW: { kind: 'RECUSAL', day: 'recusalUntil', isRight: true },
  SELF_ASSESSMENT: { kind: 'SELF_ASSESSMENT', day: 'selfAssessmentDueOn' },
  DOCUMENT_REVIEW: { kind: 'VISIT', day: 'visitOn' },
  DRAFT_REPORT: { kind: 'DRAFT_REPORT', day: 'draftDueOn' },
  CONTRADICTORY: { kind: 'CONTRADICTORY', day: 'contradictoryUntil', isRight: true },
  FINALISATION: { kind: 'FINAL_REPORT', day: 'reportDueOn' },
  PLAN_DUE: { kind: 'PLAN', day: 'planDueOn' },
};

/** What is due next in an audit and when; null when nothing is, or when its day is not set. */
export function currentDeadline(
  audit: AuditDays,
): { kind: AuditDeadline; dueOn: CalendarDate; isRight: boolean } | null {
  const due = DUE_IN[audit.state];
  const dueOn = due && audit[due.day];
  if (!dueOn || (due.kind === 'PLAN' && audit.planSubmittedAt !== null)) return null;
  return { kind: due.kind, dueOn, isRight: due.isRight ?? false };
}

/** The day on which the step under way is due; null when nothing is. */
export function currentDueOn(audit: AuditDays): CalendarDate | null {
  return currentDeadline(audit)?.dueOn ?? null;
}

/** Whether the step under way is late: its day has passed, and somebody owed it. */
export function isOverdue(audit: AuditDays, today: CalendarDate): boolean {
  const due = currentDeadline(audit);
  return due !== null && !due.isRight && due.dueOn < today;
}
