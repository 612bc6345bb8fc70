import { requireAudit, requireState, subjectOf } from '../../../audits';
import type { UnitOfWork } from '../../../database/unit-of-work';
import { prepareUpload, type FileAnnouncement, type PreparedUpload } from '../../../evidence';
import { authorise } from '../../../identity';
import { doseImportStates } from './dose-import.states';
import { DoseImport } from './dose-import.entity';
import { DOSE_STATES_OF_AUDIT } from './dose-states';

/** A file of doses, before its bytes travel. */
export interface DoseImportPrepareInput {
  id?: string | null;
  auditId: string;
  file: FileAnnouncement;
}

/**
 * Prepares an import of doses: its bytes follow by the ticket, and it begins by itself once they are whole.
 * @throws Refusal NOT_FOUND, FORBIDDEN, ILLEGAL_TRANSITION, ID_TAKEN, and those of `prepareUpload`
 */
export async function prepareDoseImport(
  uow: UnitOfWork,
  input: DoseImportPrepareInput,
): Promise<{ doseImport: string } & PreparedUpload> {
  const audit = await requireAudit(uow, input.auditId, ['input', 'auditId']);
  authorise(uow, 'doseImportPrepare', subjectOf(audit));
  requireState(audit, DOSE_STATES_OF_AUDIT);
  const doseImport = await uow.insert(DoseImport, {
    ...(input.id ? { id: input.id } : {}),
    auditId: audit.id,
    auditedServiceId: audit.auditedServiceId,
    state: doseImportStates.initial,
    sha256: input.file.sha256.toLowerCase(),
    createdById: String(uow.viewer.accountId),
  });
  const prepared = await prepareUpload(uow, {
    purpose: 'DOSE_IMPORT',
    subjectId: doseImport,
    auditId: audit.id,
    auditedServiceId: audit.auditedServiceId,
    file: input.file,
    path: ['input', 'file'],
  });
  uow.record({
    act: 'doseImportPrepare',
    objectType: 'DoseImport',
    objectId: doseImport,
    campaignId: audit.campaignId,
    detail: { sha256: input.file.sha256.toLowerCase(), sizeBytes: input.file.sizeBytes },
  });
  return { doseImport, ...prepared };
}
