import type { UnitOfWork } from '../database/unit-of-work';
import { delayFrom } from '../campaigns';
import { authorise } from '../identity';
import { refuse } from '../kernel/outcome';
import { requireStateOf } from '../kernel/require-state';
import { parisDate } from '../kernel/working-days';
import { assignmentStates, BEFORE_VISIT } from './assignment.states';
import { campaignOf } from './plan-visit';
import { Recusal } from './recusal.entity';
import { recusalStates } from './recusal.states';
import { requireAssignment } from './require-assignment';
import { requireState, subjectOf } from './require-audit';

/** Against whom a service objects, and why. */
export interface RecusalFileInput {
  id?: string | null;
  assignmentId: string;
  reason: string;
  isNewFact?: boolean | null;
}

/**
 * Asks that an auditor be taken off the team: within the window that opened when the team was shown, and later only
 * for a fact that was not known before. One request per assignment.
 * @throws Refusal NOT_FOUND, FORBIDDEN, ILLEGAL_TRANSITION, RECUSAL_WINDOW_OVER, ALREADY_EXISTS
 */
export async function fileRecusal(uow: UnitOfWork, input: RecusalFileInput): Promise<{ recusal: string }> {
  const path = ['input', 'assignmentId'];
  const { assignment, audit } = await requireAssignment(uow, input.assignmentId, path);
  authorise(uow, 'recusalFile', subjectOf(audit));
  requireStateOf(assignmentStates, assignment, ['ACCEPTED', 'CONFIRMED']);
  requireState(audit, BEFORE_VISIT);
  const filed = await uow.sql('select 1 from recusal where assignment_id = $1', [assignment.id]);
  if (filed.length > 0) refuse('ALREADY_EXISTS', path, { what: 'Recusal' });
  const today = parisDate(uow.now());
  const isLate =
    audit.state !== 'RECUSAL_WINDOW' || audit.recusalUntil === null || today > audit.recusalUntil;
  if (isLate && !input.isNewFact) refuse('RECUSAL_WINDOW_OVER', ['input', 'isNewFact']);
  const campaign = await campaignOf(uow, audit);
  const recusal = await uow.insert(Recusal, {
    ...(input.id ? { id: input.id } : {}),
    auditId: audit.id,
    assignmentId: assignment.id,
    state: recusalStates.initial,
    reason: input.reason,
    isLate,
    decideBy: delayFrom(campaign, 'recusalDecision', today),
    filedById: uow.viewer.accountId,
  });
  uow.record({
    act: 'recusalFile',
    objectType: 'Recusal',
    objectId: recusal,
    campaignId: audit.campaignId,
    detail: { isLate },
  });
  return { recusal };
}
