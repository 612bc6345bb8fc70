import type { UnitOfWork } from '../database/unit-of-work';
import { authorise, Person } from '../identity';
import { refuse } from '../kernel/outcome';

/** Whose data are asked for; one's own when nobody is named. */
export interface PersonalDataExportInput {
  personId?: string | null;
  /** Compulsory for somebody else's. */
  reason?: string | null;
}

/**
 * Notes who asked for what is held on a person. The document itself is made afterwards and kept nowhere.
 * @throws Refusal NOT_FOUND, FORBIDDEN, REASON_MISSING
 */
export async function exportPersonalData(
  uow: UnitOfWork,
  input: PersonalDataExportInput,
): Promise<{ person: string }> {
  const path = ['input', 'personId'];
  const person = await uow.require(Person, input.personId ?? uow.viewer.personId ?? '', path);
  authorise(uow, 'personalDataExport', { personId: person.id });
  const isOwn = person.id === uow.viewer.personId;
  if (!isOwn && !input.reason) refuse('REASON_MISSING', ['input', 'reason']);
  uow.record({
    act: 'personalDataExport',
    objectType: 'Person',
    objectId: person.id,
    detail: isOwn ? {} : { reason: input.reason },
  });
  return { person: person.id };
}
