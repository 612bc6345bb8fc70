import type { UnitOfWork } from '../database/unit-of-work';
import { delayFrom } from '../campaigns';
import { authorise } from '../identity';
import { moveOf } from '../kernel/states';
import { parisDate } from '../kernel/working-days';
import { Assignment } from './assignment.entity';
import { assignmentStates } from './assignment.states';
import type { Audit } from './audit.entity';
import { loseAuditor } from './lose-auditor';
import { campaignOf } from './plan-visit';
import { Recusal } from './recusal.entity';
import { recusalStates } from './recusal.states';
import { requireRecusal } from './require-assignment';
import { subjectOf } from './require-audit';
import { assignmentFactsOf, recusalFactsOf } from './team-facts';

/** A decision on a recusal, or an appeal against one; always with its reason. */
export interface RecusalMoveInput {
  recusalId: string;
  expectedVersion: number;
  reason: string;
}

/** What a move notes beside the state. */
type Note = (audit: Audit) => Promise<Partial<Recusal>> | Partial<Recusal>;

/**
 * Makes one move of the recusal's state table; the acts below differ in what they note, and in whether the auditor
 * leaves the team.
 * @throws Refusal NOT_FOUND, FORBIDDEN, STALE_VERSION, ILLEGAL_TRANSITION, or what the move's guard says
 */
async function moveRecusal(
  uow: UnitOfWork,
  act: string,
  input: RecusalMoveInput,
  note: Note,
  isUpheld = false,
): Promise<{ recusal: string }> {
  const { recusal, assignment, audit } = await requireRecusal(
    uow,
    input.recusalId,
    ['input', 'recusalId'],
    input.expectedVersion,
  );
  authorise(uow, act, subjectOf(audit));
  const facts = await recusalFactsOf(uow, recusal.id);
  await uow.move(recusalStates, Recusal, recusal, act, facts, await note(audit));
  if (isUpheld) await recuse(uow, act, audit, assignment);
  uow.record({
    act,
    objectType: 'Recusal',
    objectId: recusal.id,
    campaignId: audit.campaignId,
    detail: { reason: input.reason },
  });
  return { recusal: recusal.id };
}

/** Takes the auditor off the team, unless he has left it meanwhile. */
async function recuse(uow: UnitOfWork, act: string, audit: Audit, assignment: Assignment): Promise<void> {
  if (!moveOf(assignmentStates, 'recuse', assignment.state)) return;
  const facts = await assignmentFactsOf(uow, assignment.id);
  await uow.move(assignmentStates, Assignment, assignment, 'recuse', facts);
  await loseAuditor(uow, audit, assignment);
  await uow.reviewFacts({ cause: act, auditorIds: [assignment.auditorId] });
}

const decided = (uow: UnitOfWork, reason: string): Partial<Recusal> => ({
  decisionReason: reason,
  decidedAt: uow.now().toISOString(),
  decidedById: uow.viewer.accountId,
});

/** Admits a recusal: the auditor leaves the team and C13 keeps him off this audit. */
export const grantRecusal = (uow: UnitOfWork, input: RecusalMoveInput) =>
  moveRecusal(uow, 'recusalGrant', input, () => decided(uow, input.reason), true);

/** Refuses a recusal; the service may appeal for as long as the campaign says. */
export const refuseRecusal = (uow: UnitOfWork, input: RecusalMoveInput) =>
  moveRecusal(uow, 'recusalRefuse', input, async (audit) => ({
    ...decided(uow, input.reason),
    appealUntil: await delayOf(uow, audit, 'recusalAppeal'),
  }));

/** Appeals against a refusal: someone else decides. */
export const appealRecusal = (uow: UnitOfWork, input: RecusalMoveInput) =>
  moveRecusal(uow, 'recusalAppeal', input, async (audit) => ({
    appealReason: input.reason,
    decideBy: await delayOf(uow, audit, 'recusalAppealDecision'),
  }));

/** Admits a recusal on appeal. */
export const grantAppeal = (uow: UnitOfWork, input: RecusalMoveInput) =>
  moveRecusal(uow, 'recusalGrantAppeal', input, () => ({ appealDecisionReason: input.reason }), true);

/** Refuses a recusal for good. */
export const refuseAppeal = (uow: UnitOfWork, input: RecusalMoveInput) =>
  moveRecusal(uow, 'recusalRefuseAppeal', input, () => ({
    appealDecisionReason: input.reason,
  }));

async function delayOf(
  uow: UnitOfWork,
  audit: Audit,
  code: 'recusalAppeal' | 'recusalAppealDecision',
): Promise<string> {
  return delayFrom(await campaignOf(uow, audit), code, parisDate(uow.now()));
}
