import { requireAudit, requireState, subjectOf, type Audit } from '../../audits';
import type { UnitOfWork } from '../../database/unit-of-work';
import { authorise } from '../../identity';
import { refuse } from '../../kernel/outcome';
import { parisDate } from '../../kernel/working-days';
import { EVIDENCE_STATES_OF_AUDIT } from '../add-evidence';
import { linkCriteria } from '../evidence-links';
import { Evidence } from '../evidence.entity';
import { stands } from '../standing-evidence';
import { EvidenceValidity } from './evidence-validity.entity';

/** What is given again, to which audit. */
export interface EvidenceTakeOverInput {
  id?: string | null;
  /** The audit that it is given to. */
  auditId: string;
  /** The piece of another audit of the same service. */
  evidenceId: string;
  /** What it serves there; left out: what `criteriaAlike` finds. */
  criterionIds?: readonly string[] | null;
}

/**
 * Gives a piece of evidence of another audit of the service again, while it holds. The new one points to the old one and
 * says the same of it; a file is not copied. The new team judges it for itself.
 * @throws Refusal NOT_FOUND, FORBIDDEN, ILLEGAL_TRANSITION, EVIDENCE_NOT_EARLIER, EVIDENCE_NOT_USABLE, EVIDENCE_EXPIRED,
 *   CRITERION_NOT_IN_TEMPLATE, ID_TAKEN
 */
export async function takeOverEvidence(
  uow: UnitOfWork,
  input: EvidenceTakeOverInput,
): Promise<{ evidence: string }> {
  const path = ['input', 'evidenceId'];
  const audit = await requireAudit(uow, input.auditId, ['input', 'auditId']);
  authorise(uow, 'evidenceTakeOver', subjectOf(audit));
  requireState(audit, EVIDENCE_STATES_OF_AUDIT);
  const origin = await uow.require(Evidence, input.evidenceId, path);
  if (origin.auditedServiceId !== audit.auditedServiceId || origin.auditId === audit.id)
    refuse('EVIDENCE_NOT_EARLIER', path);
  const expiresOn = await stillHolds(uow, origin);
  const evidence = await uow.insert(Evidence, {
    ...(input.id ? { id: input.id } : {}),
    auditId: audit.id,
    auditedServiceId: audit.auditedServiceId,
    kind: origin.kind,
    evidenceKindCode: origin.evidenceKindCode,
    state: 'CLEAN',
    title: origin.title,
    url: origin.url,
    note: origin.note,
    mediaType: origin.mediaType,
    sizeBytes: origin.sizeBytes,
    sha256: origin.sha256,
    periodFrom: origin.periodFrom,
    periodTo: origin.periodTo,
    createdById: uow.viewer.accountId,
  });
  await uow.insert(EvidenceValidity, { id: evidence, expiresOn, takenOverFromId: origin.id });
  if (origin.kind === 'FILE') await shareFile(uow, origin.id, evidence);
  await linkCriteria(uow, audit, evidence, input.criterionIds ?? (await criteriaAlike(uow, audit, origin)));
  uow.record({
    act: 'evidenceTakeOver',
    objectType: 'Evidence',
    objectId: evidence,
    campaignId: audit.campaignId,
    detail: { from: origin.id },
  });
  return { evidence };
}

/** Its last day, if it has one. */
async function stillHolds(uow: UnitOfWork, origin: Evidence): Promise<string | null> {
  const [found] = await uow.sql<{ stands: boolean; expiresOn: string | null }>(
    `select ${stands('e')} as stands, v.expires_on as "expiresOn"
     from evidence e left join evidence_validity v on v.id = e.id where e.id = $1`,
    [origin.id],
  );
  const path = ['input', 'evidenceId'];
  if (origin.state !== 'CLEAN' || !found?.stands) refuse('EVIDENCE_NOT_USABLE', path);
  const { expiresOn } = found;
  if (expiresOn && expiresOn < parisDate(uow.now())) refuse('EVIDENCE_EXPIRED', path, { date: expiresOn });
  return expiresOn;
}

/** The same bytes stand for both, as long as one of them needs them. */
async function shareFile(uow: UnitOfWork, from: string, to: string): Promise<void> {
  const shared = await uow.sql<unknown>(
    `insert into evidence_file (id, upload_id, file_name, media_type, size_bytes, sha256, blob_id)
     select $2, upload_id, file_name, media_type, size_bytes, sha256, blob_id from evidence_file
     where id = $1 and blob_id is not null returning 1`,
    [from, to],
  );
  if (shared.length === 0) refuse('EVIDENCE_NOT_USABLE', ['input', 'evidenceId']);
}

/** The criteria of an audit's template that have the code of one that it served, or ask for the same kind of document. */
async function criteriaAlike(uow: UnitOfWork, audit: Audit, origin: Evidence): Promise<string[]> {
  const rows = await uow.sql<{ id: string }>(
    `select c.id from criterion c
     where c.template_version_id = $1 and (
       c.code in (select b.code from evidence_criterion l join criterion b on b.id = l.criterion_id
         where l.evidence_id = $2)
       or exists (select 1 from jsonb_array_elements(c.evidence) need where need ->> 'ref' = $3))`,
    [audit.templateVersionId, origin.id, origin.evidenceKindCode],
  );
  return rows.map(({ id }) => id);
}
