import type { UnitOfWork } from '../database/unit-of-work';
import { requireState, subjectOf } from '../audits';
import { authorise } from '../identity';
import { refuse } from '../kernel/outcome';
import { EVIDENCE_STATES_OF_AUDIT } from './add-evidence';
import { checkContent, type EvidenceContent } from './evidence-content';
import { evidenceKindCode, linkCriteria } from './evidence-links';
import { Evidence } from './evidence.entity';
import { renewRequests } from './requests/renew-requests';
import { requireEvidence } from './require-evidence';
import { isAccepted } from './standing-evidence';
import { writeExpiry } from './validity/write-expiry';

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
 * Corrects a piece of evidence; its form stays. What the team has accepted stays as it is.
 * @throws Refusal NOT_FOUND, FORBIDDEN, STALE_VERSION, ILLEGAL_TRANSITION, EVIDENCE_IS_ACCEPTED,
 *   CRITERION_NOT_IN_TEMPLATE, and those of `checkContent`
 */
export async function updateEvidence(
  uow: UnitOfWork,
  input: EvidenceUpdateInput,
): Promise<{ evidence: string }> {
  const { audit, evidence } = await requireEvidence(uow, input.evidenceId, input.expectedVersion);
  authorise(uow, 'evidenceUpdate', subjectOf(audit));
  requireState(audit, EVIDENCE_STATES_OF_AUDIT);
  const [kept] = await uow.sql<{ isAccepted: boolean; expiresOn: string | null }>(
    `select ${isAccepted('e')} as "isAccepted", v.expires_on as "expiresOn"
     from evidence e left join evidence_validity v on v.id = e.id where e.id = $1`,
    [evidence.id],
  );
  // The team has accepted what it read, for the criteria that it saw.
  if (kept?.isAccepted) refuse('EVIDENCE_IS_ACCEPTED', ['input', 'evidenceId']);
  const expiresOn = orBefore(input.expiresOn, kept?.expiresOn ?? null);
  const said = {
    url: orBefore(input.url, evidence.url),
    note: orBefore(input.note, evidence.note),
    periodFrom: orBefore(input.periodFrom, evidence.periodFrom),
    periodTo: orBefore(input.periodTo, evidence.periodTo),
  };
  checkContent(evidence.kind, { ...said, expiresOn }, ['input']);
  await uow.change(Evidence, evidence, {
    ...said,
    title: input.title ?? evidence.title,
    evidenceKindCode:
      input.evidenceKindId === undefined
        ? evidence.evidenceKindCode
        : await evidenceKindCode(uow, input.evidenceKindId),
  });
  if (input.criterionIds) await linkCriteria(uow, audit, evidence.id, input.criterionIds);
  if (input.expiresOn !== undefined) await writeExpiry(uow, evidence.id, expiresOn);
  await renewRequests(uow, evidence.id);
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
