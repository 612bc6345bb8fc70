import type { Ask } from '../../database/read-model';

/** Whose facts are asked for: an auditor's own, or the team's. */
export interface Rater {
  stage: 'AUDITOR' | 'CONSENSUS';
  /** Null for the team. */
  auditorId: string | null;
}

/** What an auditor, or the team, entered for a criterion. */
export interface EnteredMeasure {
  counts: Readonly<Record<string, number>> | null;
  share: number | null;
}

interface EnteredRow extends EnteredMeasure {
  criterionId: string;
}

const OWN = `select criterion_id as "criterionId", counts, share from criterion_measure
  where audit_id = $1 and stage = 'AUDITOR' and auditor_id = $2`;

/** The team's: what it settled on, or else what all of its present graders found alike, once all have submitted the section. */
const OF_TEAM = `
  select criterion_id as "criterionId", counts, share from criterion_measure where audit_id = $1 and stage = 'CONSENSUS'
  union all
  select m.criterion_id, min(m.counts::text)::jsonb, min(m.share)
  from criterion_measure m
  join criterion c on c.id = m.criterion_id
  join assignment s on s.audit_id = m.audit_id and s.auditor_id = m.auditor_id and s.seat <> 'OBSERVER'
    and s.state in ('ACCEPTED', 'CONFIRMED', 'COMPLETED')
  where m.audit_id = $1 and m.stage = 'AUDITOR'
    and not exists (select 1 from criterion_measure t
      where t.audit_id = m.audit_id and t.criterion_id = m.criterion_id and t.stage = 'CONSENSUS')
    and app.is_submitted_by_all(m.audit_id, m.criterion_id)
  group by m.criterion_id
  having count(*) > 1 and min(m.counts::text) is not distinct from max(m.counts::text) and min(m.share) is not distinct from
    max(m.share)
    and count(*) = (select count(*) from assignment s where s.audit_id = $1 and s.seat <> 'OBSERVER'
      and s.state in ('ACCEPTED', 'CONFIRMED', 'COMPLETED'))`;

/** What was entered on an audit, by criterion. @param sql of an act: who may read it is decided by whoever asks */
export async function enteredMeasures(
  sql: Ask,
  auditId: string,
  { stage, auditorId }: Rater,
): Promise<ReadonlyMap<string, EnteredMeasure>> {
  const rows =
    stage === 'AUDITOR'
      ? await sql<EnteredRow>(OWN, [auditId, auditorId])
      : await sql<EnteredRow>(OF_TEAM, [auditId]);
  return new Map(rows.map(({ criterionId, ...measure }) => [criterionId, measure]));
}
