import type { Ask } from '../../database/read-model';
import type { CalendarDate } from '../../kernel/working-days';
import type { LocalisedText } from '../../templates';
import { knownOfClauses, type CoverageRow } from './coverage-rows';
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

/** An audit, with the day of its visit, on which evidence must still hold. */
export interface CoveringAudit {
  id: string;
  templateVersionId: string;
  day: CalendarDate;
}

/**
 * What audits cover of the families that their templates touch, each on its day and each by itself, other audits of its
 * service left aside. What the service only says of itself covers nothing here. One statement.
 * @param sql of an act, which sees all grades and evidence
 * @returns by the ids of the audits
 */
export async function coverageOfAudits(
  sql: Ask,
  audits: readonly CoveringAudit[],
): Promise<Map<string, FamilyCount[]>> {
  // Each counts for itself, as if it were the only audit of a service of its own.
  const counted = audits.map(({ id, templateVersionId: versionId, day }) => {
    return { id, serviceId: id, versionId, since: day, until: day };
  });
  const rows = await knownOfClauses(sql, {
    serviceIds: counted.map(({ id }) => id),
    audits: counted,
    on: null,
  });
  const byAudit = new Map<string, CoverageRow[]>(audits.map(({ id }) => [id, []]));
  for (const row of rows) byAudit.get(row.serviceId)?.push(row);
  return new Map([...byAudit].map(([id, own]) => [id, familiesOf(own)]));
}

function familiesOf(rows: readonly CoverageRow[]): FamilyCount[] {
  return clausesOf(rows).flatMap(({ code, label, clauses }) => {
    const count = (strength: string): number => clauses.filter((each) => each.strength === strength).length;
    if (count('NOT_ASKED') === clauses.length) return [];
    return [{ code, label, clauses: clauses.length, full: count('COVERED'), partial: count('PARTLY') }];
  });
}
