import { randomUUID } from 'node:crypto';
import type { EntityManager } from 'typeorm';
import type { TrailNote } from '../../database/unit-of-work';
import type { Instance, PlanSeat } from '../matcher/instance';
import type { Plan } from '../matcher/plan';
import { hashOf, type SnapshotOf } from './build-snapshot';
import type { ProposedSeat } from './proposed-member.entity';

/** The seat of an assignment: who is in training observes. */
export function seatOf(seat: PlanSeat): ProposedSeat {
  return seat === 'TRAINEE' ? 'OBSERVER' : seat;
}

/** Required seats that a plan leaves empty. */
export function missingSeats({ shortfalls }: Pick<Plan, 'shortfalls'>): number {
  return shortfalls.reduce((sum, { missing }) => sum + missing, 0);
}

/**
 * Writes what a run gave, as the platform: the plan as it is, its teams as rows, the outcome on the run. The trail commits
 * to snapshot and plan by their hashes.
 * @returns audits with somebody on their team, required seats that stay empty, and what the trail says
 */
export async function storePlan(
  manager: EntityManager,
  run: { id: string; of: SnapshotOf },
  snapshot: { instance: Instance; sha256: string },
  plan: Plan,
): Promise<{ teams: number; missing: number; note: TrailNote }> {
  const missing = missingSeats(plan);
  const sha256 = hashOf(plan);
  await manager.query('insert into matching_result (id, sha256, plan) values ($1, $2, $3)', [
    run.id,
    sha256,
    JSON.stringify(plan),
  ]);
  await storeTeams(manager, run.id, snapshot.instance, plan);
  await manager.query(
    `update matching_run set state = $2, status = $3, objective = $4, bound = $5, gap = $6, bound_covers = $7,
       stopped_by = $8, solved_seconds = $9, finished_at = now(), version = version + 1, updated_at = now()
     where id = $1 and state = 'RUNNING'`,
    [
      run.id,
      missing > 0 ? 'INFEASIBLE' : 'SOLVED',
      plan.status,
      plan.objective,
      plan.bound,
      plan.gap,
      plan.boundCovers,
      plan.stoppedBy,
      plan.seconds,
    ],
  );
  const note = {
    act: 'matchingRunFinish',
    objectType: 'MatchingRun',
    objectId: run.id,
    campaignId: run.of.campaignId,
    detail: { snapshot: snapshot.sha256, plan: sha256, status: plan.status, missing },
  };
  return { teams: plan.teams.filter(({ members }) => members.length > 0).length, missing, note };
}

async function storeTeams(
  manager: EntityManager,
  runId: string,
  instance: Instance,
  plan: Plan,
): Promise<void> {
  const planned = new Map(plan.teams.map((team) => [team.service, team]));
  const teams = instance.services.map(({ id }) => {
    const team = planned.get(id);
    return {
      id: randomUUID(),
      audit_id: id,
      week: team?.week ?? null,
      value: team?.value ?? 0,
      members: (team?.members ?? []).map(({ auditor, seat }) => ({
        id: randomUUID(),
        auditor_id: auditor,
        seat: seatOf(seat),
        is_lead: team?.lead === auditor,
      })),
    };
  });
  await manager.query(
    `insert into proposed_team (id, matching_run_id, audit_id, week, value)
     select id, $1, audit_id, week, value
     from jsonb_to_recordset($2::jsonb) as team (id uuid, audit_id uuid, week text, value int)`,
    [runId, JSON.stringify(teams)],
  );
  const members = teams.flatMap(({ id, audit_id, members: on }) =>
    on.map((member) => ({ ...member, proposed_team_id: id, audit_id })),
  );
  await manager.query(
    `insert into proposed_member (id, matching_run_id, proposed_team_id, audit_id, auditor_id, seat, is_lead)
     select id, $1, proposed_team_id, audit_id, auditor_id, seat, is_lead
     from jsonb_to_recordset($2::jsonb) as member
       (id uuid, proposed_team_id uuid, audit_id uuid, auditor_id uuid, seat text, is_lead boolean)`,
    [runId, JSON.stringify(members)],
  );
}
