import type { Ask, ComputedEdge, Row } from '../../database/read-model';
import { parisDate } from '../../kernel/working-days';
import { FOUND_BY, reach, type Audience } from '../audiences';
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

const PEOPLE = `
  with needed as (select * from jsonb_to_recordset($1::jsonb) as n(audience text, subject_id uuid)),
  ${reach('$2')}
  select audience, subject_id as "subjectId", account_id as "accountId" from reach`;

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
  const facts = factsToTell(due, reminders, today).map((fact) => ({
    ...fact,
    subjectId: fact[FOUND_BY[fact.audience]],
  }));
  const needed = new Map(
    facts.map(({ audience, subjectId }) => [`${audience} ${subjectId}`, { audience, subject_id: subjectId }]),
  );
  const found = await sql<{ audience: Audience; subjectId: string; accountId: string }>(PEOPLE, [
    JSON.stringify([...needed.values()]),
    today,
  ]);
  const accountsOf = new Map<string, string[]>();
  for (const { audience, subjectId, accountId } of found) {
    const key = `${audience} ${subjectId}`;
    accountsOf.set(key, [...(accountsOf.get(key) ?? []), accountId]);
  }
  const preview = new Map<string, { row: RemindersPreviewRow; people: Set<string> }>();
  for (const { topic, step, audience, subjectId } of facts) {
    if (!step) continue;
    const key = `${topic} ${step} ${audience}`;
    const one = preview.get(key) ?? {
      row: { topic: topic as ReminderTopic, step, audience, facts: 0, people: 0 },
      people: new Set<string>(),
    };
    preview.set(key, one);
    one.row.facts += 1;
    for (const account of accountsOf.get(`${audience} ${subjectId}`) ?? []) one.people.add(account);
  }
  return [...preview.entries()]
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([, { row, people }]) => ({ ...row, people: people.size }));
}
