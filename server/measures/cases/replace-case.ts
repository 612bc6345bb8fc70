import { requireGrader, requireState, subjectOf } from '../../audits';
import type { UnitOfWork } from '../../database/unit-of-work';
import { authorise } from '../../identity';
import { uuidOf } from '../../kernel/ids';
import { refuse } from '../../kernel/outcome';
import { requireStateOf } from '../../kernel/require-state';
import { caseSampleStates, LISTING_STATES } from './case-sample.states';
import { nextInRanking } from './draw-sample';
import { recordsOf } from './forget-list';
import { identifyingRemark } from './identifying-text';
import { noteOnSample, requireCaseSample } from './require-case-sample';
import { SampledCase } from './sampled-case.entity';

/** A record that cannot be found, and why. */
export interface CaseReplaceInput {
  sampledCaseId: string;
  expectedVersion: number;
  reason: string;
}

/**
 * Replaces a drawn record that the service cannot find by the next of its stratum's ranking, for all to see. The team does
 * it, not the service, which would choose its records so; and only before anybody has submitted, so that both judge the same
 * records.
 * @throws Refusal NOT_FOUND, STALE_VERSION, FORBIDDEN, OBSERVER_DOES_NOT_GRADE, ASSIGNMENT_FROZEN, ILLEGAL_TRANSITION,
 *   CASE_ALREADY_REPLACED, CASE_NO_RECORD_LEFT, CASE_TEXT_IDENTIFIES
 */
export async function replaceCase(
  uow: UnitOfWork,
  input: CaseReplaceInput,
): Promise<{ sampledCase: string; caseSample: string }> {
  const path = ['input', 'sampledCaseId'];
  const [owner] = await uow.sql<{ sampleId: string }>(
    'select case_sample_id as "sampleId" from sampled_case where id = $1',
    [uuidOf('SampledCase', input.sampledCaseId)],
  );
  if (!owner) refuse('NOT_FOUND', path);
  const { audit, sample } = await requireCaseSample(uow, owner.sampleId, path);
  const missing = await uow.require(SampledCase, input.sampledCaseId, path, input.expectedVersion);
  authorise(uow, 'caseReplace', subjectOf(audit));
  await requireGrader(uow, audit);
  requireState(audit, LISTING_STATES);
  requireStateOf(caseSampleStates, sample, ['DRAWN']);
  if (missing.unavailableReason !== null) refuse('CASE_ALREADY_REPLACED', path);
  if (identifyingRemark(input.reason)) refuse('CASE_TEXT_IDENTIFIES', ['input', 'reason']);
  const drawn = await uow.sql<{ record: string; position: number }>(
    'select record_number as record, position from sampled_case where case_sample_id = $1',
    [sample.id],
  );
  const next = nextInRanking(
    sample.seed ?? '',
    await recordsOf(uow, sample.id),
    { record: missing.recordNumber, strata: missing.strata },
    new Set(drawn.map(({ record }) => record)),
  );
  if (!next) refuse('CASE_NO_RECORD_LEFT', path);
  await uow.change(SampledCase, missing, { unavailableReason: input.reason.trim() });
  const sampledCase = await uow.insert(SampledCase, {
    caseSampleId: sample.id,
    auditId: audit.id,
    position: Math.max(...drawn.map(({ position }) => position)) + 1,
    recordNumber: next.record,
    strata: [...next.strata],
    replacesId: missing.id,
  });
  noteOnSample(uow, 'caseReplace', sample);
  return { sampledCase, caseSample: sample.id };
}
