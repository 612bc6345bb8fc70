import { sha256Of } from '../../kernel/file-hash';
import { DRAW_ALGORITHM, drawSample, seedOf, type SeedParts } from './draw-sample';
import { commitmentOf, type ListedRecord } from './list-commitment';

/** What was published of a draw. */
export interface PublishedDraw extends SeedParts {
  nonceSha256: string;
  seed: string;
  algorithm: string;
  size: number;
  populationSize: number;
  /** Numbers of the records drawn, those that stand in for others left out, in their order. */
  drawn: readonly string[];
}

/** What of a draw does not hold. */
export type DrawProblem = 'ALGORITHM' | 'LIST' | 'POPULATION' | 'NONCE' | 'SEED' | 'SAMPLE';

/**
 * Makes a draw again from its list.
 * @param records the list that the service says it gave
 * @returns what does not hold; empty when the draw is right
 */
export function verifyDraw(records: readonly ListedRecord[], draw: PublishedDraw): DrawProblem[] {
  if (draw.algorithm !== DRAW_ALGORITHM) return ['ALGORITHM'];
  const isPossible = draw.size <= records.length;
  const made = isPossible ? drawSample(draw.seed, records, draw.size).map(({ record }) => record) : [];
  const checks: readonly (readonly [DrawProblem, boolean])[] = [
    ['LIST', commitmentOf(records) === draw.listSha256],
    ['POPULATION', records.length === draw.populationSize],
    ['NONCE', sha256Of(draw.nonce) === draw.nonceSha256],
    ['SEED', seedOf(draw) === draw.seed],
    ['SAMPLE', isPossible && made.join('\n') === draw.drawn.join('\n')],
  ];
  return checks.flatMap(([problem, holds]) => (holds ? [] : [problem]));
}
