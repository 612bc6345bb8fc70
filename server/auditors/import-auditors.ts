import { batchesOf, runImport } from '../audited-services';
import { asking } from '../database/as-platform';
import type { UnitOfWork } from '../database/unit-of-work';
import { authorise } from '../identity';
import { readOrRefuse, refusedLines } from '../kernel/refuse-file';
import { sha256Of } from '../kernel/file-hash';
import { parisDate, type CalendarDate } from '../kernel/working-days';
import { startOperation, type OperationOutcome, type Progress } from '../operations';
import { createUnknownOrganisations } from './find-workplaces';
import { parseRppsFile } from './rpps-file';
import { storePeople } from './store-people';
import { storeRegistryTies } from './store-registry-ties';

/** An extract of the national directory of health professionals, as text. */
export interface AuditorsImportInput {
  text: string;
  /** Everything is checked and counted, nothing is written. */
  isDryRun: boolean;
}

/**
 * Starts the import of people who may audit. They are known by their RPPS number: new ones become candidates, of the
 * others name, profession and workplaces are brought up to date; people whom the file does not name stay as they are,
 * since it may be an extract.
 * @throws Refusal FORBIDDEN, FILE_REFUSED (columns missing, no row, too many rows)
 */
export async function importAuditors(
  uow: UnitOfWork,
  input: AuditorsImportInput,
): Promise<{ operation: string }> {
  authorise(uow, 'auditorsImport');
  const file = readOrRefuse(['input', 'text'], () => parseRppsFile(input.text));
  const operation = await startOperation(uow, 'AUDITORS_IMPORT', {
    isDryRun: input.isDryRun,
    totalCount: file.rows.length,
  });
  const sent = { today: parisDate(uow.now()), senderId: uow.viewer.personId };
  const { dataSource } = uow.manager;
  uow.afterCommit(() =>
    runImport(dataSource, operation, async (progress) => {
      const { moved, ...outcome } = await storeDirectory(progress, file, sent);
      await uow.reviewFacts({ cause: 'auditorsImport', personIds: moved }, asking(progress.manager));
      return outcome;
    }),
  );
  uow.record({
    act: 'auditorsImport',
    objectType: 'Operation',
    objectId: operation,
    detail: { sha256: sha256Of(input.text), rows: file.rows.length, isDryRun: input.isDryRun },
  });
  return { operation };
}

/** Writes the people of a directory and where they work; tells besides whose ties began or ended. */
async function storeDirectory(
  progress: Progress,
  { rows, problems }: ReturnType<typeof parseRppsFile>,
  { today, senderId }: { today: CalendarDate; senderId: string | null },
): Promise<OperationOutcome & { moved: string[] }> {
  await createUnknownOrganisations(progress.manager, rows);
  let created = 0;
  let done = 0;
  const changed = new Set<string>();
  const everyMoved: string[] = [];
  for (const batch of batchesOf(rows)) {
    const people = await storePeople(progress.manager, batch);
    const moved = await storeRegistryTies(progress.manager, batch, people, today, senderId);
    everyMoved.push(...moved);
    for (const { personId, isNew, isChanged } of people.values()) {
      if (isNew) created += 1;
      else if (isChanged || moved.has(personId)) changed.add(personId);
    }
    done += batch.length;
    await progress.report(done, rows.length);
  }
  return { created, changed: changed.size, refused: refusedLines(problems), problems, moved: everyMoved };
}
