import { Auditor } from '../auditors';
import { Campaign, delayFrom } from '../campaigns';
import type { UnitOfWork } from '../database/unit-of-work';
import { authorise } from '../identity';
import { Refusal, refuse, type DomainError } from '../kernel/outcome';
import { parisDate } from '../kernel/working-days';
import { requireWholeRun, MatchingRun, matchingRunStates, ProposedMember, runFactsOf } from '../matching';
import { Assignment } from './assignment.entity';
import { assignmentStates, COMPOSING } from './assignment.states';
import { Audit } from './audit.entity';
import { requireFit, seatAuditor } from './propose-assignment';
import { requireState } from './require-audit';
import { assignmentFactsOf } from './team-facts';

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
  auditId: string;
  auditorId: string;
  pinReason: string | null;
  /** The pair was forbidden, or the auditor declined or left this audit: no plan solved now would have it. */
  isRefused: boolean;
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
  for (const assignment of others) await withdraw(uow, assignment);
  return others.map(({ auditorId }) => auditorId);
}

/** Ends a proposal as the coordination does. */
export async function withdraw(uow: UnitOfWork, assignment: Assignment): Promise<void> {
  const facts = await assignmentFactsOf(uow, assignment.id);
  await uow.move(assignmentStates, Assignment, assignment, 'assignmentReplace', facts);
}

/** @returns the auditors who are called on */
async function callOnNewcomers(
  uow: UnitOfWork,
  run: MatchingRun,
  audits: ReadonlyMap<string, Audit>,
  overrideReason: string | null,
): Promise<string[]> {
  const newcomers = await newcomersOf(uow, run.id);
  const campaign = await uow.manager.findOneByOrFail(Campaign, { id: run.campaignId });
  const respondBy = delayFrom(campaign, 'perAuditDeclaration', parisDate(uow.now()));
  const errors: DomainError[] = [];
  for (const { memberId, auditId, auditorId, pinReason, isRefused } of newcomers) {
    const audit = audits.get(auditId);
    if (!audit) throw new Error('a member of a team that the run does not propose');
    const member = await uow.manager.findOneByOrFail(ProposedMember, { id: memberId });
    const auditor = await uow.manager.findOneByOrFail(Auditor, { id: auditorId });
    try {
      requireState(audit, COMPOSING);
      if (isRefused) refuse('MATCHING_PAIR_REFUSED', ['input', 'matchingRunId']);
      const place = { seat: member.seat, isLead: await leads(uow, member) };
      const reason = pinReason ?? overrideReason;
      const found = await requireFit(uow, audit, auditor, place, reason);
      const assignmentId = await seatAuditor(uow, audit, auditor, {
        ...place,
        respondBy,
        found,
        overrideReason: reason,
      });
      await uow.sql('update proposed_member set assignment_id = $2 where id = $1', [member.id, assignmentId]);
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      errors.push(...(await errorsOf(uow, audit, auditor, error)));
      if (errors.length >= ERRORS_AT_MOST) break;
    }
  }
  if (errors.length > 0) throw new Refusal(errors);
  return newcomers.map(({ auditorId }) => auditorId);
}

function newcomersOf(uow: UnitOfWork, runId: string): Promise<Newcomer[]> {
  return uow.sql<Newcomer>(
    `select m.id as "memberId", m.audit_id as "auditId", m.auditor_id as "auditorId", d.reason as "pinReason",
       exists (select 1 from matching_decision f where f.audit_id = m.audit_id and f.auditor_id = m.auditor_id
         and f.kind = 'FORBID' and f.ended_at is null)
       or exists (select 1 from assignment s where s.audit_id = m.audit_id and s.auditor_id = m.auditor_id
         and s.state in ('DECLINED', 'CONFLICT_DECLARED', 'RECUSED')) as "isRefused"
     from proposed_member m
     left join matching_decision d on d.audit_id = m.audit_id and d.auditor_id = m.auditor_id
       and d.kind = 'PIN' and d.ended_at is null
     where m.matching_run_id = $1 and not exists (select 1 from assignment s
       where s.audit_id = m.audit_id and s.auditor_id = m.auditor_id and s.seat = m.seat
         and s.state in ('PROPOSED', 'ACCEPTED', 'CONFIRMED', 'COMPLETED'))
     order by m.audit_id, m.is_lead desc, m.auditor_id`,
    [runId],
  );
}

/** Whoever leads already goes on leading. */
async function leads(uow: UnitOfWork, member: ProposedMember): Promise<boolean> {
  if (!member.isLead) return false;
  const leading = await uow.sql(
    `select 1 from assignment where audit_id = $1 and is_lead and state in ('PROPOSED', 'ACCEPTED', 'CONFIRMED', 'COMPLETED')`,
    [member.auditId],
  );
  return leading.length === 0;
}

/** Names the pair, then says what stands against it. */
async function errorsOf(
  uow: UnitOfWork,
  audit: Audit,
  auditor: Auditor,
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
