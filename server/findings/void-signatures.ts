import type { UnitOfWork } from '../database/unit-of-work';

const COLUMN = { DRAFT: 'draft_signed_at', REPORT: 'report_signed_at' } as const;

/**
 * Takes back the signatures of an audit's draft or report, since what was signed has changed: a signature stands for
 * the words that its author read. It is kept, and says when it was voided. The audit must be locked.
 */
export async function voidSignatures(
  uow: UnitOfWork,
  auditId: string,
  document: keyof typeof COLUMN,
): Promise<void> {
  const column = COLUMN[document];
  await uow.sql(
    `update report_signature set voided_at = $3 where audit_id = $1 and document = $2 and voided_at is null`,
    [auditId, document, uow.now()],
  );
  await uow.sql(
    `update assignment set ${column} = null, version = version + 1, updated_at = now()
     where audit_id = $1 and ${column} is not null`,
    [auditId],
  );
}
