import {
  AUDIT_STATES,
  AUDIT_TURNS,
  currentDeadline,
  isOverdue,
  whoseTurn,
  type AuditDeadline,
  type AuditState,
  type AuditTurn,
} from '../audits';
import { APPLICATION_STATES, type ApplicationState } from '../campaigns';
import type { ComputeContext, ComputedEdge, Row } from '../database/read-model';
import { parisDate, workingDaysBetween, type CalendarDate } from '../kernel/working-days';
import { tiedServices } from '../measures';
import { auditorLoads, seatedIn, type AuditorLoad } from './auditor-loads';
import { auditsInSight, type AuditInSight } from './audits-in-sight';
import { waitingIn, type Waiting } from './waiting';

/** What is due next in one audit. */
export interface DeadlineOfAudit extends Row {
  /** The audit's UUID. */
  id: string;
  auditId: string;
  reference: string;
  kind: AuditDeadline;
  dueOn: CalendarDate;
  /** Who must act next; null never stands in a list, since an audit that has ended has no deadline. */
  turn: AuditTurn | null;
  isLate: boolean;
}

/** A campaign at a glance, as one reader sees it. */
export interface CampaignProgress {
  /** The campaign's UUID. */
  campaignId: string;
  /** The day that counts as today. */
  day: CalendarDate;
  auditCount: number;
  lateCount: number;
  states: { state: AuditState; auditCount: number }[];
  /** Who must act next. */
  turns: { turn: AuditTurn; auditCount: number; lateCount: number }[];
  openRequestCount: number;
  lateRequestCount: number;
  openRecusalCount: number;
  lateRecusalCount: number;
  frozenAssignmentCount: number;
  openActionCount: number;
  lateActionCount: number;
  applications: { state: ApplicationState; applicationCount: number }[];
  deadlines: DeadlineOfAudit[];
  loads: AuditorLoad[];
}

/** Applications to a campaign ($1) that its reader sees, without those of services that he is tied to ($2). */
const APPLICATIONS = `
  select p.state, count(*)::int as "applicationCount" from application p
  where p.campaign_id = $1 and p.audited_service_id <> all($2::uuid[])
  group by p.state`;

/**
 * Campaigns at a glance, in six statements each: what waits, for whom, and what is late, in the audits that the reader sees.
 * Services that he is tied to are left out of every count.
 */
export const campaignProgressEdge: ComputedEdge = {
  kind: 'computed',
  needs: [],
  compute: (campaigns, context) => Promise.all(campaigns.map(({ id }) => progressOf(id, context))),
};

async function progressOf(
  campaignId: string,
  { viewer, now, sql, sqlOfActs }: ComputeContext,
): Promise<CampaignProgress> {
  const day = parisDate(now);
  const ties = tiedServices(viewer);
  const audits = await auditsInSight(sql, campaignId, ties);
  const ids = audits.filter(({ state }) => state !== 'CANCELLED').map(({ id }) => id);
  const [waiting, seated, applications] = await Promise.all([
    waitingIn(sqlOfActs, ids, now),
    seatedIn(sqlOfActs, ids),
    sql<CampaignProgress['applications'][number]>(APPLICATIONS, [campaignId, ties]),
  ]);
  const followed = audits.map((audit) => follow(audit, waiting.get(audit.id), day));
  const all = [...waiting.values()];
  const sum = (of: (one: Waiting) => number) => all.reduce((total, one) => total + of(one), 0);
  return {
    campaignId,
    day,
    auditCount: audits.length,
    lateCount: followed.filter(({ isLate }) => isLate).length,
    states: AUDIT_STATES.map((state) => ({
      state,
      auditCount: followed.filter(({ audit }) => audit.state === state).length,
    })),
    turns: AUDIT_TURNS.map((turn) => {
      const theirs = followed.filter((one) => one.turn === turn);
      return {
        turn,
        auditCount: theirs.length,
        lateCount: theirs.filter(({ isLate }) => isLate).length,
      };
    }),
    openRequestCount: sum(({ requestsToAnswer }) => requestsToAnswer),
    lateRequestCount: sum(({ requestsLate }) => requestsLate),
    openRecusalCount: sum(({ filedRecusals, appealedRecusals }) => filedRecusals + appealedRecusals),
    lateRecusalCount: sum(({ recusalsLate }) => recusalsLate),
    frozenAssignmentCount: sum(({ frozenAssignments }) => frozenAssignments),
    openActionCount: sum(({ actionsOpen }) => actionsOpen),
    lateActionCount: sum(({ actionsLate }) => actionsLate),
    applications: APPLICATION_STATES.map((state) => ({
      state,
      applicationCount: applications.find((each) => each.state === state)?.applicationCount ?? 0,
    })),
    deadlines: followed.flatMap(({ deadline }) => deadline ?? []),
    loads: auditorLoads(
      seated,
      new Map(
        followed.map(({ audit, turn }) => [audit.id, { state: audit.state, visitOn: audit.visitOn, turn }]),
      ),
    ),
  };
}

/** One audit with whose turn it is and what is due; `waiting` is absent for a cancelled one, which waits for nobody. */
function follow(audit: AuditInSight, waiting: Waiting | undefined, day: CalendarDate) {
  const turn = waiting ? whoseTurn(audit.state, waiting) : null;
  const due = currentDeadline(audit);
  const isLate = isOverdue(audit, day);
  const deadline: DeadlineOfAudit | null = due && {
    id: audit.id,
    auditId: audit.id,
    reference: audit.reference,
    kind: due.kind,
    dueOn: due.dueOn,
    turn,
    isLate,
  };
  return { audit, turn, isLate, deadline };
}

/**
 * Working days since the day on which something was due; 0 when it is not late. Counted for what is shown alone: counting
 * goes day by day.
 */
export function lateWorkingDays({ isLate, dueOn }: DeadlineOfAudit, today: CalendarDate): number {
  return isLate ? workingDaysBetween(dueOn, today) : 0;
}
