import type { UnitOfWork } from '../database/unit-of-work';
import { CorrectiveActionNote, type CorrectiveActionNoteKind } from './corrective-action-note.entity';

/** Adds to what is reported on an action; gives the id of the note. */
export function writeNote(
  uow: UnitOfWork,
  correctiveActionId: string,
  said: { kind: CorrectiveActionNoteKind; text: string; evidenceId?: string | null; id?: string },
): Promise<string> {
  return uow.insert(CorrectiveActionNote, { ...said, correctiveActionId, createdById: uow.viewer.accountId });
}
