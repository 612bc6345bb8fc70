import { Auditor } from '../auditors';
import { Campaign, delayFrom } from '../campaigns';
import type { UnitOfWork } from '../database/unit-of-work';
import { authorise } from '../identity';
import { Refusal, refuse, type DomainError } from '../kernel/outcome';
import { parisDate } from '../kernel/working-days';
import {
  ACTIVE_ASSIGNMENT_STATES,
  conflictsOfCampaign,
  MatchingRun,
  matchingRunStates,
  requireWholeRun,
  runFactsOf,
  type PairConflict,
} from '../matching';
import type { FrozenConflictRule } from '../templates';
import { Assignment, type Seat } from './assignment.entity';
import { assignmentStates, COMPOSING } from './assignment.states';
import { Audit } from './audit.entity';
import { requireState } from './require-audit';
import { requireSeat } from './seat-guards';
import { keepConflicts, requireReviewed } from './team-conflicts';
import { withdrawProposals } from './withdraw-proposals';

/** Which plan is to be put into effect. */
export interface MatchingRunPublishInput {
  matchingRunId: string;
  expectedVersion: number;
  /** Why ties to review are passed over where no pin gives a reason. */
  overrideReason?: string | null;
}

/** Someone of the plan who is not on the team yet. */
interface Newcomer {
  memberId: string;
  audit: Audit;
  auditor: Auditor;
  seat: Seat;
  isLead: boolean;
  /** Why ties to review are passed over. */
  overrideReason: string | null;
  /** The pair was forbidden, or the auditor declined or left this audit: no plan solved now would have it. */
  isRefused: boolean;
}

/** The same, called on. */
interface Called extends Newcomer {
  assignment: string;
}

const ERRORS_AT_MOST = 20;

/**
 * Calls on everybody whom a run proposes and who is not on his team yet, with the guards of `proposeAssignment`: conflicts
 * are evaluated once more. Whoever was proposed and is not in the plan is no longer called on. All of it, or nothing.
 * @throws Refusal NOT_FOUND, FORBIDDEN (a tie, see `requireWholeRun`), STALE_VERSION, ILLEGAL_TRANSITION,
 *   MATCHING_DRY_RUN, CAMPAIGN_NOT_RUNNING; MATCHING_PAIR_CHANGED with its reason (MATCHING_PAIR_REFUSED and those of
 *   `proposeAssignment`) for each pair that does not hold any more
 */
export async function publishRun(
  uow: UnitOfWork,
  input: MatchingRunPublishInput,
): Promise<{ matchingRun: string }> {
  const path = ['input', 'matchingRunId'];
  const run = await uow.require(MatchingRun, input.matchingRunId, path, input.expectedVersion);
  authorise(uow, 'matchingRunPublish');
  await requireWholeRun(uow, run.id);
  const facts = await runFactsOf(uow, run.id);
  await uow.move(matchingRunStates, MatchingRun, run, 'matchingRunPublish', facts, {
    publishedAt: uow.now().toISOString(),
    publishedById: uow.viewer.accountId,
  });
  const audits = await lockAudits(uow, run.id);
  const withdrawn = await withdrawOthers(uow, run.id, [...audits.keys()]);
  const proposed = await callOnNewcomers(uow, run, audits, input.overrideReason ?? null);
  await uow.reviewFacts({ cause: 'matchingRunPublish', auditorIds: [...proposed, ...withdrawn] });
  uow.record({
    act: 'matchingRunPublish',
    objectType: 'MatchingRun',
    objectId: run.id,
    campaignId: run.campaignId,
    detail: { proposed: proposed.length, withdrawn: withdrawn.length },
  });
  return { matchingRun: run.id };
}

/** The audits that the plan gives somebody to, all locked in the order of their ids. */
async function lockAudits(uow: UnitOfWork, runId: string): Promise<Map<string, Audit>> {
  const audits = await uow.manager
    .createQueryBuilder(Audit, 'a')
    .setLock('pessimistic_write')
    .where('a.id in (select t.audit_id from proposed_team t where t.matching_run_id = :runId)', { runId })
    .orderBy('a.id')
    .getMany();
  return new Map(audits.map((audit) => [audit.id, audit]));
}

/** Ends proposals that the plan does not hold. @returns the auditors whose they were */
async function withdrawOthers(
  uow: UnitOfWork,
  runId: string,
  auditIds: readonly string[],
): Promise<string[]> {
  const others = await uow.manager
    .createQueryBuilder(Assignment, 's')
    .setLock('pessimistic_write')
    .where('s.auditId = any(:auditIds)', { auditIds: [...auditIds] })
    .andWhere(`s.state = 'PROPOSED'`)
    .andWhere(
      `not exists (select 1 from proposed_member m where m.matching_run_id = :runId
         and m.audit_id = s.audit_id and m.auditor_id = s.auditor_id and m.seat = s.seat)`,
      { runId },
    )
    .orderBy('s.id')
    .getMany();
  return withdrawProposals(uow, others);
}

/**
 * Seats everybody first, then looks at the ties of all of them at once, the new teams being among the facts.
 * @returns the auditors who are called on
 */
