import type { UnitOfWork } from '../database/unit-of-work';
import { refuse } from '../kernel/outcome';
import { stands, type Subject } from './access';
import { policy } from './policy';
import { relationsInWords } from './relations-in-words';

/**
 * Checks the policy table's row for an act, for an object that the viewer can see already (`uow.require` answered
 * for that). Every act calls it before it writes.
 * @param act name of the mutation
 * @param subject what the object belongs to
 * @throws Refusal FORBIDDEN naming the relations that may do it
 */
export function authorise(uow: UnitOfWork, act: string, subject: Subject = {}): void {
  const allowed = policy.mutations[act];
  if (!allowed) throw new Error(`the policy table has no row for ${act}`);
  if (!stands(uow.viewer, allowed, subject))
    refuse('FORBIDDEN', null, { allowed: relationsInWords(allowed) });
  uow.isAuthorised = true;
  uow.actingAs.push(...allowed.filter((relation) => stands(uow.viewer, [relation], subject)));
}

/** Whether the viewer may do the act on the subject at all; for `availableTransitions`. */
export function permits(viewer: UnitOfWork['viewer'], act: string, subject: Subject): boolean {
  return stands(viewer, policy.mutations[act] ?? [], subject);
}

/** Whether there can be anything on which the viewer may do the act: he has one of its roles, somewhere. */
export function mightDo(viewer: UnitOfWork['viewer'], act: string): boolean {
  const somewhere = [...viewer.services.keys()].map((auditedServiceId) => ({ auditedServiceId }));
  return permits(viewer, act, {}) || somewhere.some((subject) => permits(viewer, act, subject));
}
