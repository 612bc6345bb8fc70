import type { UnitOfWork } from '../database/unit-of-work';
import { requireAudit, requireState, subjectOf, type AuditState } from '../audits';
import { authorise } from '../identity';
import { checkContent, type EvidenceContent } from './evidence-content';
import { evidenceKindCode, linkCriteria } from './evidence-links';
import { Evidence, type EvidenceForm } from './evidence.entity';
import { writeExpiry } from './validity/write-expiry';

/** When a service hands evidence in: from the self-assessment to the last proof of its corrective actions. */
export const EVIDENCE_STATES_OF_AUDIT: readonly AuditState[] = [
  'SELF_ASSESSMENT',
  'DOCUMENT_REVIEW',
  'ON_SITE',
  'DRAFT_REPORT',
  'CONTRADICTORY',
  'FINALISATION',
  'REPORT_ISSUED',
  'PLAN_DUE',
  'FOLLOW_UP',
];

/** A link or note that shows something, and the criteria that it serves. */
export interface EvidenceAddInput extends EvidenceContent {
  id?: string | null;
  auditId: string;
  kind: EvidenceForm;
  /** What of the catalogue it is. */
  evidenceKindId?: string | null;
  title: string;
  criterionIds?: readonly string[] | null;
}

/**
 * Adds a piece of evidence of the audited service. Links and notes need no scan: they are CLEAN at once.
 * @throws Refusal NOT_FOUND, FORBIDDEN, ILLEGAL_TRANSITION, CRITERION_NOT_IN_TEMPLATE, ID_TAKEN, and those of
 *   `checkContent`
 */
export async function addEvidence(uow: UnitOfWork, input: EvidenceAddInput): Promise<{ evidence: string }> {
  const audit = await requireAudit(uow, input.auditId, ['input', 'auditId']);
  authorise(uow, 'evidenceAdd', subjectOf(audit));
  requireState(audit, EVIDENCE_STATES_OF_AUDIT);
  checkContent(input.kind, input, ['input']);
  const evidence = await uow.insert(Evidence, {
    ...(input.id ? { id: input.id } : {}),
    auditId: audit.id,
    auditedServiceId: audit.auditedServiceId,
    kind: input.kind,
    evidenceKindCode: await evidenceKindCode(uow, input.evidenceKindId),
    state: 'CLEAN',
    title: input.title,
    url: input.url ?? null,
    note: input.note ?? null,
    periodFrom: input.periodFrom ?? null,
    periodTo: input.periodTo ?? null,
    createdById: uow.viewer.accountId,
  });
  await linkCriteria(uow, audit, evidence, input.criterionIds ?? []);
  if (input.expiresOn) await writeExpiry(uow, evidence, input.expiresOn);
  uow.record({
    act: 'evidenceAdd',
    objectType: 'Evidence',
    objectId: evidence,
    campaignId: audit.campaignId,
  });
  return { evidence };
}
