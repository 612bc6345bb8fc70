import { randomUUID } from 'node:crypto';
import type { QueryDeepPartialEntity } from 'typeorm/query-builder/QueryPartialEntity';
import type { TrailNote, UnitOfWork } from '../database/unit-of-work';
import { TrailEntry } from './trail-entry.entity';

/**
 * Writes what a mutation did, as the last statement of its transaction.
 * @throws Error when an act noted nothing: an effect without a trace is a defect, and does not happen
 */
export async function writeTrail(uow: UnitOfWork, notes: readonly TrailNote[]): Promise<void> {
  if (notes.length === 0 && uow.isAuthorised) throw new Error('the act left no note for the trail');
  if (notes.length === 0) return;
  await uow.manager.insert(
    TrailEntry,
    notes.map(({ act, objectType, objectId, campaignId, detail }) => ({
      id: randomUUID(),
      campaignId: campaignId ?? null,
      accountId: uow.viewer.accountId,
      act,
      objectType,
      objectId,
      requestId: uow.requestId,
      detail: detail ?? {},
    })) as QueryDeepPartialEntity<TrailEntry>[],
  );
}
