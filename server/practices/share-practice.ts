import { requireAudit, subjectOf } from '../audits';
import type { CampaignState } from '../campaigns';
import type { UnitOfWork } from '../database/unit-of-work';
import { requireFinding } from '../findings';
import { authorise } from '../identity';
import { uuidOf } from '../kernel/ids';
import { refuse, type ErrorPath } from '../kernel/outcome';
import { refuseIdentifying, refuseTelling } from '../radiation-events';
import { SharedPractice } from './shared-practice.entity';
import { sharedPracticeStates } from './shared-practice.states';

/** What a service lets others read of a remarkable practice. */
export interface PracticeShareInput {
  findingId: string;
  /** For others, in the service's own words. */
  text: string;
  /** The service wants to be named, so that others may ask it. */
  isNamed: boolean;
}

/** Which practice, as it was read. */
export interface PracticeUnshareInput {
  sharedPracticeId: string;
  expectedVersion: number;
}

/**
 * A service shares a remarkable practice that its final report states, in its own words, named or not. What is shared
 * already is said anew, as long as the synthesis is not out.
 * @throws Refusal NOT_FOUND, FORBIDDEN, NO_REMARKABLE_PRACTICE, PRACTICE_PUBLISHED, TEXT_IDENTIFIES, TEXT_HAS_DATE,
 *   TEXT_NAMES_SERVICE
 */
export async function sharePractice(
  uow: UnitOfWork,
  input: PracticeShareInput,
): Promise<{ sharedPractice: string }> {
  const act = 'practiceShare';
  const path = ['input', 'findingId'];
  const { audit, finding } = await requireFinding(uow, input.findingId, path);
  authorise(uow, act, subjectOf(audit));
  if (finding.kind !== 'REMARKABLE_PRACTICE' || finding.state !== 'FINAL')
    refuse('NO_REMARKABLE_PRACTICE', path);
  const campaignState = await stateOfCampaign(uow, audit.campaignId);
  if (campaignState === 'SYNTHESIS_PUBLISHED') refuse('PRACTICE_PUBLISHED');
  const text = input.text.trim();
  if (input.isNamed) refuseIdentifying(text, ['input', 'text']);
  else await refuseTelling(uow, audit.auditedServiceId, text, ['input', 'text']);
  const shown = { text, isNamed: input.isNamed, sharedById: uow.viewer.accountId };
  const kept = await uow.manager.findOneBy(SharedPractice, { findingId: finding.id });
  if (kept) await uow.move(sharedPracticeStates, SharedPractice, kept, act, { campaignState }, shown);
  const sharedPractice =
    kept?.id ??
    (await uow.insert(SharedPractice, {
      ...shown,
      findingId: finding.id,
      auditId: audit.id,
      campaignId: audit.campaignId,
      auditedServiceId: audit.auditedServiceId,
      criterionId: finding.criterionId,
      state: sharedPracticeStates.initial,
    }));
  uow.record({
    act,
    objectType: 'SharedPractice',
    objectId: sharedPractice,
    campaignId: audit.campaignId,
    detail: { isNamed: input.isNamed },
  });
  return { sharedPractice };
}

/**
 * A service takes its consent back, until the synthesis that shows the practice is out.
 * @throws Refusal NOT_FOUND, STALE_VERSION, FORBIDDEN, ILLEGAL_TRANSITION, PRACTICE_PUBLISHED
 */
export async function unsharePractice(
  uow: UnitOfWork,
  input: PracticeUnshareInput,
): Promise<{ sharedPractice: string }> {
  const act = 'practiceUnshare';
  const path: ErrorPath = ['input', 'sharedPracticeId'];
  // Whoever may not see whose it is learns nothing of its audit: the practice itself is looked at with his eyes below.
  const [owner] = await uow.sql<{ auditId: string; auditedServiceId: string }>(
    `select audit_id as "auditId", audited_service_id as "auditedServiceId" from shared_practice where id = $1`,
    [uuidOf('SharedPractice', input.sharedPracticeId)],
  );
  if (owner && uow.viewer.services.has(owner.auditedServiceId)) await requireAudit(uow, owner.auditId, path);
  const practice = await uow.require(SharedPractice, input.sharedPracticeId, path, input.expectedVersion);
  authorise(uow, act, { auditedServiceId: practice.auditedServiceId });
  const campaignState = await stateOfCampaign(uow, practice.campaignId);
  await uow.move(sharedPracticeStates, SharedPractice, practice, act, { campaignState });
  uow.record({
    act,
    objectType: 'SharedPractice',
    objectId: practice.id,
    campaignId: practice.campaignId,
  });
  return { sharedPractice: practice.id };
}

/** The state of a campaign, which cannot publish its synthesis while the act goes on. */
async function stateOfCampaign(uow: UnitOfWork, campaignId: string): Promise<CampaignState> {
  const [campaign] = await uow.sql<{ state: CampaignState }>(
    'select state from campaign where id = $1 for share',
    [campaignId],
  );
  if (!campaign) throw new Error('a practice without a campaign');
  return campaign.state;
}
