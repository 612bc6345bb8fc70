import { requireAudit, type Audit } from '../../audits';
import type { UnitOfWork } from '../../database/unit-of-work';
import { uuidOf } from '../../kernel/ids';
import { refuse, type ErrorPath } from '../../kernel/outcome';
import { CaseSample } from './case-sample.entity';
import { caseSampleFacts, type CaseSampleFactsRow } from './case-sample-facts';
import { caseSampleStates, type CaseSampleFacts } from './case-sample.states';

/**
 * Loads a sample that the viewer may see, and locks its audit before it.
 * @throws Refusal NOT_FOUND, STALE_VERSION (of the sample)
 */
export async function requireCaseSample(
  uow: UnitOfWork,
  id: string,
  path: ErrorPath,
  expectedVersion?: number,
): Promise<{ audit: Audit; sample: CaseSample }> {
  const [owner] = await uow.sql<{ auditId: string }>(
    'select audit_id as "auditId" from case_sample where id = $1',
    [uuidOf('CaseSample', id)],
  );
  if (!owner) refuse('NOT_FOUND', path);
  const audit = await requireAudit(uow, owner.auditId, path);
  return { audit, sample: await uow.require(CaseSample, id, path, expectedVersion) };
}

/** What the guards of one sample look at for the viewer, as of now. */
export async function factsOfSample(uow: UnitOfWork, sample: CaseSample): Promise<CaseSampleFactsRow> {
  const [facts] = await caseSampleFacts(uow.sql, [sample.id], uow.viewer.auditorId);
  if (!facts) throw new Error('a sample without an audit');
  return facts;
}

/**
 * Makes a move that judges or settles; a sample that it completes is complete from now on.
 * @throws Refusal ILLEGAL_TRANSITION, and what the guard of the move says
 */
export async function moveSample(
  uow: UnitOfWork,
  sample: CaseSample,
  act: 'caseReviewsSubmit' | 'caseDisputesArbitrate' | 'caseSettlementAgree',
  facts: CaseSampleFacts,
): Promise<void> {
  const completedAt = facts.disputesLeft === 0 ? uow.now().toISOString() : null;
  await uow.move(caseSampleStates, CaseSample, sample, act, facts, { completedAt });
}

/** Notes for the trail what was done with a sample; never what a review says, since others may read the trail. */
export function noteOnSample(
  uow: UnitOfWork,
  act: string,
  sample: CaseSample,
  detail: Record<string, unknown> = {},
): void {
  uow.record({ act, objectType: 'CaseSample', objectId: sample.id, campaignId: sample.campaignId, detail });
}
