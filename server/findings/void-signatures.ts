import type { UnitOfWork } from '../database/unit-of-work';

const COLUMN = { draft: 'draft_signed_at', report: 'report_signed_at' } as const;

/**
 * Takes back the signatures of an audit's draft or report, since what was signed has changed: a signature stands for
 * the words that its author read. The audit must be locked.
 */
export async function voidSignatures(
  uow: UnitOfWork,
  auditId: string,
  document: keyof typeof COLUMN,
): Promise<void> {
  const column = COLUMN[document];
  await uow.sql(
    `update assignment set ${column} = null, version = version + 1, updated_at = now()
     where audit_id = $1 and ${column} is not null`,
    [auditId],
  );
}
