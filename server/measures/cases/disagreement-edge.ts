import type { ComputedEdge } from '../../database/read-model';
import { disagreementOf } from './disagreement';
import { ratedScale } from './rated-scale';

/** `CaseOutcome.disagreement`: how the two ratings of an outcome differ, on the scale of its criterion. */
export const disagreementEdge: ComputedEdge = {
  kind: 'computed',
  needs: ['criterionId', 'ratings'],
  async compute(outcomes, { sql }) {
    const rows = await sql<{ id: string; definition: Parameters<typeof ratedScale>[0] }>(
      `select c.id, l.definition from criterion c join scale l on l.code = c.scale_code where c.id = any($1::uuid[])`,
      [[...new Set(outcomes.map((outcome) => outcome['criterionId']))]],
    );
    const scales = new Map(rows.map(({ id, definition }) => [id, ratedScale(definition)]));
    return outcomes.map((outcome) => {
      const scale = scales.get(outcome['criterionId'] as string);
      const [one = '', other = ''] = outcome['ratings'] as string[];
      return scale ? disagreementOf(scale, one, other) : null;
    });
  },
};
