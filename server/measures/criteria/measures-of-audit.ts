import type { GradeValue } from '../../audits';
import type { Ask } from '../../database/read-model';
import type { CalendarDate } from '../../kernel/working-days';
import { caseRate } from '../cases/case-rate';
import { caseResultsOf, type CaseResultOf } from '../cases/case-result-of';
import type { DosePosition } from '../dose/statistics/dose-position';
import { dosePositions } from '../dose/statistics/dose-positions';
import { wilson, type TargetDecision } from '../statistics';
import { enteredMeasures, type EnteredMeasure, type Rater } from './entered-measures';
import { measuredCriteria, type MeasuredCriterion, type MeasureSource } from './measured-criterion';
import { gradeOfRate, numberDecision, PROPOSED_BY_DOSE, PROPOSED_BY_RATE } from './propose-grade';

/** What the facts say of one criterion, and the grade that follows from them. */
export interface CriterionFacts {
  criterionId: string;
  source: MeasureSource;
  /** All facts are there; nothing is proposed before. */
  isComplete: boolean;
  /** Records counted, and records that could have been. */
  x: number | null;
  n: number | null;
  /** The rate x / n, the number measured, or the coefficient of agreement. */
  estimate: number | null;
  /** 95 %: Wilson for a rate, of the coefficient for agreement; null for a number that was only read. */
  low: number | null;
  high: number | null;
  /** Records in all. */
  total: number | null;
  notApplicable: number | null;
  /** Records that do not tell enough to be judged: shown beside the rate, never in it. */
  notAssessable: number | null;
  decision: TargetDecision | null;
  /** The worst of the examinations that have a position. */
  dosePosition: DosePosition | null;
  /** Null until the facts are complete. */
  proposedValue: GradeValue | null;
}

/** An audit as far as its facts need it. */
export interface MeasuredAudit {
  id: string;
  templateVersionId: string;
  /** Of the visit: whose dose levels count. */
  day: CalendarDate;
}

const NOTHING = {
  isComplete: false,
  x: null,
  n: null,
  estimate: null,
  low: null,
  high: null,
  total: null,
  notApplicable: null,
  notAssessable: null,
  decision: null,
  dosePosition: null,
  proposedValue: null,
} as const satisfies Partial<CriterionFacts>;

/**
 * The facts of the measured criteria of an audit, in the order of the criteria. They are computed whenever they are asked
 * for and kept nowhere, so that they cannot fall behind what they rest on.
 * @param sql of an act, which sees everything: who may read which fact is decided by whoever asks
 * @param rater whose counts are taken where an auditor counts himself
 * @param criterionIds only these; all without it
 */
export async function measuresOfAudit(
  sql: Ask,
  audit: MeasuredAudit,
  rater: Rater,
  criterionIds: readonly string[] | null = null,
): Promise<CriterionFacts[]> {
  const all = await measuredCriteria(sql, audit.templateVersionId);
  const criteria = criterionIds ? all.filter(({ id }) => criterionIds.includes(id)) : all;
  if (criteria.length === 0) return [];
  const entered = await enteredMeasures(sql, audit.id, rater);
  const needsCases = criteria.some(({ target }) => target.metric === 'RATE' || target.metric === 'AC1');
  const cases = needsCases ? await caseResultsOf(sql, audit.id) : [];
  const facts: CriterionFacts[] = [];
  for (const criterion of criteria) {
    const { metric } = criterion.target;
    if (metric === 'MEDIAN') facts.push(await factsOfDoses(sql, audit, criterion));
    else if (metric === 'AC1') facts.push(factsOfAgreement(criterion, cases, all));
    else if (metric === 'SHARE') facts.push(factsOfNumber(criterion, entered.get(criterion.id)));
    else facts.push(factsOfRate(criterion, cases, entered.get(criterion.id)));
  }
  return facts;
}

/** A sample of the platform goes before what anybody counts by hand. */
function factsOfRate(
  criterion: MeasuredCriterion,
  cases: readonly CaseResultOf[],
  entered: EnteredMeasure | undefined,
): CriterionFacts {
  const { id: criterionId, scale, target } = criterion;
  const sample = cases.find((result) => result.criterionId === criterionId);
  if (sample) {
    const { isComplete, rate, decision, total, notApplicable, notAssessable } = sample;
    if (!isComplete || !rate) return { ...NOTHING, criterionId, source: 'CASES' };
    const counted = { total, notApplicable, notAssessable };
    return { ...NOTHING, criterionId, source: 'CASES', ...rateFigures(rate.x, rate.n, decision), ...counted };
  }
  if (!entered?.counts || !scale) return { ...NOTHING, criterionId, source: 'COUNTS' };
  const counts = new Map(Object.entries(entered.counts));
  const op = target.op === '<=' ? '<=' : '>=';
  const { rate, total, shortfall, decision } = caseRate(scale, counts, {
    op,
    value: Number(target.value),
    ...(target.counted ? { counted: target.counted } : {}),
  });
  return {
    ...NOTHING,
    criterionId,
    source: 'COUNTS',
    ...rateFigures(rate.x, rate.n, decision),
    total,
    notApplicable: counts.get('NOT_APPLICABLE') ?? 0,
    notAssessable: shortfall.x,
  };
}

function rateFigures(x: number, n: number, decision: TargetDecision | null) {
  const { low = null, high = null } = wilson(x, n) ?? {};
  const estimate = n === 0 ? null : x / n;
  return { isComplete: true, x, n, estimate, low, high, decision, proposedValue: gradeOfRate(decision) };
}

function factsOfNumber(criterion: MeasuredCriterion, entered: EnteredMeasure | undefined): CriterionFacts {
  const value = entered?.share ?? null;
  const found = { ...NOTHING, criterionId: criterion.id, source: 'NUMBER' } as const;
  return value === null ? found : { ...found, ...numberFigures(criterion, value) };
}

/** Agreement of the two reviewers before anybody arbitrated: on justification, or else on the first criterion reviewed. */
function factsOfAgreement(
  criterion: MeasuredCriterion,
  cases: readonly CaseResultOf[],
  all: readonly MeasuredCriterion[],
): CriterionFacts {
  const found = { ...NOTHING, criterionId: criterion.id, source: 'AGREEMENT' } as const;
  const known = cases.filter(({ ac1 }) => ac1?.estimate !== null && ac1 !== null);
  const scaleOf = (id: string): string | undefined => all.find((each) => each.id === id)?.scaleCode;
  const reviewed = known.find(({ criterionId }) => scaleOf(criterionId) === 'JUST') ?? known[0];
  if (!reviewed?.ac1) return found;
  const { estimate, low, high } = reviewed.ac1;
  return estimate === null ? found : { ...found, ...numberFigures(criterion, estimate), low, high };
}

function numberFigures({ target }: MeasuredCriterion, value: number) {
  const op = target.op === '<=' ? '<=' : '>=';
  const decision = numberDecision(value, { op, value: Number(target.value) });
  return {
    isComplete: true,
    estimate: value,
    decision,
    proposedValue: decision && PROPOSED_BY_RATE[decision],
  };
}

async function factsOfDoses(
  sql: Ask,
  audit: MeasuredAudit,
  criterion: MeasuredCriterion,
): Promise<CriterionFacts> {
  const { outcome, exams } = await dosePositions(sql, audit.id, criterion.examCodes, audit.day);
  const found = { ...NOTHING, criterionId: criterion.id, source: 'DOSE' } as const;
  if (exams.length === 0) return found;
  return { ...found, isComplete: true, dosePosition: outcome, proposedValue: PROPOSED_BY_DOSE[outcome] };
}
