import { AUDIT_STATES, type AuditState, type AuditTurn } from '../audits';
import type { Ask, Row } from '../database/read-model';
import type { CalendarDate } from '../kernel/working-days';

/** An auditor on a team that is being composed or at work. */
export interface Seated {
  auditId: string;
  auditorId: string;
  name: string;
  isObserver: boolean;
  isLead: boolean;
  isProposed: boolean;
}

/** What an auditor has to do in a campaign. */
export interface AuditorLoad extends Row {
  /** The auditor's UUID. */
  id: string;
  auditorId: string;
  /** What the list is sorted by: the name, without accents and in small letters. */
  sortName: string;
  auditCounts: { state: AuditState; auditCount: number }[];
  /** By month, `YYYY-MM`. */
  visits: { month: string; visitCount: number }[];
  /** Calls to answer, and audits in which the team, or he as its lead, must act next. */
  openTaskCount: number;
}

/** Those on the teams of audits ($1), called on or at work. */
const SEATED = `
  select s.audit_id as "auditId", s.auditor_id as "auditorId", concat_ws(' ', p.family_name, p.given_name) as name,
    s.seat = 'OBSERVER' as "isObserver", s.is_lead as "isLead", s.state = 'PROPOSED' as "isProposed"
  from unnest($1::uuid[]) a (id)
  join assignment s on s.audit_id = a.id
  join auditor o on o.id = s.auditor_id
  join person p on p.id = o.person_id
  where s.state in ('PROPOSED', 'ACCEPTED', 'CONFIRMED', 'COMPLETED')`;

/** Who sits on the teams of audits, in one statement. @param sql sees every team */
export function seatedIn(sql: Ask, auditIds: readonly string[]): Promise<Seated[]> {
  return sql<Seated>(SEATED, [auditIds]);
}

/** An audit as far as loads look at it. */
interface LoadedAudit {
  state: AuditState;
  visitOn: CalendarDate | null;
  turn: AuditTurn | null;
}

/** What each auditor has to do, of those who have a seat: told by name, never a ranking. */
export function auditorLoads(
  seated: readonly Seated[],
  audits: ReadonlyMap<string, LoadedAudit>,
): AuditorLoad[] {
  const byAuditor = new Map<string, Seated[]>();
  for (const seat of seated) {
    const seats = byAuditor.get(seat.auditorId);
    if (seats) seats.push(seat);
    else byAuditor.set(seat.auditorId, [seat]);
  }
  return [...byAuditor].map(([auditorId, seats]) => {
    const theirs = seats.flatMap((seat) => {
      const audit = audits.get(seat.auditId);
      return audit ? [{ seat, audit }] : [];
    });
    const states = countBy(theirs, ({ audit }) => audit.state);
    const months = countBy(theirs, ({ audit }) => audit.visitOn?.slice(0, 7) ?? null);
    return {
      id: auditorId,
      auditorId,
      sortName: foldedName(seats[0]?.name ?? ''),
      auditCounts: AUDIT_STATES.flatMap((state) => {
        const auditCount = states.get(state);
        return auditCount === undefined ? [] : [{ state, auditCount }];
      }),
      visits: [...months].sort().map(([month, visitCount]) => ({ month, visitCount })),
      openTaskCount: theirs.filter(({ seat, audit }) => isTask(seat, audit.turn)).length,
    };
  });
}

function isTask({ isProposed, isObserver, isLead }: Seated, turn: AuditTurn | null): boolean {
  if (isProposed) return true;
  return !isObserver && (turn === 'TEAM' || (turn === 'LEAD' && isLead));
}

/** How many rows have each word; rows without one are left out. */
function countBy<T, W extends string>(rows: readonly T[], wordOf: (row: T) => W | null): Map<W, number> {
  const counts = new Map<W, number>();
  for (const row of rows) {
    const word = wordOf(row);
    if (word !== null) counts.set(word, (counts.get(word) ?? 0) + 1);
  }
  return counts;
}

/** A name as French lists sort it: accents and capitals do not count. */
function foldedName(name: string): string {
  return name.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}
