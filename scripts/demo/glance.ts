import { CampaignAtAGlanceDocument } from './generated/operations';
import { tallyOf, type Tally } from './ledger';
import { differences, overdueOn } from './mismatches';
import type { Stage } from './stage';

/**
 * Reads the campaign at a glance, as the coordination does, and compares it with what was done.
 * @param when for the mismatches: “midway”
 * @param day of the demonstration
 * @returns a line for each number that is otherwise; empty when all is well
 */
export async function glance(stage: Stage, when: string, day: number): Promise<string[]> {
  const { ledger, coordinator, campaign } = stage;
  const { campaignProgress } = await coordinator.query(CampaignAtAGlanceDocument, { id: campaign.id });
  if (!campaignProgress) return [`campaign at a glance ${when}: not shown`];
  const { states, applications, turns, auditCount } = campaignProgress;
  const shown = (counts: readonly { state: string; count: number }[]): Tally =>
    tallyOf(counts.flatMap(({ state, count }) => Array<string>(count).fill(state)));
  const audits = ledger.tally('audits');
  const over = (audits['CLOSED'] ?? 0) + (audits['CANCELLED'] ?? 0);
  return [
    ...differences('audits', audits, shown(states)),
    ...differences('applications', ledger.tally('applications'), shown(applications)),
    ...differences(
      'numbers',
      {
        audits: stage.cases.filter(({ id }) => id !== '').length,
        'overdue actions': overdueOn(stage, day),
        'audits that wait for somebody': stage.cases.filter(({ id }) => id !== '').length - over,
      },
      {
        audits: auditCount,
        'overdue actions': campaignProgress.lateActionCount,
        'audits that wait for somebody': turns.reduce((sum, turn) => sum + turn.auditCount, 0),
      },
    ),
  ].map((line) => `at a glance ${when}, ${line}`);
}
