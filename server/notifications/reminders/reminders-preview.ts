import type { Ask, ComputedEdge, Row } from '../../database/read-model';
import { parisDate } from '../../kernel/working-days';
import { accountsOf, FOUND_BY, keyOf, type Audience } from '../audiences';
import { dueFacts, type ReminderTopic } from './due-facts';
import { factsToTell } from './facts-to-tell';
import { horizonOf, type Reminder } from './reminder-file';
import type { ReminderStep } from './reminder-steps';

/** What a working day like today would remind people of, by kind and whom: counts alone. */
export interface RemindersPreviewRow {
  topic: ReminderTopic;
  step: ReminderStep;
  audience: Audience;
  /** Things that are due. */
  facts: number;
  /** People who would be told: one message each, however many things. */
  people: number;
}

/**
 * What reminders of a campaign would say today, without saying it. Audits that a tie of the reader hides from him are left
 * out and do not count.
 */
export const remindersPreviewEdge = (reminders: readonly Reminder[]): ComputedEdge => ({
  kind: 'computed',
  needs: ['id'],
  compute: (rows, { sqlOfActs, viewer, now }) =>
    Promise.all(
      rows.map(({ id }: Row) => previewOf(sqlOfActs, reminders, id, parisDate(now), viewer.walledServices)),
    ),
});

async function previewOf(
  sql: Ask,
  reminders: readonly Reminder[],
  campaignId: string,
  today: string,
  walled: ReadonlySet<string>,
): Promise<RemindersPreviewRow[]> {
  const due = (await dueFacts(sql, today, horizonOf(reminders), campaignId)).filter(
    ({ auditedServiceId }) => auditedServiceId === null || !walled.has(auditedServiceId),
  );
  const facts = factsToTell(due, reminders, today).flatMap(({ topic, step, audience, ...fact }) => {
    const subjectId = fact[FOUND_BY[audience]];
    return subjectId && step ? [{ topic: topic as ReminderTopic, step, audience, subjectId }] : [];
  });
  const accounts = await accountsOf(sql, facts, today);
  const preview = new Map<string, { row: RemindersPreviewRow; people: Set<string> }>();
  for (const fact of facts) {
    const { topic, step, audience } = fact;
    const key = `${topic} ${step} ${audience}`;
    const one = preview.get(key) ?? {
      row: { topic, step, audience, facts: 0, people: 0 },
      people: new Set<string>(),
    };
    preview.set(key, one);
    one.row.facts += 1;
    for (const account of accounts.get(keyOf(fact)) ?? []) one.people.add(account);
  }
  return [...preview.entries()]
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([, { row, people }]) => ({ ...row, people: people.size }));
}
