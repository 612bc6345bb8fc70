import type { Bind, ComputedEdge, Row } from '../../database/read-model';
import { caseResultRows } from '../../identity';
import type { Viewer } from '../../kernel/viewer';
import { caseResult, type CaseResult } from './case-results';
import { judgedCriteria } from './case-tallies';

/** Samples whose results the viewer may read, on a condition of its own: a condition on the samples `t`. */
export function readable(viewer: Viewer, bind: Bind, condition: string): string {
  const seen = caseResultRows(viewer, 't', bind, null);
  return seen === null ? condition : `${condition} and ${seen}`;
}

/**
 * `CaseSample.results`: one for each criterion, where the viewer may read them and the sample is complete; from counts alone,
 * so that nobody learns who said what.
 */
export const caseResultsEdge: ComputedEdge = {
  kind: 'computed',
  needs: [],
  async compute(samples: readonly Row[], { viewer, sql }): Promise<CaseResult[][]> {
    const judged = await judgedCriteria(sql, (bind) =>
      readable(viewer, bind, `t.id = any(${bind(samples.map(({ id }) => id))}::uuid[])`),
    );
    return samples.map(({ id }) => judged.filter(({ sampleId }) => sampleId === id).map(caseResult));
  },
};
