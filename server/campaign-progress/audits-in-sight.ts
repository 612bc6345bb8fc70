import type { AuditDays } from '../audits';
import type { Ask } from '../database/read-model';

/** An audit as far as it is counted. */
export interface AuditInSight extends AuditDays {
  id: string;
  reference: string;
}

/** The audits of a campaign ($1) that its reader sees, without those of services that he is tied to ($2). */
const IN_SIGHT = `
  select a.id, a.reference, a.state, a.visit_on as "visitOn", a.recusal_until as "recusalUntil",
    a.self_assessment_due_on as "selfAssessmentDueOn", a.draft_due_on as "draftDueOn",
    a.contradictory_until as "contradictoryUntil", a.report_due_on as "reportDueOn", a.plan_due_on as "planDueOn",
    a.plan_submitted_at as "planSubmittedAt"
  from audit a
  where a.campaign_id = $1 and a.audited_service_id <> all($2::uuid[])`;

/**
 * The audits that a reader's counts are made of.
 * @param sql sees what the reader may see
 * @param tiedServices UUIDs of services that he belongs to or has a tie with
 */
export function auditsInSight(
  sql: Ask,
  campaignId: string,
  tiedServices: readonly string[],
): Promise<AuditInSight[]> {
  return sql<AuditInSight>(IN_SIGHT, [campaignId, tiedServices]);
}
