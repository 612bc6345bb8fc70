import { asking } from '../database/as-platform';
import type { UnitOfWork } from '../database/unit-of-work';
import { authorise } from '../identity';
import { readOrRefuse, refusedLines } from '../kernel/refuse-file';
import { sha256Of } from '../kernel/file-hash';
import { parisDate, type CalendarDate } from '../kernel/working-days';
import { startOperation, type OperationOutcome, type Progress } from '../operations';
import { parseRegistryFile } from './registry-file';
import { batchesOf, runImport } from './registry-writing';
import { storeOrganisations } from './store-organisations';
import { storeServices } from './store-services';

/** A registry of imaging sites, as text. */
export interface AuditedServicesImportInput {
  csv: string;
  /** Everything is checked and counted, nothing is written. */
  isDryRun: boolean;
}

/**
 * Starts the import of a registry of imaging sites. Sites are known by their FINESS number: new ones are created,
 * those that differ are changed, and sites that the file does not name stay as they are, since it may be an extract.
 * @throws Refusal FORBIDDEN, FILE_REFUSED (columns missing, no row, too many rows)
 */
export async function importAuditedServices(
  uow: UnitOfWork,
  input: AuditedServicesImportInput,
): Promise<{ operation: string }> {
  authorise(uow, 'auditedServicesImport');
  const file = readOrRefuse(['input', 'csv'], () => parseRegistryFile(input.csv));
  const operation = await startOperation(uow, 'AUDITED_SERVICES_IMPORT', {
    isDryRun: input.isDryRun,
    totalCount: file.rows.length,
  });
  const today = parisDate(uow.now());
  const { dataSource } = uow.manager;
  uow.afterCommit(() =>
    runImport(dataSource, operation, async (progress) => {
      const outcome = await storeRegistry(progress, file, today);
      const change = { cause: 'auditedServicesImport', personIds: 'EVERYBODY' } as const;
      await uow.reviewFacts(change, asking(progress.manager));
      return outcome;
    }),
  );
  uow.record({
    act: 'auditedServicesImport',
    objectType: 'Operation',
    objectId: operation,
    detail: { sha256: sha256Of(input.csv), rows: file.rows.length, isDryRun: input.isDryRun },
  });
  return { operation };
}

/** Writes the sites of a registry with the organisations and groups they belong to. */
async function storeRegistry(
  progress: Progress,
  { rows, problems }: ReturnType<typeof parseRegistryFile>,
  today: CalendarDate,
): Promise<OperationOutcome> {
  const organisations = await storeOrganisations(progress.manager, rows, today);
  let created = 0;
  let changed = 0;
  let done = 0;
  for (const batch of batchesOf(rows)) {
    const written = await storeServices(progress.manager, batch, organisations, today);
    created += written.created;
    changed += written.changed;
    done += batch.length;
    await progress.report(done, rows.length);
  }
  return { created, changed, refused: refusedLines(problems), problems };
}
