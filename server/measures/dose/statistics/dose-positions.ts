import type { Ask } from '../../../database/read-model';
import type { CalendarDate } from '../../../kernel/working-days';
import { auditDoses, type AuditDoses, type ExamStatistic } from './audit-doses';
import { worstPosition, type DosePosition } from './dose-position';

/** Where the doses of an audit stand for the examinations of a criterion on the scale DOSEPOS. */
export interface DosePositions {
  /** The worst position that could be told of the examinations evaluated; INSUFFICIENT where nothing was evaluated. */
  outcome: DosePosition;
  /** What it rests on: the examinations of the criterion that have records. */
  exams: ExamStatistic[];
}

/**
 * The outcome that the doses of an audit propose for a criterion.
 * @param sql sees all records of the audit (an act's own reads)
 * @param examCodes of the criterion; empty for all examinations
 * @param day whose levels count: that of the visit
 */
export async function dosePositions(
  sql: Ask,
  auditId: string,
  examCodes: readonly string[],
  day: CalendarDate,
): Promise<DosePositions> {
  return positionAmong((await auditDoses(sql, [{ id: auditId, day }])).get(auditId), examCodes);
}

/**
 * The same from doses that were read before.
 * @param doses undefined where there are none
 */
export function positionAmong(doses: AuditDoses | undefined, examCodes: readonly string[]): DosePositions {
  const exams = (doses?.exams ?? []).filter(
    ({ examCode, populations }) =>
      populations.length > 0 && (examCodes.length === 0 || examCodes.includes(examCode)),
  );
  const outcome = exams.length === 0 ? 'INSUFFICIENT' : worstPosition(exams.map(({ position }) => position));
  return { outcome, exams };
}
