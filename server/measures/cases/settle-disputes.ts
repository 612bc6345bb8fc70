import { requireGrader, requireState, subjectOf, type Audit } from '../../audits';
import type { UnitOfWork } from '../../database/unit-of-work';
import { authorise } from '../../identity';
import { Refusal, refuse, type DomainError, type ErrorPath } from '../../kernel/outcome';
import { requireStateOf } from '../../kernel/require-state';
import { CaseOutcome, type OutcomeBasis } from './case-outcome.entity';
import type { CaseSample } from './case-sample.entity';
import { caseSampleStates, maySettle, REVIEWING_STATES, type CaseSampleFacts } from './case-sample.states';
import { identifyingRemark } from './identifying-text';
import { ratedCriteria, type RatedCriterion } from './rated-criteria';
import { factsOfSample, moveSample, noteOnSample, requireCaseSample } from './require-case-sample';

/** What is decided of one disagreement, in the version that was read. */
export interface CaseDecision {
  caseOutcomeId: string;
  expectedVersion: number;
  value: string;
  remark?: string | null;
}

/** Disagreements of one sample, decided at once: all of them or none. */
export interface CaseDecisionsInput {
  caseSampleId: string;
  decisions: readonly CaseDecision[];
}

/** Proposals to agree to, each in the version that was read, so that nobody agrees to what he has not seen. */
export interface CaseSettlementAgreeInput {
  caseSampleId: string;
  proposals: readonly { caseOutcomeId: string; expectedVersion: number }[];
}

/** What such an act answers. */
interface Settled {
  caseSample: string;
  caseOutcomes: string[];
  [field: string]: unknown;
}

interface Settling {
  audit: Audit;
  sample: CaseSample;
  auditorId: string;
  facts: CaseSampleFacts;
  criteria: ReadonlyMap<string, RatedCriterion>;
}

/**
 * Arbitrates disagreements: a full member of the team whose own reviews do not count says what holds, having read both without
 * names. What the two had proposed to each other falls.
 * @throws Refusal NOT_FOUND, FORBIDDEN, OBSERVER_DOES_NOT_GRADE, ASSIGNMENT_FROZEN, ILLEGAL_TRANSITION, AUDIT_STATE_FORBIDS,
 *   CASE_RATER_DOES_NOT_ARBITRATE; and of every decision STALE_VERSION, CASE_OUTCOME_DECIDED, CASE_VALUE_NOT_ON_SCALE,
 *   CASE_TEXT_IDENTIFIES
 */
export async function arbitrateDisputes(uow: UnitOfWork, input: CaseDecisionsInput): Promise<Settled> {
  const settling = await openSettling(uow, 'caseDisputesArbitrate', input.caseSampleId);
  if (settling.facts.isRater) refuse('CASE_RATER_DOES_NOT_ARBITRATE');
  const caseOutcomes = await forEach(input.decisions, 'decisions', async (decision, path) => {
    const outcome = await requireOpen(uow, settling, decision, path);
    checkDecision(settling, outcome, decision, path);
    await decide(uow, settling, outcome, 'ARBITRATED', decision.value, decision.remark?.trim() || null);
    return outcome.id;
  });
  return finish(uow, settling, 'caseDisputesArbitrate', caseOutcomes);
}

/**
 * Proposes to the other rater what should hold of disagreements, or something else than was proposed: the way of a team that
 * has nobody to arbitrate.
 * @throws Refusal as `arbitrateDisputes`, with CASE_ARBITRATOR_PRESENT and CASE_NOT_A_RATER
 */
export async function proposeSettlement(uow: UnitOfWork, input: CaseDecisionsInput): Promise<Settled> {
  const settling = await openSettling(uow, 'caseSettlementPropose', input.caseSampleId);
  refuseUnlessSettling(settling);
  const caseOutcomes = await forEach(input.decisions, 'decisions', async (decision, path) => {
    const outcome = await requireOpen(uow, settling, decision, path);
    checkDecision(settling, outcome, decision, path);
    await uow.change(CaseOutcome, outcome, {
      proposedValue: decision.value,
      proposedByAuditorId: settling.auditorId,
      decisionRemark: decision.remark?.trim() || null,
    });
    return outcome.id;
  });
  noteOnSample(uow, 'caseSettlementPropose', settling.sample, { written: caseOutcomes.length });
  return { caseSample: settling.sample.id, caseOutcomes };
}

/**
 * Agrees to what the other rater proposed: it holds from now on.
 * @throws Refusal as `proposeSettlement`, with CASE_NOTHING_PROPOSED and CASE_OWN_PROPOSAL
 */
