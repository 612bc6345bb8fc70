import { DEMONSTRATION_PASSWORD } from '../accounts';
import { RequestFailed } from '../client';
import { ReportPreviewDocument, type ReportSignInput, type SignedDocument } from '../generated/operations';
import { moveOf, type Case, type Member } from '../stage';

/** A member reads what there is to sign; gives what signing it takes. */
export async function signing(
  audit: Case,
  { auditor }: Member,
  document: SignedDocument,
): Promise<Omit<ReportSignInput, 'idempotencyKey'>> {
  const read = await auditor.client.query(ReportPreviewDocument, { auditId: audit.id, document });
  const preview = read.audit?.reportPreview;
  if (!preview) throw new RequestFailed(`${auditor.client.email} finds nothing to sign`);
  return { ...moveOf(audit), ...preview, password: DEMONSTRATION_PASSWORD };
}
