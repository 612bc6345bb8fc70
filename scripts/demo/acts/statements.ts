import type { FindingCreateInput, GradeValue } from '../generated/operations';
import { saidOf } from '../said/said-of';

/** A criterion as the team grades it. */
export interface GradedCriterion {
  id: string;
  code: string;
  isCritical: boolean;
  value: GradeValue;
}

/** What the team states of one criterion. */
export type Statement = Pick<FindingCreateInput, 'kind' | 'severity' | 'statement'> & {
  about: GradedCriterion;
};

/** Every fifth audit has a critical non-conformity, every third a remarkable practice. */
const CRITICAL = { every: 5, at: 3 };
const REMARKABLE = { every: 3, at: 1 };

/**
 * What a team states, in its order: of gaps the gravest, a lesser one and advice; of what conforms a strength, and something
 * noticed or remarkable. Each rests on a criterion that was graded so, and no two on the same one.
 * @param index place of the audit, by which colleagues elsewhere find something else
 */
export function statementsOf(index: number, graded: readonly GradedCriterion[]): Statement[] {
  const of = (value: GradeValue): GradedCriterion[] =>
    turned(
      graded.filter((each) => each.value === value),
      index,
    );
  const gaps = [...of('NON_CONFORM'), ...of('PARTIAL')];
  const merits = of('CONFORM');
  const grave = gravest(index, gaps);
  // The lesser ones conform in part, if there are such.
  const [minor, ...rest] = gaps.filter((each) => each !== grave?.about).reverse();
  const [strength, ...others] = merits;
  return [
    ...(grave ? [grave] : []),
    ...(minor ? [lesser(index, minor)] : []),
    ...[rest[0] ?? others.at(-1)].flatMap((about): Statement[] =>
      about ? [{ kind: 'RECOMMENDATION', statement: saidOf(about.code).advice, about }] : [],
    ),
    ...(strength
      ? [{ kind: 'STRENGTH' as const, statement: saidOf(strength.code).merit, about: strength }]
      : []),
    ...noticed(index, others.slice(0, -1)),
  ];
}

function gravest(index: number, gaps: readonly GradedCriterion[]): Statement | undefined {
  const endangering = gaps.find(({ isCritical }) => isCritical);
  const critical = endangering && saidOf(endangering.code).critical;
  if (index % CRITICAL.every === CRITICAL.at && critical)
    return { kind: 'NON_CONFORMITY', severity: 'CRITICAL', statement: critical, about: endangering };
  const [about] = gaps;
  if (!about) return undefined;
  const { major, minor } = saidOf(about.code);
  const statement = about.value === 'NON_CONFORM' ? major : minor[0];
  return { kind: 'NON_CONFORMITY', severity: 'MAJOR', statement, about };
}

function lesser(index: number, about: GradedCriterion): Statement {
  const { minor } = saidOf(about.code);
  return {
    kind: 'NON_CONFORMITY',
    severity: 'MINOR',
    statement: minor[index % 2 === 0 ? 0 : 1],
    about,
  };
}

function noticed(index: number, among: readonly GradedCriterion[]): Statement[] {
  const remarked = among.find(({ code }) => saidOf(code).remarkable);
  const remarkable = remarked && saidOf(remarked.code).remarkable;
  if (index % REMARKABLE.every === REMARKABLE.at && remarkable)
    return [{ kind: 'REMARKABLE_PRACTICE', statement: remarkable.stated, about: remarked }];
  const [about] = among;
  return about ? [{ kind: 'OBSERVATION', statement: saidOf(about.code).noticed, about }] : [];
}

/** A list that begins at another place. */
function turned<T>(list: readonly T[], by: number): T[] {
  const from = list.length === 0 ? 0 : by % list.length;
  return [...list.slice(from), ...list.slice(0, from)];
}
