import type { Ask, ComputedEdge, Row } from '../../database/read-model';
import { newcombe } from '../statistics';
import { caseRate, type Share } from './case-rate';
import { readable } from './case-results-edge';
import { countsOf, judgedCriteria, type JudgedCriterion } from './case-tallies';

/** One criterion in two rounds of the same service. */
export interface CaseRound {
  id: string;
  criterionId: string;
  /** The sample of the round before. */
  previousSampleId: string;
  rate: Share;
  previousRate: Share;
  /** This round less the one before, with its interval (rule S14 of the templates); null where one of them has no records. */
  difference: number | null;
  differenceLow: number | null;
  differenceHigh: number | null;
}

interface Pair {
  sampleId: string;
  previousId: string;
  criterionId: string;
  previousCriterionId: string;
}

/**
 * For each criterion of samples, the latest completed sample of the same service that was judged on it or on what it comes
 * from: the same criterion, or one that was only reworded since. Split, merged and rescaled criteria measure something else.
 */
const ROUNDS = `
  with recursive ancestor as (
    select s.id as sample_id, c.id as criterion_id, c.id as earlier_id
    from case_sample s join case_outcome o on o.case_sample_id = s.id join criterion c on c.id = o.criterion_id
    where s.id = any($1::uuid[]) and s.state = 'COMPLETE'
    union
    select n.sample_id, n.criterion_id, l.from_criterion_id
    from ancestor n join criterion_lineage l on l.to_criterion_id = n.earlier_id and l.kind in ('SAME', 'REWORDED')
  )
  select distinct on (s.id, n.criterion_id) s.id as "sampleId", p.id as "previousId", n.criterion_id as "criterionId",
    n.earlier_id as "previousCriterionId"
  from ancestor n
  join case_sample s on s.id = n.sample_id
  join case_sample p on p.audited_service_id = s.audited_service_id and p.id <> s.id and p.state = 'COMPLETE'
    and p.completed_at < s.completed_at
  where exists (select 1 from case_outcome o where o.case_sample_id = p.id and o.criterion_id = n.earlier_id)
  order by s.id, n.criterion_id, p.completed_at desc, p.id`;

/**
 * `CaseSample.rounds`: what changed since the round before, for who may read the results of both: the service itself and the
 * programme. The team of today has no part in the audit before.
 */
export const caseRoundsEdge: ComputedEdge = {
  kind: 'computed',
  needs: [],
  async compute(samples: readonly Row[], { viewer, sql, sqlOfActs }): Promise<CaseRound[][]> {
    const pairs = await pairsOf(
      sqlOfActs,
      samples.map(({ id }) => id),
    );
    const ids = [...new Set(pairs.flatMap(({ sampleId, previousId }) => [sampleId, previousId]))];
    const judged = await judgedCriteria(sql, (bind) =>
      readable(viewer, bind, `t.id = any(${bind(ids)}::uuid[])`),
    );
    const of = (sampleId: string, criterionId: string): JudgedCriterion | undefined =>
      judged.find((each) => each.sampleId === sampleId && each.criterion.id === criterionId);
    return samples.map(({ id }) =>
      pairs
        .filter(({ sampleId }) => sampleId === id)
        .flatMap(({ criterionId, previousId, previousCriterionId }) => {
          const now = of(id, criterionId);
          const before = of(previousId, previousCriterionId);
          return now && before ? [roundOf(now, before)] : [];
        }),
    );
  },
};

function pairsOf(sql: Ask, ids: readonly string[]): Promise<Pair[]> {
  return sql<Pair>(ROUNDS, [ids]);
}

function roundOf(now: JudgedCriterion, before: JudgedCriterion): CaseRound {
  const { rate } = caseRate(now.criterion.scale, countsOf(now.tallies), now.criterion.target);
  // Both rounds are counted alike: in the way of today's criterion.
  const previous = caseRate(now.criterion.scale, countsOf(before.tallies), now.criterion.target).rate;
  const found = newcombe(rate.x, rate.n, previous.x, previous.n);
  return {
    id: now.criterion.id,
    criterionId: now.criterion.id,
    previousSampleId: before.sampleId,
    rate,
    previousRate: previous,
    difference: found?.difference ?? null,
    differenceLow: found?.low ?? null,
    differenceHigh: found?.high ?? null,
  };
}
