import type { Ask } from '../conflicts/find-conflicts';
import type { Pair } from '../matcher/instance';
import type { DecisionKind } from '../needs/matching-decision.entity';
import type { ProposedSeat } from './proposed-member.entity';

/** Who was called on for one of the composed audits, whatever became of it. */
interface CalledRow {
  auditId: string;
  auditorId: string;
  seat: ProposedSeat;
  state: string;
}

/** What is settled or known about pairs before the matcher begins. */
export interface SnapshotTeams {
  /** Accepted: they stay, whatever the plan. */
  seated: readonly CalledRow[];
  /** Asked, and not answered yet. */
  proposed: readonly Pair[];
  /** Declined or left, each on its audit. */
  refused: readonly Pair[];
  decisions: readonly { auditId: string; auditorId: string; kind: DecisionKind }[];
  /** Ties to review that somebody has reviewed, for the pair: audit, auditor and rule. */
  reviewed: ReadonlySet<string>;
}

const SEATED = ['ACCEPTED', 'CONFIRMED'];
const REFUSED = ['DECLINED', 'CONFLICT_DECLARED', 'RECUSED'];

/** Under what a reviewed tie stands in `SnapshotTeams.reviewed`. */
export const reviewKey = (auditId: string, auditorId: string, ruleCode: string): string =>
  `${auditId} ${auditorId} ${ruleCode}`;

/** Teams as far as they stand, and what the coordination has settled. */
export async function snapshotTeams(sql: Ask, auditIds: readonly string[]): Promise<SnapshotTeams> {
  const called = await sql<CalledRow>(
    `select audit_id as "auditId", auditor_id as "auditorId", seat, state from assignment
     where audit_id = any($1::uuid[]) and state <> 'REPLACED' order by audit_id, auditor_id, created_at, id`,
    [[...auditIds]],
  );
  const decisions = await sql<SnapshotTeams['decisions'][number]>(
    `select audit_id as "auditId", auditor_id as "auditorId", kind from matching_decision
     where audit_id = any($1::uuid[]) and ended_at is null order by audit_id, auditor_id`,
    [[...auditIds]],
  );
  const reviewed = await sql<{ auditId: string; auditorId: string; ruleCode: string }>(
    `select audit_id as "auditId", auditor_id as "auditorId", rule_code as "ruleCode" from conflict
     where audit_id = any($1::uuid[]) and override_reason is not null`,
    [[...auditIds]],
  );
  const pairsIn = (states: readonly string[]): Pair[] =>
    called
      .filter(({ state }) => states.includes(state))
      .map(({ auditId, auditorId }): Pair => [auditorId, auditId]);
  return {
    seated: called.filter(({ state }) => SEATED.includes(state)),
    proposed: pairsIn(['PROPOSED']),
    refused: pairsIn(REFUSED),
    decisions,
    reviewed: new Set(
      reviewed.map(({ auditId, auditorId, ruleCode }) => reviewKey(auditId, auditorId, ruleCode)),
    ),
  };
}

/** Auditors who were on one team in one of the last campaigns before this one, each pair once. */
export async function pastPairsOf(sql: Ask, campaignId: string, campaigns: number): Promise<Pair[]> {
  const rows = await sql<{ one: string; other: string }>(
    `with earlier as (
       select c.id from campaign c join campaign here on here.id = $1::uuid
       where c.id <> here.id and c.state <> 'CANCELLED' and c.visits_from < here.visits_from
         and exists (select 1 from audit a join assignment g on g.audit_id = a.id
           where a.campaign_id = c.id and g.state in ('CONFIRMED', 'COMPLETED'))
       order by c.visits_from desc, c.id limit $2
     )
     select distinct x.auditor_id as one, y.auditor_id as other
     from earlier e join audit a on a.campaign_id = e.id and a.state <> 'CANCELLED'
     join assignment x on x.audit_id = a.id and x.state in ('CONFIRMED', 'COMPLETED') and x.seat <> 'OBSERVER'
     join assignment y on y.audit_id = a.id and y.state in ('CONFIRMED', 'COMPLETED') and y.seat <> 'OBSERVER'
     where x.auditor_id < y.auditor_id
     order by 1, 2`,
    [campaignId, campaigns],
  );
  return rows.map(({ one, other }): Pair => [one, other]);
}

/** The pairs of a run's plan. */
export async function pairsOfRun(sql: Ask, runId: string): Promise<Pair[]> {
  const rows = await sql<{ auditorId: string; auditId: string }>(
    `select auditor_id as "auditorId", audit_id as "auditId" from proposed_member
     where matching_run_id = $1 order by audit_id, auditor_id`,
    [runId],
  );
  return rows.map(({ auditorId, auditId }): Pair => [auditorId, auditId]);
}
