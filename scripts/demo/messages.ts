import { ToldDocument } from './generated/operations';
import type { Stage } from './stage';

/** What people were told in the campaign, and what reminders would say today. */
export interface Messages {
  deliveries: number;
  /** Things that the reminders of today speak of, and people they would go to, summed over their kinds. */
  facts: number;
  people: number;
}

/** Reads it as the coordination; nothing is sent by that. */
export async function readMessages({ campaign, checks, coordinator, cases }: Stage): Promise<Messages> {
  const asked = { campaignId: campaign.id };
  const { deliveries, remindersPreview } = await coordinator.query(ToldDocument, asked);
  const [first] = cases;
  if (first) {
    const seen = await first.service.manager.query(ToldDocument, asked);
    checks.hold('a service does not read whom reminders would go to', seen.remindersPreview === null);
  }
  const sum = (of: 'facts' | 'people'): number =>
    (remindersPreview ?? []).reduce((all, row) => all + row[of], 0);
  return { deliveries: deliveries?.totalCount ?? 0, facts: sum('facts'), people: sum('people') };
}
