import { delayFrom } from '../campaigns';
import type { UnitOfWork } from '../database/unit-of-work';
import { parisDate } from '../kernel/working-days';
import { assignmentStates } from './assignment.states';
import { Audit } from './audit.entity';
import { auditFor, moveAudit, recordAudit, type AuditMoveInput } from './move-audit';
import { campaignOf } from './plan-visit';
import { requireThawed } from './frozen-assignments';
import { requireState } from './require-audit';
import { requireTeamFreeOfConflicts } from './team-conflicts';

/**
 * Proposes the team: its members are asked, the service is not.
 * @throws Refusal NOT_FOUND, STALE_VERSION, FORBIDDEN, ILLEGAL_TRANSITION, TEAM_INCOMPLETE
 */
export async function proposeTeam(uow: UnitOfWork, input: AuditMoveInput): Promise<{ audit: string }> {
  const audit = await auditFor(uow, 'auditProposeTeam', input);
  await moveAudit(uow, audit, 'auditProposeTeam');
  return recordAudit(uow, audit, 'auditProposeTeam');
}

/**
 * Shows the team to the service, names and employers, and opens the window for recusals: its length is the campaign's
 * delay `recusal`.
 * @throws Refusal NOT_FOUND, STALE_VERSION, FORBIDDEN, ILLEGAL_TRANSITION, TEAM_INCOMPLETE, TEAM_NOT_ACCEPTED
 */
export async function showTeam(uow: UnitOfWork, input: AuditMoveInput): Promise<{ audit: string }> {
  const audit = await auditFor(uow, 'auditShowTeam', input);
  const recusalUntil = delayFrom(await campaignOf(uow, audit), 'recusal', parisDate(uow.now()));
  await moveAudit(uow, audit, 'auditShowTeam', {
    teamShownAt: uow.now().toISOString(),
    recusalUntil,
    isTeamAgreed: false,
  });
  return recordAudit(uow, audit, 'auditShowTeam', { recusalUntil });
}

/**
 * The service agrees to the team before its window ends, which spares everyone the wait.
 * @throws Refusal NOT_FOUND, STALE_VERSION, FORBIDDEN, ILLEGAL_TRANSITION
 */
export async function agreeTeam(uow: UnitOfWork, input: AuditMoveInput): Promise<{ audit: string }> {
  const audit = await auditFor(uow, 'auditAgreeTeam', input);
  requireState(audit, ['RECUSAL_WINDOW']);
  await uow.change(Audit, audit, { isTeamAgreed: true });
  return recordAudit(uow, audit, 'auditAgreeTeam');
}

/**
 * Confirms the team and each of its members, once the window is over or the service has agreed; the conflict rules
 * are evaluated once more, since ties may have appeared.
 * @throws Refusal NOT_FOUND, STALE_VERSION, FORBIDDEN, ILLEGAL_TRANSITION, RECUSAL_PENDING, RECUSAL_WINDOW_OPEN,
 * TEAM_INCOMPLETE, TEAM_NOT_ACCEPTED, ASSIGNMENT_FROZEN, CONFLICT_OF_INTEREST
 */
export async function confirmTeam(uow: UnitOfWork, input: AuditMoveInput): Promise<{ audit: string }> {
  const audit = await auditFor(uow, 'auditConfirmTeam', input);
  await moveAudit(uow, audit, 'auditConfirmTeam');
  await requireThawed(uow, audit.id, null, ['input', 'auditId']);
  await requireTeamFreeOfConflicts(uow, audit);
  await moveAssignments(uow, audit, 'confirm');
  return recordAudit(uow, audit, 'auditConfirmTeam');
}

/**
 * Makes one move of the assignments' state table for all assignments of an audit that stand where it begins; the
 * others stay as they are.
 */
export async function moveAssignments(
  uow: UnitOfWork,
  audit: Pick<Audit, 'id'>,
  act: 'confirm' | 'complete',
): Promise<void> {
  const move = assignmentStates.moves.find((each) => each.act === act);
  if (!move) throw new Error(`assignments have no move ${act}`);
  await uow.sql(
    `update assignment set state = $3, version = version + 1, updated_at = now()
     where audit_id = $1 and state = any($2)`,
    [audit.id, move.from, move.to],
  );
}
