import type { Ask } from '../../database/read-model';
import type { CalendarDate } from '../../kernel/working-days';
import type { LocalisedText } from '../../templates';
import { knownOfClauses } from './coverage-rows';
import { clausesOf } from './reference-coverage';

/** How many clauses of a family of reference texts one audit covers by itself. */
export interface FamilyCount {
  code: string;
  label: LocalisedText;
  /** Clauses of the family, be they touched or not. */
  clauses: number;
  /** Covered, and partly covered, by the team's grades and the evidence that it accepted. */
  full: number;
  partial: number;
}

/**
 * What one audit covers of the families that its template touches, on a day, other audits of the service left aside. What
 * the service only says of itself covers nothing here. One statement.
 * @param sql of an act, which sees all grades and evidence
 * @param audit with the day of its visit, on which evidence must still hold
 */
export async function auditCoverage(
  sql: Ask,
  audit: { id: string; auditedServiceId: string; templateVersionId: string; day: CalendarDate },
): Promise<FamilyCount[]> {
  const { id, auditedServiceId: serviceId, templateVersionId: versionId, day } = audit;
  const counted = { id, serviceId, versionId, since: day, until: day };
  const rows = await knownOfClauses(sql, { serviceIds: [serviceId], audits: [counted], on: day });
  return clausesOf(rows).flatMap(({ code, label, clauses }) => {
    const count = (strength: string): number => clauses.filter((each) => each.strength === strength).length;
    if (count('NOT_ASKED') === clauses.length) return [];
    return [{ code, label, clauses: clauses.length, full: count('COVERED'), partial: count('PARTLY') }];
  });
}
