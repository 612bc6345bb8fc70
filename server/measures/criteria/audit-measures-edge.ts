import type { Ask, ComputedEdge, Row } from '../../database/read-model';
import { rowRule } from '../../identity';
import type { Viewer } from '../../kernel/viewer';
import { dayOfLevels } from '../dose/statistics/doses-edges';
import type { MeasureStage } from './criterion-measure.entity';
import { measuresOfAudits, type CriterionFacts } from './criterion-facts';

/**
 * The facts of the measured criteria of audits: of stage AUDITOR the viewer's own, of stage CONSENSUS the team's. They are
 * told to whoever may read a grade of that stage on the criterion, and not before: while auditors judge blind, nobody
 * learns what another counted. Where the doses of the service stand is for itself and its team alone, as doses are: others
 * read the grade that follows.
 */
export const auditMeasuresEdge: ComputedEdge = {
  kind: 'computed',
  needs: ['templateVersionId', 'visitOn', 'auditedServiceId'],
  async compute(
    audits: readonly Row[],
    { viewer, now, sql, sqlOfActs },
    args,
  ): Promise<(CriterionFacts & Row)[][]> {
    const stage = args['stage'] as MeasureStage;
    const readable = await readableCriteria(sql, viewer, audits, stage);
    if (readable.size === 0) return audits.map(() => []);
    const measured = audits.map((row) => ({
      id: row.id,
      templateVersionId: row['templateVersionId'] as string,
      day: dayOfLevels(row['visitOn'] as string | null, now),
      criterionIds: readable.get(row.id) ?? new Set<string>(),
    }));
    const auditorId = stage === 'AUDITOR' ? viewer.auditorId : null;
    const facts = await measuresOfAudits(sqlOfActs, measured, { stage, auditorId });
    return audits.map(({ id, auditedServiceId }, place) => {
      const readsDoses = viewer.assignedAudits.has(id) || viewer.services.has(String(auditedServiceId));
      return (facts[place] ?? []).map((each) => ({
        ...each,
        id: each.criterionId,
        dosePosition: readsDoses ? each.dosePosition : null,
      }));
    });
  },
};

/** The measured criteria, by audit, on which the viewer may read a grade of the stage (his own, of stage AUDITOR). */
async function readableCriteria(
  sql: Ask,
  viewer: Viewer,
  audits: readonly Row[],
  stage: MeasureStage,
): Promise<ReadonlyMap<string, ReadonlySet<string>>> {
  const ids = audits.map(({ id }) => id);
  const asked = stage === 'AUDITOR' ? ids.filter((id) => viewer.assignedAudits.has(id)) : ids;
  const values: unknown[] = [asked, stage, viewer.auditorId];
  const seen = rowRule('CriterionMeasure')(viewer, 't', (value) => `$${values.push(value)}`, null);
  const rows = await sql<{ auditId: string; criterionId: string }>(
    `select t.audit_id as "auditId", t.criterion_id as "criterionId"
     from (select a.id as audit_id, c.id as criterion_id, $2::text as stage, $3::uuid as auditor_id
       from audit a join criterion c on c.template_version_id = a.template_version_id
       where a.id = any($1::uuid[]) and c.target ->> 'metric' <> 'CONFORMITY') t
     ${seen ? `where ${seen}` : ''}`,
    values,
  );
  const found = new Map<string, Set<string>>();
  for (const { auditId, criterionId } of rows)
    found.set(auditId, (found.get(auditId) ?? new Set<string>()).add(criterionId));
  return found;
}
