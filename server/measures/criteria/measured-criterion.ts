import type { Ask } from '../../database/read-model';
import type { TargetFile } from '../../templates';
import { ratedScale, type RatedScale } from '../cases/rated-scale';

/** Where the facts of a measured criterion come from. */
export const MEASURE_SOURCES = [
  /** A drawn sample of records, reviewed by two and arbitrated. */
  'CASES',
  /** Records, people or scenes that an auditor counted himself. */
  'COUNTS',
  /** A number that an auditor read or computed. */
  'NUMBER',
  /** Dose records of the service. */
  'DOSE',
  /** Agreement of the two reviewers of a sample of records. */
  'AGREEMENT',
] as const;
export type MeasureSource = (typeof MEASURE_SOURCES)[number];

/** A criterion whose grade follows from facts. */
export interface MeasuredCriterion {
  id: string;
  templateVersionId: string;
  target: TargetFile;
  /** Values that records are counted by; null where none are. */
  scale: RatedScale | null;
  scaleCode: string;
  /** Examinations whose doses it looks at; empty for all. */
  examCodes: readonly string[];
}

interface CriterionRow {
  id: string;
  templateVersionId: string;
  target: TargetFile;
  scaleCode: string;
  definition: Parameters<typeof ratedScale>[0];
  evidence: readonly { type: string; examCodes?: string[] }[];
}

/** The measured criteria of template versions, in their order: all whose target is more than conformity. */
export async function measuredCriteria(
  sql: Ask,
  templateVersionIds: readonly string[],
): Promise<MeasuredCriterion[]> {
  const rows = await sql<CriterionRow>(
    `select c.id, c.template_version_id as "templateVersionId", c.target, c.scale_code as "scaleCode", l.definition,
       c.evidence
     from criterion c join scale l on l.code = c.scale_code
     where c.template_version_id = any($1::uuid[]) and c.target ->> 'metric' <> 'CONFORMITY'
     order by c.position`,
    [templateVersionIds],
  );
  return rows.map(({ definition, evidence, ...row }) => ({
    ...row,
    scale: ratedScale(definition),
    examCodes: evidence.flatMap(({ type, examCodes }) => (type === 'DOSE_SAMPLE' ? (examCodes ?? []) : [])),
  }));
}

/** Where an auditor may enter facts himself, and which; null where they are computed. */
export function entrySource({ target, scale }: MeasuredCriterion): 'COUNTS' | 'NUMBER' | null {
  if (target.metric === 'RATE') return scale ? 'COUNTS' : null;
  return target.metric === 'SHARE' ? 'NUMBER' : null;
}
