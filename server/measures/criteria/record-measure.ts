import {
  comparableSections,
  GRADING_STATES,
  requireAudit,
  requireGrader,
  requireState,
  subjectOf,
  submittedSections,
  type Audit,
} from '../../audits';
import type { UnitOfWork } from '../../database/unit-of-work';
import { authorise } from '../../identity';
import { uuidOf } from '../../kernel/ids';
import { refuse } from '../../kernel/outcome';
import { caseResultOf } from '../cases/case-result-of';
import { CriterionMeasure, type MeasureStage } from './criterion-measure.entity';
import { entrySource, measuredCriteria, type MeasuredCriterion } from './measured-criterion';

/** Facts that an auditor counted, or that the team settled on. */
export interface MeasureRecordInput {
  id?: string | null;
  auditId: string;
  criterionId: string;
  /** The version that was read; null or 0 for a first measure. */
  expectedVersion?: number | null;
  /** AUDITOR: the viewer's own; CONSENSUS: the team's. */
  stage: MeasureStage;
  /** Records by value of the criterion's scale; values left out count as 0. */
  counts?: readonly { value: string; count: number }[] | null;
  /** Fraction from 0 to 1. */
  share?: number | null;
}

/**
 * Records what an auditor counted for a criterion that no sample of the platform measures. It is his own, as his grade is:
 * blind to his team mates until all have submitted the section, and closed from then on. The team's measure is written
 * where they counted differently; counts that all found alike need no writing.
 * @throws Refusal NOT_FOUND, FORBIDDEN, ILLEGAL_TRANSITION, OBSERVER_DOES_NOT_GRADE, CRITERION_NOT_IN_TEMPLATE,
 *   MEASURE_NOT_ENTERED, MEASURE_FROM_SAMPLE, MEASURE_MISMATCH, MEASURE_VALUE_UNKNOWN, SECTION_SUBMITTED,
 *   SECTION_NOT_SUBMITTED, STALE_VERSION
 */
export async function recordMeasure(
  uow: UnitOfWork,
  input: MeasureRecordInput,
): Promise<{ criterionMeasure: string }> {
  const audit = await requireAudit(uow, input.auditId, ['input', 'auditId']);
  authorise(uow, 'measureRecord', subjectOf(audit));
  requireState(audit, GRADING_STATES);
  const auditorId = await requireGrader(uow, audit);
  const criterion = await requireEntered(uow, audit, input.criterionId);
  await requireOpen(uow, audit, auditorId, criterion.id, input.stage);
  const said = { ...contentOf(criterion, input), auditorId };
  const criterionMeasure = await write(uow, audit, criterion.id, input, said);
  uow.record({
    act: 'measureRecord',
    objectType: 'Audit',
    objectId: audit.id,
    campaignId: audit.campaignId,
  });
  return { criterionMeasure };
}

async function requireEntered(uow: UnitOfWork, audit: Audit, id: string): Promise<MeasuredCriterion> {
  const path = ['input', 'criterionId'];
  const criterionId = uuidOf('Criterion', id);
  const [known] = await uow.sql('select 1 from criterion where id = $1::uuid and template_version_id = $2', [
    criterionId,
    audit.templateVersionId,
  ]);
  if (!criterionId || !known) refuse('CRITERION_NOT_IN_TEMPLATE', path);
  const measured = await measuredCriteria(uow.sql, [audit.templateVersionId]);
  const criterion = measured.find((each) => each.id === criterionId);
  if (!criterion || !entrySource(criterion)) refuse('MEASURE_NOT_ENTERED', path);
  if (await caseResultOf(uow.sql, audit.id, criterionId)) refuse('MEASURE_FROM_SAMPLE', path);
  return criterion;
}

/** As a grade: one's own until the section is submitted, the team's from then on. */
async function requireOpen(
  uow: UnitOfWork,
  audit: Audit,
  auditorId: string,
  criterionId: string,
  stage: MeasureStage,
): Promise<void> {
  const [criterion] = await uow.sql<{ sectionId: string }>(
    'select section_id as "sectionId" from criterion where id = $1',
    [criterionId],
  );
  const sectionId = criterion?.sectionId ?? '';
  const path = ['input', 'criterionId'];
  if (stage === 'AUDITOR') {
    if ((await submittedSections(uow, audit.id, auditorId)).has(sectionId)) refuse('SECTION_SUBMITTED', path);
  } else if (!(await comparableSections(uow, audit.id)).has(sectionId)) refuse('SECTION_NOT_SUBMITTED', path);
}

function contentOf(
  criterion: MeasuredCriterion,
  { counts, share }: MeasureRecordInput,
): Pick<CriterionMeasure, 'counts' | 'share'> {
  const isCounted = entrySource(criterion) === 'COUNTS';
  const wanted = isCounted ? counts : share;
  const other = isCounted ? share : counts;
  const hasOther = other !== undefined && other !== null;
  if (wanted === undefined || wanted === null || hasOther)
    refuse('MEASURE_MISMATCH', ['input', hasOther === isCounted ? 'share' : 'counts']);
  if (!isCounted) return { counts: null, share: share ?? null };
  const values = criterion.scale?.values ?? [];
  const given = counts ?? [];
  const named = given.map(({ value }) => value);
  const stranger = named.findIndex(
    (value, index) => !values.includes(value) || named.indexOf(value) !== index,
  );
  if (stranger >= 0)
    refuse('MEASURE_VALUE_UNKNOWN', ['input', 'counts', String(stranger), 'value'], {
      values: values.join(', '),
    });
  const byValue = new Map(given.map(({ value, count }) => [value, count]));
  return { counts: Object.fromEntries(values.map((value) => [value, byValue.get(value) ?? 0])), share: null };
}

async function write(
  uow: UnitOfWork,
  audit: Audit,
  criterionId: string,
  { id, stage, expectedVersion }: MeasureRecordInput,
  said: Pick<CriterionMeasure, 'counts' | 'share' | 'auditorId'>,
): Promise<string> {
  const expected = expectedVersion ?? 0;
  const present = await uow.manager.findOneBy(CriterionMeasure, {
    auditId: audit.id,
    criterionId,
    stage,
    ...(stage === 'AUDITOR' ? { auditorId: said.auditorId } : {}),
  });
  if (!present) {
    if (expected !== 0) refuse('NOT_FOUND', ['input', 'criterionId']);
    const place = { auditId: audit.id, campaignId: audit.campaignId, criterionId, stage };
    return uow.insert(CriterionMeasure, { ...(id ? { id } : {}), ...place, ...said });
  }
  if (present.version !== expected)
    refuse(
      'STALE_VERSION',
      ['input', 'expectedVersion'],
      { expected, actual: present.version },
      { kind: 'STALE_VERSION', type: 'CriterionMeasure', id: present.id },
    );
  await uow.change(CriterionMeasure, present, said);
  return present.id;
}
