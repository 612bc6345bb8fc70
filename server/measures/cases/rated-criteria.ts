import type { Ask, ComputedEdge } from '../../database/read-model';
import { ratedScale, type RatedScale, type RateTarget } from './rated-scale';

/** A criterion that the records of a sample are judged on. */
export interface RatedCriterion {
  id: string;
  scale: RatedScale;
  /** Null where its target is not a rate. */
  target: RateTarget | null;
  /** Records that the template asks for; null where it names no number. */
  wanted: number | null;
}

/**
 * Condition on a criterion `c`: records of a kind of evidence are judged on it. A criterion that names several kinds is judged
 * on the first one, with the others at hand: one record has one judgement.
 * @param kind SQL expression of the code of the kind
 */
export const ratedOn = (kind: string): string => `(
  exists (select 1 from scale l where l.code = c.scale_code and l.definition ? 'numerator')
  and jsonb_path_query_first(c.evidence, '$[*] ? (@.type == "SAMPLE_REVIEW")') ->> 'ref' = ${kind})`;

/** Condition on a criterion `c`: it is judged on records of some kind. */
export const ratedOnAny = `(
  exists (select 1 from scale l where l.code = c.scale_code and l.definition ? 'numerator')
  and c.evidence @> '[{"type": "SAMPLE_REVIEW"}]')`;

interface CriterionRow {
  id: string;
  definition: Parameters<typeof ratedScale>[0];
  target: { metric: string; op: string; value: unknown; counted?: string[] } | null;
  evidence: readonly { type: string; ref: string; n?: number }[];
}

/**
 * The criteria of a template version that records of a kind are judged on, in their order.
 * @param kind code of the kind of evidence
 */
export async function ratedCriteria(
  sql: Ask,
  templateVersionId: string,
  kind: string,
): Promise<RatedCriterion[]> {
  const rows = await sql<CriterionRow>(
    `select c.id, l.definition, c.target, c.evidence from criterion c join scale l on l.code = c.scale_code
     where c.template_version_id = $1 and ${ratedOn('$2')} order by c.position`,
    [templateVersionId, kind],
  );
  return rows.flatMap((row) => {
    const rated = ratedCriterion(row);
    return rated ? [rated] : [];
  });
}

/** A stored criterion as one that records are judged on; null where its scale has no rate. */
export function ratedCriterion({ id, definition, target, evidence }: CriterionRow): RatedCriterion | null {
  const scale = ratedScale(definition);
  const need = evidence.find(({ type }) => type === 'SAMPLE_REVIEW');
  return scale && need ? { id, scale, target: rateTarget(target), wanted: need.n ?? null } : null;
}

function rateTarget(target: CriterionRow['target']): RateTarget | null {
  if (target?.metric !== 'RATE' || typeof target.value !== 'number') return null;
  if (target.op !== '>=' && target.op !== '<=') return null;
  const { op, value, counted } = target;
  return { op, value, ...(counted ? { counted } : {}) };
}

/** `CaseSample.criteria`: what its records are judged on, with the values that they may be given. */
export const caseCriteriaEdge: ComputedEdge = {
  kind: 'computed',
  needs: [],
  async compute(samples, { sql }) {
    const rows = await sql<CriterionRow & { sampleId: string }>(
      `select s.id as "sampleId", c.id, l.definition, c.target, c.evidence
       from case_sample s join audit a on a.id = s.audit_id
       join criterion c on c.template_version_id = a.template_version_id and ${ratedOn('s.evidence_kind_code')}
       join scale l on l.code = c.scale_code
       where s.id = any($1::uuid[]) order by c.position`,
      [samples.map(({ id }) => id)],
    );
    return samples.map(({ id }) =>
      rows.flatMap((row) => {
        const criterion = row.sampleId === id ? ratedCriterion(row) : null;
        return criterion
          ? [{ id: criterion.id, criterionId: criterion.id, values: criterion.scale.values }]
          : [];
      }),
    );
  },
};
