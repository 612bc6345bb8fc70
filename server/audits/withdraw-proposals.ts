import type { UnitOfWork } from '../database/unit-of-work';
import { refuse } from '../kernel/outcome';
import { refuseTransition } from '../kernel/require-state';
import { destinationOf, hindranceOf, moveOf } from '../kernel/states';
import type { Assignment } from './assignment.entity';
import { assignmentStates } from './assignment.states';
import { assignmentFacts } from './team-facts';

/**
 * Takes back proposals that nobody has answered, as `assignmentReplace` does one by one: in two statements, whatever their
 * number. Their audits and they themselves must be locked.
 * @returns the auditors who are no longer called on
 * @throws Refusal ILLEGAL_TRANSITION, TEAM_CLOSED
 */
export async function withdrawProposals(
  uow: UnitOfWork,
  assignments: readonly Assignment[],
): Promise<string[]> {
  const ids = assignments.map(({ id }) => id);
  const facts = new Map((await assignmentFacts(uow.sql, ids, uow.now())).map((each) => [each.id, each]));
  const states = assignments.map(({ id, state }) => {
    const known = facts.get(id);
    const move = moveOf(assignmentStates, 'assignmentReplace', state);
    if (!move || !known) return refuseTransition(assignmentStates, state);
    const hindrance = hindranceOf(move, known);
    if (hindrance) refuse(hindrance.code, null, hindrance.params);
    return destinationOf(move, known);
  });
  await uow.sql(
    `update assignment s set state = to_be.state, version = version + 1, updated_at = now()
     from unnest($1::uuid[], $2::text[]) as to_be (id, state) where s.id = to_be.id`,
    [ids, states],
  );
  return assignments.map(({ auditorId }) => auditorId);
}
