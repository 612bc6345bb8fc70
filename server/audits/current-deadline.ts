import type { CalendarDate } from '../kernel/working-days';
import type { AuditState } from './audit.states';

/** The days of an audit on which a step is due. */
export interface AuditDays {
  state: AuditState;
  recusalUntil: CalendarDate | null;
  selfAssessmentDueOn: CalendarDate | null;
  draftDueOn: CalendarDate | null;
  contradictoryUntil: CalendarDate | null;
  reportDueOn: CalendarDate | null;
  planDueOn: CalendarDate | null;
  planSubmittedAt: string | null;
}

/** The day on which the step under way is due; null when nothing is. */
export function currentDueOn(audit: AuditDays): CalendarDate | null {
  switch (audit.state) {
    case 'RECUSAL_WINDOW':
      return audit.recusalUntil;
    case 'SELF_ASSESSMENT':
      return audit.selfAssessmentDueOn;
    case 'DRAFT_REPORT':
      return audit.draftDueOn;
    case 'CONTRADICTORY':
      return audit.contradictoryUntil;
    case 'FINALISATION':
      return audit.reportDueOn;
    case 'PLAN_DUE':
      return audit.planSubmittedAt === null ? audit.planDueOn : null;
    default:
      return null;
  }
}

/**
 * Whether the step under way is late. The windows for recusals and replies are a right of the service, not a duty:
 * nobody is late when they end.
 */
export function isOverdue(audit: AuditDays, today: CalendarDate): boolean {
  const due = currentDueOn(audit);
  const isWindow = audit.state === 'RECUSAL_WINDOW' || audit.state === 'CONTRADICTORY';
  return due !== null && !isWindow && due < today;
}
