import type { UnitOfWork } from '../database/unit-of-work';
import { requireAudit, requireState, subjectOf } from '../audits';
import { authorise } from '../identity';
import { uuidOf } from '../kernel/ids';
import { refuse } from '../kernel/outcome';
import { EVIDENCE_STATES_OF_AUDIT } from './add-evidence';
import { checkContent, type EvidenceContent } from './evidence-content';
import { evidenceKindCode, linkCriteria } from './evidence-links';
import { Evidence } from './evidence.entity';

/** New content of a piece of evidence; what is left out stays, what is null is cleared. */
export interface EvidenceUpdateInput extends EvidenceContent {
  evidenceId: string;
  expectedVersion: number;
  evidenceKindId?: string | null;
  title?: string | null;
  /** All criteria that it serves from now on. */
  criterionIds?: readonly string[] | null;
}

/**
 * Corrects a piece of evidence; its form stays.
 * @throws Refusal NOT_FOUND, FORBIDDEN, STALE_VERSION, ILLEGAL_TRANSITION, CRITERION_NOT_IN_TEMPLATE, and those of
 *   `checkContent`
 */
export async function updateEvidence(
  uow: UnitOfWork,
  input: EvidenceUpdateInput,
): Promise<{ evidence: string }> {
  const path = ['input', 'evidenceId'];
  // The audit is locked before what belongs to it, here as everywhere.
  const [owner] = await uow.sql<{ auditId: string }>(
    'select audit_id as "auditId" from evidence where id = $1::uuid',
    [uuidOf('Evidence', input.evidenceId)],
  );
  if (!owner) refuse('NOT_FOUND', path);
  const audit = await requireAudit(uow, owner.auditId, path);
  const evidence = await uow.require(Evidence, input.evidenceId, path, input.expectedVersion);
  authorise(uow, 'evidenceUpdate', subjectOf(audit));
  requireState(audit, EVIDENCE_STATES_OF_AUDIT);
  const said = {
    url: orBefore(input.url, evidence.url),
    note: orBefore(input.note, evidence.note),
    periodFrom: orBefore(input.periodFrom, evidence.periodFrom),
    periodTo: orBefore(input.periodTo, evidence.periodTo),
  };
  checkContent(evidence.kind, said, ['input']);
  await uow.change(Evidence, evidence, {
    ...said,
    title: input.title ?? evidence.title,
    evidenceKindCode:
      input.evidenceKindId === undefined
        ? evidence.evidenceKindCode
        : await evidenceKindCode(uow, input.evidenceKindId),
  });
  if (input.criterionIds) await linkCriteria(uow, audit, evidence.id, input.criterionIds);
  uow.record({
    act: 'evidenceUpdate',
    objectType: 'Evidence',
    objectId: evidence.id,
    campaignId: audit.campaignId,
  });
  return { evidence: evidence.id };
}

/** What the input says, or what stood before when it is silent. */
function orBefore<T>(said: T | null | undefined, before: T | null): T | null {
  return said === undefined ? before : said;
}
