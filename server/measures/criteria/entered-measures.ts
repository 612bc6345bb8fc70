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
  auditId: string;
  criterionId: string;
}

const OWN = `select audit_id as "auditId", criterion_id as "criterionId", counts, share from criterion_measure
  where audit_id = any($1::uuid[]) and stage = 'AUDITOR' and auditor_id = $2`;

/** Those who grade the audit of a measure `m` now. */
const GRADERS = `select 1 from assignment s where s.audit_id = m.audit_id and s.seat <> 'OBSERVER'
  and s.state in ('ACCEPTED', 'CONFIRMED', 'COMPLETED')`;

/** The team's: what it settled on, or else what all of its present graders found alike, once all have submitted the section. */
const OF_TEAM = `
  select audit_id as "auditId", criterion_id as "criterionId", counts, share from criterion_measure
  where audit_id = any($1::uuid[]) and stage = 'CONSENSUS'
  union all
  select m.audit_id, m.criterion_id, min(m.counts::text)::jsonb, min(m.share)
  from criterion_measure m
  where m.audit_id = any($1::uuid[]) and m.stage = 'AUDITOR'
    and exists (${GRADERS} and s.auditor_id = m.auditor_id)
    and not exists (select 1 from criterion_measure t
      where t.audit_id = m.audit_id and t.criterion_id = m.criterion_id and t.stage = 'CONSENSUS')
    and app.is_submitted_by_all(m.audit_id, m.criterion_id)
  group by m.audit_id, m.criterion_id
  having count(*) = (select count(*) from (${GRADERS}) grader)
    and min(m.counts::text) is not distinct from max(m.counts::text)
    and min(m.share) is not distinct from max(m.share)`;

/** What was entered, by audit and criterion. */
export type EnteredMeasures = (auditId: string, criterionId: string) => EnteredMeasure | null;

/** What was entered on audits, in one statement. @param sql of an act: who may read it is decided by whoever asks */
export async function enteredMeasures(
  sql: Ask,
  auditIds: readonly string[],
  { stage, auditorId }: Rater,
): Promise<EnteredMeasures> {
  const rows =
    stage === 'AUDITOR'
      ? await sql<EnteredRow>(OWN, [auditIds, auditorId])
      : await sql<EnteredRow>(OF_TEAM, [auditIds]);
  const found = new Map(rows.map((row) => [`${row.auditId} ${row.criterionId}`, row]));
  return (auditId, criterionId) => found.get(`${auditId} ${criterionId}`) ?? null;
}