async function callOnNewcomers(
  uow: UnitOfWork,
  run: MatchingRun,
  audits: ReadonlyMap<string, Audit>,
  overrideReason: string | null,
): Promise<string[]> {
  const campaign = await uow.manager.findOneByOrFail(Campaign, { id: run.campaignId });
  const respondBy = delayFrom(campaign, 'perAuditDeclaration', parisDate(uow.now()));
  const changed: DomainError[] = [];
  const called: Called[] = [];
  const onlyIfAllowed = async (newcomer: Newcomer, act: () => Promise<void>): Promise<void> => {
    if (changed.length >= ERRORS_AT_MOST) return;
    try {
      await act();
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      changed.push(...(await errorsOf(uow, newcomer, error)));
    }
  };
  for (const newcomer of await newcomersOf(uow, run.id, audits, overrideReason)) {
    const { audit, auditor, seat, isLead } = newcomer;
    await onlyIfAllowed(newcomer, async () => {
      requireState(audit, COMPOSING);
      if (newcomer.isRefused) refuse('MATCHING_PAIR_REFUSED', ['input', 'matchingRunId']);
      await requireSeat(uow, audit, auditor, { seat, isLead });
      const columns = { auditId: audit.id, auditorId: auditor.id, seat, isLead, respondBy };
      const assignment = await uow.insert(Assignment, { ...columns, state: assignmentStates.initial });
      called.push({ ...newcomer, assignment });
    });
  }
  const found = new Map<string, PairConflict[]>();
  for (const conflict of await conflictsOf(uow, campaign, called))
    found.set(conflict.auditorId, [...(found.get(conflict.auditorId) ?? []), conflict]);
  for (const newcomer of called) {
    const { audit, auditor } = newcomer;
    const conflicts = (found.get(auditor.id) ?? []).filter(
      ({ serviceId }) => serviceId === null || serviceId === audit.auditedServiceId,
    );
    await onlyIfAllowed(newcomer, async () => {
      requireReviewed(uow, conflicts, newcomer.overrideReason);
      await keepConflicts(uow, { ...newcomer, auditorId: auditor.id }, conflicts);
    });
  }
  if (changed.length > 0) throw new Refusal(changed);
  await uow.sql(
    `update proposed_member m set assignment_id = made.assignment
     from jsonb_to_recordset($1::jsonb) as made ("memberId" uuid, assignment uuid) where m.id = made."memberId"`,
    [JSON.stringify(called.map(({ memberId, assignment }) => ({ memberId, assignment })))],
  );
  return called.map(({ auditor }) => auditor.id);
}

/** Those of the plan who are not on their seats, whoever leads first; whoever leads already goes on leading. */
async function newcomersOf(
  uow: UnitOfWork,
  runId: string,
  audits: ReadonlyMap<string, Audit>,
  overrideReason: string | null,
): Promise<Newcomer[]> {
  const rows = await uow.sql<{
    memberId: string;
    auditId: string;
    auditorId: string;
    seat: Seat;
    isLead: boolean;
    pinReason: string | null;
    isRefused: boolean;
  }>(
    `select m.id as "memberId", m.audit_id as "auditId", m.auditor_id as "auditorId", m.seat, d.reason as "pinReason",
       m.is_lead and not exists (select 1 from assignment l
         where l.audit_id = m.audit_id and l.is_lead and l.state in ${ACTIVE}) as "isLead",
       exists (select 1 from matching_decision f where f.audit_id = m.audit_id and f.auditor_id = m.auditor_id
         and f.kind = 'FORBID' and f.ended_at is null)
       or exists (select 1 from assignment s where s.audit_id = m.audit_id and s.auditor_id = m.auditor_id
         and s.state in ('DECLINED', 'CONFLICT_DECLARED', 'RECUSED')) as "isRefused"
     from proposed_member m
     left join matching_decision d on d.audit_id = m.audit_id and d.auditor_id = m.auditor_id
       and d.kind = 'PIN' and d.ended_at is null
     where m.matching_run_id = $1 and not exists (select 1 from assignment s
       where s.audit_id = m.audit_id and s.auditor_id = m.auditor_id and s.seat = m.seat and s.state in ${ACTIVE})
     order by m.audit_id, m.is_lead desc, m.auditor_id`,
    [runId],
  );
  const auditors = new Map(
    (
      await uow.manager
        .createQueryBuilder(Auditor, 'u')
        // What is proposed to them elsewhere at the same time counts for their yearly maximum.
        .setLock('pessimistic_write')
        .where('u.id = any(:ids)', { ids: rows.map(({ auditorId }) => auditorId) })
        .orderBy('u.id')
        .getMany()
    ).map((auditor) => [auditor.id, auditor]),
  );
  return rows.map(({ auditId, auditorId, pinReason, ...row }) => {
    const audit = audits.get(auditId);
    const auditor = auditors.get(auditorId);
    if (!audit || !auditor) throw new Error('a plan with somebody who is not there');
    return { ...row, audit, auditor, overrideReason: pinReason ?? overrideReason };
  });
}

const ACTIVE = `('${ACTIVE_ASSIGNMENT_STATES.join("', '")}')`;

/** What stands between all these auditors and all these services, in one statement. */
function conflictsOf(
  uow: UnitOfWork,
  campaign: Campaign,
  called: readonly Called[],
): Promise<PairConflict[]> {
  const asked = {
    auditorIds: [...new Set(called.map(({ auditor }) => auditor.id))],
    serviceIds: [...new Set(called.map(({ audit }) => audit.auditedServiceId))],
  };
  const rules = campaign.conflictRules as FrozenConflictRule[];
  return conflictsOfCampaign(uow.sql, rules, campaign.id, parisDate(uow.now()), asked);
}

/** Names the pair, then says what stands against it. */
async function errorsOf(
  uow: UnitOfWork,
  { audit, auditor }: Newcomer,
  refusal: Refusal,
): Promise<DomainError[]> {
  const path = ['input', 'matchingRunId'];
  const [person] = await uow.sql<{ name: string }>(
    `select given_name || ' ' || family_name as name from person where id = $1`,
    [auditor.personId],
  );
  const params = { audit: audit.reference, auditor: person?.name ?? '' };
  return [
    { code: 'MATCHING_PAIR_CHANGED', path, params },
    ...refusal.errors.map((error) => ({ ...error, path })),
  ];
}
