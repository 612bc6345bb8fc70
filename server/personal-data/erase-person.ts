import type { UnitOfWork } from '../database/unit-of-work';
import { authorise, mustHandOutAll, Person } from '../identity';
import { refuse } from '../kernel/outcome';

/** Whose data are erased, and why. */
export interface PersonEraseInput {
  personId: string;
  expectedVersion: number;
  reason: string;
}

/**
 * Duties that keep a person's data: a seat on an audit that has not ended. Who judged must be known as long as the judgement
 * can be contested.
 */
const OPEN_SEATS = `
  select count(*)::int as count
  from assignment s join audit a on a.id = s.audit_id join auditor u on u.id = s.auditor_id
  where u.person_id = $1 and s.state in ('PROPOSED', 'ACCEPTED', 'CONFIRMED', 'COMPLETED')
    and a.state not in ('CLOSED', 'CANCELLED')`;

/**
 * Erases what is held on a person: name, addresses, RPPS, ties, interests, and what the trail kept of them; closes the
 * accounts and ends their sessions. What was done stays done, under a pseudonym, and the trail still verifies.
 * @throws Refusal NOT_FOUND, FORBIDDEN, STALE_VERSION, NOT_FOR_ONESELF, PERSON_ERASED, PERSON_HELD
 */
export async function erasePerson(uow: UnitOfWork, input: PersonEraseInput): Promise<{ person: string }> {
  const path = ['input', 'personId'];
  const person = await uow.require(Person, input.personId, path, input.expectedVersion);
  authorise(uow, 'personErase');
  if (person.id === uow.viewer.personId) refuse('NOT_FOR_ONESELF', path);
  if (person.familyName === '' && person.givenName === '') refuse('PERSON_ERASED', path);
  await mustHavePowerOver(uow, person.id);
  const [open] = await uow.sql<{ count: number }>(OPEN_SEATS, [person.id]);
  if (open && open.count > 0) refuse('PERSON_HELD', path, { count: open.count });
  const [erased] = await uow.sql<{ payloads: number }>('select app.erase_person($1) as payloads', [
    person.id,
  ]);
  uow.record({
    act: 'personErase',
    objectType: 'Person',
    objectId: person.id,
    detail: { reason: input.reason, payloads: erased?.payloads ?? 0 },
  });
  return { person: person.id };
}

/**
 * Erasing somebody ends his accounts and takes his roles, which administrators may do to anybody else, and the coordination
 * only as far as it hands the roles out: no coordinator rids the platform of its administrators.
 */
async function mustHavePowerOver(uow: UnitOfWork, personId: string): Promise<void> {
  if (uow.viewer.roles.has('ADMIN')) return;
  const accounts = await uow.sql<{ id: string }>('select id from account where person_id = $1', [personId]);
  await mustHandOutAll(
    uow,
    accounts.map(({ id }) => id),
  );
}
