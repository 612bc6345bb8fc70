import type { CalendarDate } from '../../kernel/working-days';
import type { FrozenConflictRule } from '../../templates';
import { evaluateConflicts, type FoundConflict } from './conflict-rules';
import { PERSONAL_TIES, SHARED_EMPLOYERS } from './fact-statement';
import { factTables, NAME, PERSON, SPAN } from './fact-tables';
import { lookBack, type Ask } from './find-conflicts';
import { NO_FACTS, type TeamMate } from './facts';

/** A rule that keeps two auditors from one team. */
export interface TeamConflict extends FoundConflict {
  /** In the order of the alphabet. */
  auditorIds: readonly [string, string];
}

const STATEMENT = `
  ${factTables({ auditors: true, services: false })}
  select t.auditor_id as one, v.id as other, jsonb_build_object(
    'person', ${PERSON('p')}, 'organisation', ${NAME('o')}, ${SPAN('t', 'f')}) as fact
  from asked_auditor v join person p on p.id = v.person_id ${SHARED_EMPLOYERS}
  where t.auditor_id < v.id
  union all
  select t.id, v.id, jsonb_build_object(
    'person', ${PERSON('p')}, 'organisation', null, 'from', f.from_date, 'to', f.to_date)
  from asked_auditor v join person p on p.id = v.person_id ${PERSONAL_TIES}
  where t.id < v.id`;

/**
 * Auditors who must not sit on one team (C12): who share an employer or a personal tie, under the rules that the
 * campaign froze. One statement for all auditors; only pairs that have a tie come back.
 */
export async function teamConflictsOf(
  sql: Ask,
  rules: readonly FrozenConflictRule[],
  campaignId: string,
  today: CalendarDate,
): Promise<TeamConflict[]> {
  const asked = rules.filter(({ predicate }) => predicate === 'TEAM_SAME_EMPLOYER');
  if (asked.length === 0) return [];
  const rows = await sql<{ one: string; other: string; fact: TeamMate }>(STATEMENT, [
    campaignId,
    today,
    lookBack(asked, today),
    null,
    [],
    0,
    [],
  ]);
  const mates = new Map<string, { auditorIds: [string, string]; teamMates: TeamMate[] }>();
  for (const { one, other, fact } of rows) {
    const key = `${one} ${other}`;
    let pair = mates.get(key);
    if (!pair) mates.set(key, (pair = { auditorIds: [one, other], teamMates: [] }));
    pair.teamMates.push(fact);
  }
  return [...mates.values()].flatMap(({ auditorIds, teamMates }) =>
    evaluateConflicts(asked, { ...NO_FACTS, teamMates }, today).map((one) => ({ auditorIds, ...one })),
  );
}
