import { AUDIT_STATES } from '../../../server/audits';
import { currentDueOn, isOverdue, type AuditDays } from '../../../server/audits/current-deadline';
import { addDays } from '../../../server/kernel/working-days';

const days: Omit<AuditDays, 'state'> = {
  recusalUntil: '2027-03-16',
  selfAssessmentDueOn: '2027-05-14',
  visitOn: '2027-06-15',
  draftDueOn: '2027-07-06',
  contradictoryUntil: '2027-08-05',
  reportDueOn: '2027-08-20',
  planDueOn: '2027-10-19',
  planSubmittedAt: null,
};

const DUE: Partial<Record<AuditDays['state'], string>> = {
  RECUSAL_WINDOW: '2027-03-16',
  SELF_ASSESSMENT: '2027-05-14',
  DOCUMENT_REVIEW: '2027-06-15',
  DRAFT_REPORT: '2027-07-06',
  CONTRADICTORY: '2027-08-05',
  FINALISATION: '2027-08-20',
  PLAN_DUE: '2027-10-19',
};

describe('the step under way', () => {
  it.each(AUDIT_STATES)('in %s has its own due day, if any', (state) => {
    expect(currentDueOn({ ...days, state })).toBe(DUE[state] ?? null);
  });

  it.each(['SELF_ASSESSMENT', 'DOCUMENT_REVIEW', 'DRAFT_REPORT', 'FINALISATION', 'PLAN_DUE'] as const)(
    'in %s is late from the day after its due day',
    (state) => {
      const due = DUE[state] ?? '';
      expect(isOverdue({ ...days, state }, due)).toBe(false);
      expect(isOverdue({ ...days, state }, addDays(due, 1))).toBe(true);
    },
  );

  it.each(['RECUSAL_WINDOW', 'CONTRADICTORY'] as const)(
    'in %s is a right of the service, never late',
    (state) => {
      expect(isOverdue({ ...days, state }, '2028-01-01')).toBe(false);
    },
  );

  it('owes no plan once it is handed in', () => {
    const submitted = { ...days, state: 'PLAN_DUE' as const, planSubmittedAt: '2027-10-01T08:00:00.000Z' };
    expect(currentDueOn(submitted)).toBeNull();
    expect(isOverdue(submitted, '2028-01-01')).toBe(false);
  });
});
