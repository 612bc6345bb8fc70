import type { GradeValue } from '../../audits';
import type { Ask } from '../../database/read-model';
import type { CalendarDate } from '../../kernel/working-days';
import { caseRate } from '../cases/case-rate';
import { caseResultsOfAudits, type CaseResultOf } from '../cases/case-result-of';
import { auditDoses, type AuditDoses } from '../dose/statistics/audit-doses';
import type { DosePosition } from '../dose/statistics/dose-position';
import { positionAmong } from '../dose/statistics/dose-positions';
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
  /** Criteria whose facts are asked for. */
  criterionIds: ReadonlySet<string>;
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
 * The facts of the measured criteria of audits, in the order of the criteria; for each audit those that are asked for. They
 * are computed whenever somebody asks and kept nowhere, so that they cannot fall behind what they rest on. As many
 * statements for many audits as for one.
 * @param sql of an act, which sees everything: who may read which fact is decided by whoever asks
 * @param rater whose counts are taken where an auditor counts himself
 */
export async function measuresOfAudits(
  sql: Ask,
  audits: readonly MeasuredAudit[],
  rater: Rater,
): Promise<CriterionFacts[][]> {
  const all = await measuredCriteria(sql, [
    ...new Set(audits.map(({ templateVersionId }) => templateVersionId)),
  ]);
  const metrics = new Set(
    all
      .filter(({ id }) => audits.some(({ criterionIds }) => criterionIds.has(id)))
      .map(({ target }) => target.metric),
  );
  if (metrics.size === 0) return audits.map(() => []);
  const ids = audits.map(({ id }) => id);
  const needsCases = metrics.has('RATE') || metrics.has('AC1');
  const [entered, cases, doses] = await Promise.all([
    enteredMeasures(sql, ids, rater),
    needsCases ? caseResultsOfAudits(sql, ids) : [],
    metrics.has('MEDIAN') ? auditDoses(sql, audits) : null,
  ]);
  return audits.map(({ id, templateVersionId, criterionIds }) => {
    const ofVersion = all.filter((criterion) => criterion.templateVersionId === templateVersionId);
    const ofAudit = cases.filter(({ auditId }) => auditId === id);
    return ofVersion
      .filter((criterion) => criterionIds.has(criterion.id))
      .map((criterion) => {
        const { metric } = criterion.target;
        if (metric === 'MEDIAN') return factsOfDoses(criterion, doses?.get(id));
        if (metric === 'AC1') return factsOfAgreement(criterion, ofAudit, ofVersion);
        const own = entered(id, criterion.id);
        return metric === 'SHARE' ? factsOfNumber(criterion, own) : factsOfRate(criterion, ofAudit, own);
      });
  });
}

/** A sample of the platform goes before what anybody counts by hand. */
function factsOfRate(
  criterion: MeasuredCriterion,
  cases: readonly CaseResultOf[],
  entered: EnteredMeasure | null,
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

function factsOfNumber(criterion: MeasuredCriterion, entered: EnteredMeasure | null): CriterionFacts {
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

function factsOfDoses(criterion: MeasuredCriterion, doses: AuditDoses | undefined): CriterionFacts {
  const { outcome, exams } = positionAmong(doses, criterion.examCodes);
  const found = { ...NOTHING, criterionId: criterion.id, source: 'DOSE' } as const;
  if (exams.length === 0) return found;
  return { ...found, isComplete: true, dosePosition: outcome, proposedValue: PROPOSED_BY_DOSE[outcome] };
}
