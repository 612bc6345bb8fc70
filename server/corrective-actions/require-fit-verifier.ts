import { requireUnconflicted, type Audit } from '../audits';
import type { UnitOfWork } from '../database/unit-of-work';
import { hindranceOf, moveOf } from '../kernel/states';
import type { CorrectiveAction } from './corrective-action.entity';
import { correctiveActionStates, type CorrectiveActionFacts } from './corrective-action.states';
import { ACTION_PATH } from './require-corrective-action';

/**
 * Refuses whoever is about to verify, reopen or judge while a tie to the service stands against him today. A move that the
 * state table refuses is refused by itself, before any question about ties.
 * @throws Refusal ASSIGNMENT_FROZEN, VERIFIER_IN_CONFLICT
 */
export async function requireFitVerifier(
  uow: UnitOfWork,
  { audit, action }: { audit: Audit; action: CorrectiveAction },
  act: string,
  facts: CorrectiveActionFacts,
): Promise<void> {
  const move = moveOf(correctiveActionStates, act, action.state);
  if (move && hindranceOf(move, facts) === null) await requireUnconflicted(uow, audit, ACTION_PATH);
}
