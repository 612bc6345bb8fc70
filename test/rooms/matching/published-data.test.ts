import { checkPlan } from '../../../server/matching/checker/check-plan';
import type { Instance } from '../../../server/matching/matcher/instance';
import type { Plan } from '../../../server/matching/matcher/plan';
import { readInstance } from '../../../server/matching/matcher/read-instance';
import { solve } from '../../../server/matching/matcher/solve';
import { chanceFrom } from '../../../scripts/demo/chance';

const PAPERS = 40;
const REVIEWERS = 30;
const MOST = 5;
const LIMITS = { seconds: 60, work: 3, memoryMegabytes: 512, seed: 1 };

/** The answers of a call for bids: yes, maybe, no; a conflict is no answer at all. */
const BIDS = [100, 75, 50, 25, 0];

/**
 * Data as conferences publish them: three reviewers for each paper, bids as scores, loads bounded on both sides, no
 * weeks, no groups, no cost of load.
 */
function conference(): { papers: string[]; reviewers: string[]; bids: [string, string, number][] } {
  const chance = chanceFrom(11);
  const papers = Array.from({ length: PAPERS }, (_, index) => `P${index}`);
  const reviewers = Array.from({ length: REVIEWERS }, (_, index) => `R${index}`);
  const bids = papers.flatMap((paper) =>
    reviewers.flatMap((reviewer): [string, string, number][] => {
      const bid = BIDS[Math.floor(chance() ** 0.5 * BIDS.length)] ?? 0;
      return chance() < 0.06 ? [] : [[reviewer, paper, bid]];
    }),
  );
  return { papers, reviewers, bids };
}

function instanceOf(fairness: Instance['fairness']): Instance {
  const { papers, reviewers, bids } = conference();
  const read = readInstance({
    services: papers.map((id) => ({ id, seats: { RADIOLOGIST: 3 } })),
    auditors: reviewers.map((id) => ({
      id,
      profession: 'RADIOLOGIST',
      lead: true,
      capacity: MOST,
      minimum: 3,
    })),
    scores: bids,
    weights: { load: [0], sharedTeams: PAPERS },
    fairness,
  });
  if ('instance' in read) return read.instance;
  throw new Error(read.problems.map(({ message }) => message).join());
}

/**
 * The best sum of bids, by another way: reviewers are given papers along paths that gain most, one place at a time
 * (successive shortest paths, after Bellman and Ford), every paper first to three, then loads to their minimum.
 */
function bestSum(): number {
  const { papers, reviewers, bids } = conference();
  // source → reviewer → paper → sink; what a reviewer has below his minimum is worth more than any bid.
  const nodes = ['source', 'sink', ...papers, ...reviewers];
  const at = new Map(nodes.map((node, index) => [node, index]));
  const edges: { from: number; to: number; left: number; cost: number }[] = [];
  const join = (from: string, to: string, capacity: number, cost: number) => {
    edges.push({ from: at.get(from) ?? 0, to: at.get(to) ?? 0, left: capacity, cost });
    edges.push({ from: at.get(to) ?? 0, to: at.get(from) ?? 0, left: 0, cost: -cost });
  };
  const URGENT = 10_000;
  for (const reviewer of reviewers) {
    join('source', reviewer, 3, -URGENT);
    join('source', reviewer, MOST - 3, 0);
  }
  for (const [reviewer, paper, bid] of bids) join(reviewer, paper, 1, -bid);
  for (const paper of papers) join(paper, 'sink', 3, 0);
  let placed = 0;
  for (; placed < 3 * PAPERS; placed += 1) {
    const cost = nodes.map(() => Infinity);
    const by: (number | null)[] = nodes.map(() => null);
    cost[0] = 0;
    for (let isBetter = true; isBetter;) {
      isBetter = false;
      for (const [index, edge] of edges.entries()) {
        if (edge.left === 0 || (cost[edge.from] ?? 0) + edge.cost >= (cost[edge.to] ?? 0)) continue;
        cost[edge.to] = (cost[edge.from] ?? 0) + edge.cost;
        by[edge.to] = index;
        isBetter = true;
      }
    }
    if (cost[1] === Infinity) break;
    for (let node = 1; node !== 0;) {
      const index = by[node] ?? 0;
      const edge = edges[index];
      const back = edges[index ^ 1];
      if (!edge || !back) break;
      edge.left -= 1;
      back.left += 1;
      node = edge.from;
    }
  }
  expect(placed).toBe(3 * PAPERS);
  const first = 4 * REVIEWERS;
  return bids.reduce((sum, [, , bid], index) => sum + (edges[first + 2 * index]?.left === 0 ? bid : 0), 0);
}

const sumOf = ({ teams }: Plan) => teams.reduce((sum, { value }) => sum + value, 0);
const worstOf = ({ teams }: Plan) => Math.min(...teams.map(({ value }) => value));

describe('published data on reviewers and papers', () => {
  it('is solved to the best sum that a flow finds, loads within their bounds', async () => {
    const instance = instanceOf('SUM');
    const plan = await solve(instance, LIMITS);
    expect(checkPlan(instance, plan)).toEqual([]);
    expect(plan).toMatchObject({ status: 'OPTIMAL', shortfalls: [] });
    expect(sumOf(plan)).toBe(bestSum());
    expect(Object.values(plan.load).every((audits) => audits >= 3 && audits <= MOST)).toBe(true);
  });

  it('gives the worst paper its due first, if asked', async () => {
    const instance = instanceOf('MAX_MIN_THEN_SUM');
    const [fair, best] = [await solve(instance, LIMITS), await solve(instanceOf('SUM'), LIMITS)];
    expect(checkPlan(instance, fair)).toEqual([]);
    expect(worstOf(fair)).toBeGreaterThanOrEqual(worstOf(best));
    expect(sumOf(fair)).toBeLessThanOrEqual(sumOf(best));
  });
});
