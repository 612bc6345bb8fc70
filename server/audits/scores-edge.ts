import type { ComputedEdge } from '../database/read-model';
import { rowRule } from '../identity';
import type { GradeStage, GradeValue } from './grade.entity';
import { sectionScores } from './scoring';

interface ScoredRow {
  auditId: string;
  criterionId: string;
  sectionId: string;
  weight: number;
  /** Null while the criterion has no grade. */
  value: GradeValue | null;
}

/**
 * `Audit.scores(stage)`: scores by section from the very grades that the viewer may see, so that a score tells nobody
 * more than its grades would. No score where he sees no grade of the stage, and none from single auditors' grades: the
 * team's judgement is its consensus.
 */
export const scoresEdge: ComputedEdge = {
  kind: 'computed',
  needs: [],
  async compute(audits, { viewer, sql }, args) {
    const stage = args['stage'] as GradeStage;
    if (stage === 'AUDITOR') return audits.map(() => []);
    const values: unknown[] = [audits.map(({ id }) => id), stage];
    const seen = rowRule('Grade')(viewer, 'g', (value) => `$${values.push(value)}`, 'Audit');
    const rows = await sql<ScoredRow>(
      `select a.id as "auditId", c.id as "criterionId", c.section_id as "sectionId", c.weight::double precision as "weight",
         g.value
       from audit a
       join section s on s.template_version_id = a.template_version_id
       join criterion c on c.section_id = s.id
       left join grade g on g.audit_id = a.id and g.criterion_id = c.id and g.stage = $2${seen ? ` and ${seen}` : ''}
       where a.id = any($1::uuid[])
       order by s.position, c.position`,
      values,
    );
    const byAudit = new Map<string, ScoredRow[]>(audits.map(({ id }) => [id, []]));
    for (const row of rows) byAudit.get(row.auditId)?.push(row);
    return audits.map(({ id }) => {
      const own = byAudit.get(id) ?? [];
      const grades = own.flatMap(({ criterionId, value }) => (value ? [{ criterionId, value }] : []));
      const criteria = own.map(({ criterionId, sectionId, weight }) => ({
        id: criterionId,
        sectionId,
        weight,
      }));
      if (grades.length === 0) return [];
      return sectionScores(grades, criteria).map((score) => ({ ...score, id: score.sectionId, stage }));
    });
  },
};
