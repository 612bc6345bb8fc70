import type { Ask, ComputedEdge, Row } from '../../database/read-model';
import { rowRule } from '../../identity';
import type { Viewer } from '../../kernel/viewer';
import { dayOfLevels } from '../dose/statistics/doses-edges';
import type { MeasureStage } from './criterion-measure.entity';
import { measuresOfAudit, type CriterionFacts } from './measures-of-audit';

/**
 * The facts of the measured criteria of audits: of stage AUDITOR the viewer's own, of stage CONSENSUS the team's. They are
 * told to whoever may read a grade of that stage on the criterion, and not before: while auditors judge blind, nobody
 * learns what another counted.
 */
export const auditMeasuresEdge: ComputedEdge = {
  kind: 'computed',
  needs: ['templateVersionId', 'visitOn'],
  async compute(
    audits: readonly Row[],
    { viewer, now, sql, sqlOfActs },
    args,
  ): Promise<(CriterionFacts & Row)[][]> {
    const stage = args['stage'] as MeasureStage;
    return Promise.all(
      audits.map(async (row) => {
        const criterionIds = await readableCriteria(sql, viewer, row.id, stage);
        if (criterionIds.length === 0) return [];
        const audit = {
          id: row.id,
          templateVersionId: row['templateVersionId'] as string,
          day: dayOfLevels(row['visitOn'] as string | null, now),
        };
        const auditorId = stage === 'AUDITOR' ? viewer.auditorId : null;
        const facts = await measuresOfAudit(sqlOfActs, audit, { stage, auditorId }, criterionIds);
        return facts.map((each) => ({ ...each, id: each.criterionId }));
      }),
    );
  },
};

/** The measured criteria on which the viewer may read a grade of the stage (his own, of stage AUDITOR). */
async function readableCriteria(
  sql: Ask,
  viewer: Viewer,
  auditId: string,
  stage: MeasureStage,
): Promise<string[]> {
  if (stage === 'AUDITOR' && !viewer.assignedAudits.has(auditId)) return [];
  const values: unknown[] = [auditId, stage, viewer.auditorId];
  const seen = rowRule('CriterionMeasure')(viewer, 't', (value) => `$${values.push(value)}`, null);
  const rows = await sql<{ criterionId: string }>(
    `select t.criterion_id as "criterionId"
     from (select a.id as audit_id, c.id as criterion_id, $2::text as stage, $3::uuid as auditor_id
       from audit a join criterion c on c.template_version_id = a.template_version_id
       where a.id = $1 and c.target ->> 'metric' <> 'CONFORMITY') t
     ${seen ? `where ${seen}` : ''}`,
    values,
  );
  return rows.map(({ criterionId }) => criterionId);
}
