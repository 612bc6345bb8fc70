import type { WorldAudit } from './world-audits';
import type { WorldRows } from './world-rows';

/**
 * What an auditor or the team counted beside a grade, and why the grade differs from it: as blind as the grade. The service's
 * own grades have neither.
 */
export function addMeasure(
  rows: WorldRows,
  audit: WorldAudit,
  grade: { id: string; name: string; criterionId: string; stage: unknown; auditorId: unknown },
): void {
  const { id, name, criterionId, stage, auditorId } = grade;
  if (stage === 'SELF') return;
  rows.add('criterion_measure', name, {
    audit_id: audit.id,
    campaign_id: audit.campaignId,
    criterion_id: criterionId,
    stage,
    auditor_id: auditorId,
    counts: { YES: 41, NO: 9 },
  });
  rows.add('grade_difference', name, { id, proposed_value: 'PARTIAL', reason: `Écart ${name}` });
}
