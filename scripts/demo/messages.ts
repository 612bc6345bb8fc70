import { parisDate } from '../../server/kernel/working-days';
import { DigestsDocument, ToldDocument, type DigestsQuery } from './generated/operations';
import { everyPage } from './pages';
import type { Stage } from './stage';

/** What people were told, and what reminders would say today. */
export interface Messages {
  /** Things that somebody was to be told of, and the messages that tell them. */
  deliveries: number;
  digests: number;
  atOnce: number;
  /** Things in the digest that has most of them. */
  most: number;
  /** Things that the reminders of today speak of, and people they would go to, summed over their kinds. */
  facts: number;
  people: number;
}

type Told = NonNullable<DigestsQuery['deliveries']>['nodes'][number];

/** Reads it as the coordination; nothing is sent by that. */
export async function readMessages({ campaign, checks, coordinator, cases }: Stage): Promise<Messages> {
  const asked = { campaignId: campaign.id };
  const { remindersPreview } = await coordinator.query(ToldDocument, asked);
  const told = await everyPage(
    async (after) => (await coordinator.query(DigestsDocument, { after })).deliveries,
  );
  const [first] = cases;
  if (first) {
    const seen = await first.service.manager.query(ToldDocument, asked);
    checks.hold('a service does not read whom reminders would go to', seen.remindersPreview === null);
  }
  const digests = messagesOf(told, 'DIGEST');
  const days = new Set([...digests.values()].map(({ person, composedAt }) => dayOf(person, composedAt)));
  checks.hold('nobody gets more than one digest a day', days.size === digests.size);
  const sum = (of: 'facts' | 'people'): number =>
    (remindersPreview ?? []).reduce((all, row) => all + row[of], 0);
  return {
    deliveries: told.length,
    digests: digests.size,
    atOnce: messagesOf(told, 'AT_ONCE').size,
    most: Math.max(0, ...[...digests.values()].map(({ things }) => things)),
    facts: sum('facts'),
    people: sum('people'),
  };
}

interface Message {
  person: string;
  composedAt: string;
  things: number;
}

/** The messages of a kind: what was composed for one person at one instant is one. */
function messagesOf(told: readonly Told[], kind: Told['kind']): Map<string, Message> {
  const found = new Map<string, Message>();
  for (const one of told) {
    if (one.kind !== kind || !one.composedAt || !one.recipient) continue;
    const key = `${one.recipient.id} ${one.composedAt}`;
    const { things } = found.get(key) ?? { things: 0 };
    found.set(key, { person: one.recipient.id, composedAt: one.composedAt, things: things + 1 });
  }
  return found;
}

function dayOf(person: string, composedAt: string): string {
  return `${person} ${parisDate(new Date(composedAt))}`;
}