export async function agreeSettlement(uow: UnitOfWork, input: CaseSettlementAgreeInput): Promise<Settled> {
  const settling = await openSettling(uow, 'caseSettlementAgree', input.caseSampleId);
  refuseUnlessSettling(settling);
  const caseOutcomes = await forEach(input.proposals, 'proposals', async (proposal, path) => {
    const outcome = await requireOpen(uow, settling, proposal, path);
    if (outcome.proposedValue === null) refuse('CASE_NOTHING_PROPOSED', [...path, 'caseOutcomeId']);
    if (outcome.proposedByAuditorId === settling.auditorId)
      refuse('CASE_OWN_PROPOSAL', [...path, 'caseOutcomeId']);
    await decide(uow, settling, outcome, 'SETTLED', outcome.proposedValue, outcome.decisionRemark);
    return outcome.id;
  });
  return finish(uow, settling, 'caseSettlementAgree', caseOutcomes);
}

async function openSettling(uow: UnitOfWork, act: string, caseSampleId: string): Promise<Settling> {
  const { audit, sample } = await requireCaseSample(uow, caseSampleId, ['input', 'caseSampleId']);
  authorise(uow, act, subjectOf(audit));
  const auditorId = await requireGrader(uow, audit);
  requireStateOf(caseSampleStates, sample, ['ARBITRATION']);
  requireState(audit, REVIEWING_STATES);
  const criteria = await ratedCriteria(uow.sql, audit.templateVersionId, sample.evidenceKindCode);
  return {
    audit,
    sample,
    auditorId,
    facts: await factsOfSample(uow, sample),
    criteria: new Map(criteria.map((criterion) => [criterion.id, criterion])),
  };
}

function refuseUnlessSettling({ facts }: Settling): void {
  const hindrance = maySettle(facts);
  if (hindrance) refuse(hindrance);
}

/** Does the same for each of a list, and refuses the whole with the errors of all. */
async function forEach<T>(
  list: readonly T[],
  name: string,
  act: (entry: T, path: ErrorPath) => Promise<string>,
): Promise<string[]> {
  const done: string[] = [];
  const errors: DomainError[] = [];
  for (const [index, entry] of list.entries()) {
    try {
      done.push(await act(entry, ['input', name, String(index)]));
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      errors.push(...error.errors);
    }
  }
  if (errors.length > 0) throw new Refusal(errors);
  return done;
}

async function requireOpen(
  uow: UnitOfWork,
  { sample }: Settling,
  { caseOutcomeId, expectedVersion }: { caseOutcomeId: string; expectedVersion: number },
  path: ErrorPath,
): Promise<CaseOutcome> {
  const outcome = await uow.require(CaseOutcome, caseOutcomeId, [...path, 'caseOutcomeId']);
  if (outcome.caseSampleId !== sample.id) refuse('NOT_FOUND', [...path, 'caseOutcomeId']);
  if (outcome.version !== expectedVersion) {
    refuse(
      'STALE_VERSION',
      [...path, 'expectedVersion'],
      { expected: expectedVersion, actual: outcome.version },
      { kind: 'STALE_VERSION', type: 'CaseOutcome', id: outcome.id },
    );
  }
  if (outcome.basis !== null) refuse('CASE_OUTCOME_DECIDED', [...path, 'caseOutcomeId']);
  return outcome;
}

function checkDecision(
  { criteria }: Settling,
  { criterionId }: CaseOutcome,
  { value, remark }: CaseDecision,
  path: ErrorPath,
): void {
  const allowed = criteria.get(criterionId)?.scale.values ?? [];
  if (!allowed.includes(value))
    refuse('CASE_VALUE_NOT_ON_SCALE', [...path, 'value'], { allowed: allowed.join(', ') });
  if (remark && identifyingRemark(remark)) refuse('CASE_TEXT_IDENTIFIES', [...path, 'remark']);
}

function decide(
  uow: UnitOfWork,
  { auditorId }: Settling,
  outcome: CaseOutcome,
  basis: OutcomeBasis,
  value: string,
  decisionRemark: string | null,
): Promise<void> {
  return uow.change(CaseOutcome, outcome, {
    basis,
    value,
    decisionRemark,
    decidedByAuditorId: auditorId,
    decidedAt: uow.now().toISOString(),
    ...(basis === 'ARBITRATED' ? { proposedValue: null, proposedByAuditorId: null } : {}),
  });
}

async function finish(
  uow: UnitOfWork,
  { sample, facts }: Settling,
  act: 'caseDisputesArbitrate' | 'caseSettlementAgree',
  caseOutcomes: string[],
): Promise<Settled> {
  const [open] = await uow.sql<{ count: number }>(
    'select count(*)::int as count from case_outcome where case_sample_id = $1 and basis is null',
    [sample.id],
  );
  await moveSample(uow, sample, act, { ...facts, disputesLeft: open?.count ?? 0 });
  noteOnSample(uow, act, sample, { written: caseOutcomes.length });
  return { caseSample: sample.id, caseOutcomes };
}
