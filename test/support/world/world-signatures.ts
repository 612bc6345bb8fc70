import { createHash } from 'node:crypto';
import { isFrom, type WorldAudit } from './world-audits';
import { worldId, type WorldRows } from './world-rows';

/** What all signatures of the world sign. */
export const SIGNED_BODY = '{}';

/** The wording of a reply, and the evidence that it rests on. */
export function addReplyVersion(
  rows: WorldRows,
  audit: WorldAudit,
  { name, finding_reply_id }: { name: string; finding_reply_id: string },
): void {
  const finding_reply_version_id = rows.add('finding_reply_version', name, {
    finding_reply_id,
    audit_id: audit.id,
    number: 1,
    kind: 'CONTESTED',
    argument: `Réponse ${audit.name}`,
    replied_by_id: worldId('account', `manager ${audit.service}`),
  });
  // Of the two states with replies, this one has evidence.
  if (audit.state !== 'CONTRADICTORY') return;
  rows.add('finding_reply_evidence', name, {
    finding_reply_version_id,
    audit_id: audit.id,
    evidence_id: worldId('evidence', `${audit.name}/evidence`),
  });
}

/** The lead's signatures: one that was voided, and those that stand; a proposal that waits where the plan is followed. */
export function addSignatures(rows: WorldRows, audit: WorldAudit): void {
  const { name, id, state } = audit;
  const sign = (document: string, number: number, voided_at: string | null): void => {
    rows.add('report_signature', `${name}/${document}${voided_at ? ' voided' : ''}`, {
      audit_id: id,
      document,
      number,
      assignment_id: worldId('assignment', `${name}/lead`),
      auditor_id: audit.leadId,
      signed_by_id: worldId('account', audit.lead),
      profession: 'RADIOLOGIST',
      content_sha256: createHash('sha256').update(SIGNED_BODY).digest('hex'),
      confirmation: 'Je signe',
      means: 'PASSWORD',
      signed_at: '2027-01-09T12:00:00Z',
      voided_at,
    });
  };
  if (state === 'DRAFT_REPORT') sign('DRAFT', 1, '2027-01-09T13:00:00Z');
  if (isFrom(state, 'CONTRADICTORY')) sign('DRAFT', 1, null);
  if (isFrom(state, 'REPORT_ISSUED')) sign('REPORT', 1, null);
  if (state === 'CLOSED') sign('AMENDMENT', 2, null);
  if (state !== 'FOLLOW_UP') return;
  sign('AMENDMENT', 2, null);
  rows.add('report_amendment', `${name}/proposal`, {
    audit_id: id,
    number: 2,
    reason: `Proposition ${name}`,
    changes: [],
    proposed_by_id: worldId('account', audit.lead),
  });
}
