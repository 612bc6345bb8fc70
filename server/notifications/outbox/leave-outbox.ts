import type { TrailNote, UnitOfWork } from '../../database/unit-of-work';
import { TOLD_ACTS } from '../topics';

/** Tasks that each message in the outbox is work for: `tell` finds who is told. */
export const OUTBOX_TASKS = ['tell'] as const;

/**
 * Leaves in the outbox what people are told of among the acts of a unit of work, and the work of telling them, in the same
 * transaction: what was done is told, and what was rolled back never.
 */
export async function leaveOutbox(uow: UnitOfWork, notes: readonly TrailNote[]): Promise<void> {
  const messages = notes.flatMap(({ act, objectType, objectId, campaignId }) => {
    const told = TOLD_ACTS[act];
    return told ? [{ topic: told.topic, act, objectType, objectId, campaignId: campaignId ?? null }] : [];
  });
  if (messages.length === 0) return;
  await uow.sql('select app.leave_outbox($1::jsonb, $2::text[], $3)', [
    JSON.stringify(messages),
    [...OUTBOX_TASKS],
    uow.now().toISOString(),
  ]);
}
