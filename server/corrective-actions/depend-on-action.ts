import { requireState, subjectOf, type Audit } from '../audits';
import type { UnitOfWork } from '../database/unit-of-work';
import { authorise } from '../identity';
import { refuse } from '../kernel/outcome';
import { requireStateOf } from '../kernel/require-state';
import { CorrectiveActionDependency } from './corrective-action-dependency.entity';
import { CorrectiveAction } from './corrective-action.entity';
import { correctiveActionStates, OWED_STATES } from './corrective-action.states';
import {
  factsOfAction,
  requireCorrectiveAction,
  requireFollowedUp,
  type CorrectiveActionMoveInput,
} from './require-corrective-action';

/** Which action waits for which other one of the same audit. */
export interface CorrectiveActionDependencyInput extends CorrectiveActionMoveInput {
  waitsForId: string;
}

const PATH = ['input', 'waitsForId'];

/** From what an action would wait for, along what that waits for; a path back to the action is a circle. */
const CIRCLE = `
  with recursive chain as (
    select c.id, array[c.id] as path, array[c.title] as titles from corrective_action c where c.id = $1
    union all
    select c.id, n.path || c.id, n.titles || c.title
    from chain n join corrective_action_dependency d on d.corrective_action_id = n.id
    join corrective_action c on c.id = d.waits_for_id
    where c.id <> all(n.path)
  )
  select titles from chain where id = $2 order by cardinality(path) limit 1`;

/**
 * The service says that an action waits for another one of the same audit: it cannot be declared done before that one is
 * done or waived.
 * @throws Refusal NOT_FOUND (also for an action of another audit), STALE_VERSION, FORBIDDEN, ILLEGAL_TRANSITION,
 *   DEPENDENCY_ON_ITSELF, DEPENDENCY_EXISTS, DEPENDENCY_CYCLE naming the actions of the circle
 */
export async function addDependency(
  uow: UnitOfWork,
  input: CorrectiveActionDependencyInput,
): Promise<{ correctiveAction: string }> {
  const act = 'correctiveActionAddDependency';
  const { audit, action, other } = await pairOf(uow, act, input);
  if (other.id === action.id) refuse('DEPENDENCY_ON_ITSELF', PATH);
  if (await findDependency(uow, action, other)) refuse('DEPENDENCY_EXISTS', PATH);
  const [circle] = await uow.sql<{ titles: string[] }>(CIRCLE, [other.id, action.id]);
  if (circle) refuse('DEPENDENCY_CYCLE', PATH, { cycle: [action.title, ...circle.titles].join(' → ') });
  await uow.insert(CorrectiveActionDependency, {
    correctiveActionId: action.id,
    waitsForId: other.id,
    addedById: uow.viewer.accountId,
  });
  return note(uow, act, audit, action);
}

/**
 * The service says that an action waits for another one no more.
 * @throws Refusal NOT_FOUND (also when it did not wait), STALE_VERSION, FORBIDDEN, ILLEGAL_TRANSITION
 */
export async function removeDependency(
  uow: UnitOfWork,
  input: CorrectiveActionDependencyInput,
): Promise<{ correctiveAction: string }> {
  const act = 'correctiveActionRemoveDependency';
  const { audit, action, other } = await pairOf(uow, act, input);
  const found = (await findDependency(uow, action, other)) ?? refuse('NOT_FOUND', PATH);
  await uow.sql('delete from corrective_action_dependency where id = $1', [found.id]);
  return note(uow, act, audit, action);
}

/** Both actions, of one audit that is locked: while the plan is made and while it is followed. */
async function pairOf(uow: UnitOfWork, act: string, input: CorrectiveActionDependencyInput) {
  const { audit, action } = await requireCorrectiveAction(uow, input);
  authorise(uow, act, subjectOf(audit));
  if (action.state === 'PROPOSED') {
    requireState(audit, ['PLAN_DUE']);
    if (audit.planSubmittedAt !== null) refuse('PLAN_ALREADY_SUBMITTED');
  } else {
    requireFollowedUp(audit, await factsOfAction(uow, action));
    requireStateOf(correctiveActionStates, action, OWED_STATES);
  }
  const other = await uow.require(CorrectiveAction, input.waitsForId, PATH);
  if (other.auditId !== audit.id) refuse('NOT_FOUND', PATH);
  return { audit, action, other };
}

const findDependency = (uow: UnitOfWork, action: CorrectiveAction, other: CorrectiveAction) =>
  uow.manager.findOneBy(CorrectiveActionDependency, {
    correctiveActionId: action.id,
    waitsForId: other.id,
  });

async function note(uow: UnitOfWork, act: string, { campaignId }: Audit, action: CorrectiveAction) {
  await uow.change(CorrectiveAction, action, {});
  uow.record({ act, objectType: 'CorrectiveAction', objectId: action.id, campaignId });
  return { correctiveAction: action.id };
}
