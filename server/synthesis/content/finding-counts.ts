import type { GradeValue } from '../../audits';
import type { Ask } from '../../database/read-model';
import type { FindingKind, FindingSeverity } from '../../findings';
import type { Services } from '../disclosure/blocks';
import { areBlocksTold, mayStandBeside, unionsOf } from '../disclosure/told-beside';
import { isToldCount, serviceShare, type ServiceShare } from '../disclosure/told-count';
import type { CampaignFacts } from './campaign-facts';
import { isShownWhole, servicesByGrade, type ToldCriterion } from './grade-table';

/** How many services have findings of a kind on a criterion. */
export interface FindingCount {
  /** Code of the criterion; null over all of them. */
  criterion: string | null;
  kind: FindingKind;
  /** Of non-conformities alone; null over all of them. */
  severity: FindingSeverity | null;
  services: ServiceShare;
}

/** A finding of an issued report, without what it says. */
export interface StatedFinding {
  serviceId: string;
  criterionId: string | null;
  kind: FindingKind;
  severity: FindingSeverity | null;
}

/** Kinds that are no reproach: that all services have one tells on none. */
const HARMLESS: ReadonlySet<FindingKind> = new Set(['STRENGTH', 'REMARKABLE_PRACTICE']);

const FINDINGS = `
  select distinct a.audited_service_id as "serviceId", f.criterion_id as "criterionId", f.kind, f.severity
  from finding f join audit a on a.id = f.audit_id
  where a.campaign_id = $1 and f.state = 'FINAL' and a.report_issued_at is not null and a.state <> 'CANCELLED'`;

/** The final findings of a campaign's issued reports. @param sql sees every finding (an act's own reads) */
export const statedFindings = (sql: Ask, campaignId: string): Promise<StatedFinding[]> =>
  sql<StatedFinding>(FINDINGS, [campaignId]);

/** A number that is asked for: so many services have one of these findings. */
interface Candidate {
  criterion: { id: string; code: string } | null;
  kind: FindingKind;
  severity: FindingSeverity | null;
  set: Services;
}

/**
 * Findings grouped: how many services have one of a kind, of a severity, on a criterion, the most frequent first. Never what
 * they say. Findings mostly follow grades, so that the numbers of both are told together or not at all:
 * - on a criterion, only where all numbers of its grades are shown: else a finding would say what is kept back there;
 * - on a criterion, nothing that grades of it and this number subtract to is made of fewer than `least` services, nor what two
 *   kinds have in common or apart;
 * - over all criteria, a number is none of a criterion's and a few more; and what shortcomings add up to on criteria that are
 *   told of is at least as much, since what is missing would lie where grades are kept back.
 * @param told all criteria, as the tables of grades tell of them
 */
export function tellFindings(
  findings: readonly StatedFinding[],
  facts: CampaignFacts,
  told: readonly ToldCriterion[],
  least: number,
): FindingCount[] {
  const services = facts.services.length;
  const isTold = ({ kind, set }: Candidate): boolean =>
    set.size > 0 && isToldCount(set.size, services, least, HARMLESS.has(kind));
  const grades = told.map(({ criterion, grades: numbers }) => ({
    criterion,
    isWhole: isShownWhole(numbers),
    shown: [...servicesByGrade(facts, criterion.id)].flatMap(([value, set]: [GradeValue, Services]) =>
      numbers[value] === null || set.size === 0 ? [] : [set],
    ),
  }));
  const onCriteria = grades.flatMap(({ criterion, isWhole, shown }) => {
    const own = findings.filter(({ criterionId }) => criterionId === criterion.id);
    return isWhole ? toldOn(candidates(own, criterion).filter(isTold), shown, least) : [];
  });
  const isAnyHidden = grades.some(({ isWhole }) => !isWhole);
  const beside = [...grades.flatMap(({ shown }) => shown), ...onCriteria.map(({ set }) => set)];
  const overall = toldOverall(candidates(findings, null).filter(isTold), beside, least).filter(
    ({ kind, set }) =>
      !isAnyHidden ||
      HARMLESS.has(kind) ||
      onCriteria.filter((each) => each.kind === kind).reduce((sum, each) => sum + each.set.size, 0) >=
        set.size,
  );
  return [...overall, ...mostFrequentFirst(onCriteria)].map(({ criterion, kind, severity, set }) => ({
    criterion: criterion?.code ?? null,
    kind,
    severity,
    services: serviceShare(set.size, services),
  }));
}

/** Those of one criterion that may be told beside each other and its grades. */
function toldOn(asked: readonly Candidate[], grades: readonly Services[], least: number): Candidate[] {
  const unions = unionsOf(grades);
  const told: Candidate[] = [];
  for (const candidate of asked) {
    const isApart = unions.every((union) => mayStandBeside(candidate.set, union, least));
    if (
      isApart &&
      areBlocksTold(
        [...told, candidate].map(({ set }) => set),
        least,
      )
    )
      told.push(candidate);
  }
  return told;
}

/** Those over all criteria that may be told beside each other and whatever else is told. */
function toldOverall(asked: readonly Candidate[], beside: readonly Services[], least: number): Candidate[] {
  const told: Candidate[] = [];
  for (const candidate of asked) {
    const sameKind = told.filter(({ kind }) => kind === candidate.kind);
    const others = [...beside, ...told.map(({ set }) => set)];
    if (
      others.every((other) => mayStandBeside(candidate.set, other, least)) &&
      areBlocksTold(
        [...sameKind, candidate].map(({ set }) => set),
        least,
      )
    )
      told.push(candidate);
  }
  return told;
}

/** Numbers that some findings can be counted as: by kind, and over all criteria by severity, the most frequent first. */
function candidates(findings: readonly StatedFinding[], criterion: Candidate['criterion']): Candidate[] {
  const found = new Map<string, Candidate & { set: Set<string> }>();
  const add = (kind: FindingKind, severity: FindingSeverity | null, serviceId: string): void => {
    const key = `${kind} ${severity ?? ''}`;
    const candidate = found.get(key) ?? { criterion, kind, severity, set: new Set<string>() };
    found.set(key, candidate);
    candidate.set.add(serviceId);
  };
  for (const { serviceId, kind, severity } of findings) {
    add(kind, null, serviceId);
    if (severity && !criterion) add(kind, severity, serviceId);
  }
  const inOrder = [...found].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, candidate]) => candidate);
  return mostFrequentFirst(inOrder);
}

const mostFrequentFirst = (of: readonly Candidate[]): Candidate[] =>
  [...of].sort((a, b) => b.set.size - a.set.size);
