import { createHash } from 'node:crypto';
import { parseLeaf, type Leaf } from './leaf';
import { leafHash } from './merkle';
import type { EntryRecord, PayloadRecord } from './records';

const sha256 = (...parts: (string | Buffer)[]): string => {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(part);
  return hash.digest('hex');
};

/** What is wrong with an entry by itself, and what it says. */
export interface CheckedEntry {
  leaf: Leaf | null;
  problems: string[];
}

/**
 * Holds an entry against its own text: the hash, each column that people read, each payload and its commitment.
 * @param hasContent whether payloads come with their content; without it only their commitments can be checked
 */
export function checkEntry(record: EntryRecord, hasContent: boolean): CheckedEntry {
  const problems: string[] = [];
  if (leafHash(record.leaf) !== record.leafHash) problems.push('its text is not the one that was hashed');
  const leaf = parseLeaf(record.leaf);
  if (!leaf) return { leaf, problems: [...problems, 'its text is not an entry'] };
  const place = { chain: record.chain, index: record.index, entry: record.leafId };
  problems.push(...differences(place, { chain: leaf.chain, index: leaf.index, entry: leaf.entry }));
  problems.push(...(record.row ? differences(record.row, rowOf(leaf)) : ['its row is gone']));
  problems.push(...checkPayloads(record.payloads, leaf, hasContent));
  return { leaf, problems };
}

/** The row that an entry must have. */
function rowOf(leaf: Leaf): NonNullable<EntryRecord['row']> {
  return {
    id: leaf.entry,
    campaignId: leaf.chain === 'platform' ? null : leaf.chain,
    accountId: leaf.actor,
    act: leaf.act,
    objectType: leaf.objectType,
    objectId: leaf.objectId,
    requestId: leaf.request,
    detail: '{}',
    createdAt: new Date(Math.floor(leaf.time / 1000)).toISOString(),
  };
}

function differences<T extends object>(found: T, said: T): string[] {
  return Object.entries(said)
    .filter(([name, value]) => value !== (found as Record<string, unknown>)[name])
    .map(([name]) => `its ${name} is not what was hashed`);
}

function checkPayloads(payloads: readonly PayloadRecord[], leaf: Leaf, hasContent: boolean): string[] {
  const rows = payloads.filter(({ position }) => position !== 0);
  const detail = payloads.find(({ position }) => position === 0);
  const problems: string[] = [];
  const side = (of: (payload: PayloadRecord) => string | null): string | null =>
    rows.length === 0 ? null : sha256(rows.map((row) => lineOf(row, of(row))).join(''));
  if (side((row) => row.beforeCommitment) !== leaf.before)
    problems.push('its rows before are not those committed to');
  if (side((row) => row.afterCommitment) !== leaf.after)
    problems.push('its rows after are not those committed to');
  if ((detail?.afterCommitment ?? null) !== leaf.detail)
    problems.push('its detail is not the one committed to');
  if (detail && !isDetailOf(detail, leaf)) problems.push('its detail is not where it was');
  for (const payload of payloads) problems.push(...checkPayload(payload, hasContent));
  return problems;
}

function lineOf({ position, tableName, rowId, operation }: PayloadRecord, commitment: string | null): string {
  return `${position} ${tableName} ${rowId} ${operation} ${commitment ?? '-'}\n`;
}

function isDetailOf(detail: PayloadRecord, leaf: Leaf): boolean {
  const { tableName, rowId, operation, beforeCommitment } = detail;
  return (
    tableName === 'trail_entry' && rowId === leaf.entry && operation === 'DETAIL' && beforeCommitment === null
  );
}

/** A payload is whole and fits its commitments, or it was erased by an act; nothing between. */
function checkPayload(payload: PayloadRecord, hasContent: boolean): string[] {
  const { position, before, beforeSalt, beforeCommitment, after, afterSalt, afterCommitment } = payload;
  const isEmpty = before === null && beforeSalt === null && after === null && afterSalt === null;
  const name = position === 0 ? 'its detail' : `its row ${position}`;
  if (payload.erasedById !== null) return isEmpty ? [] : [`${name} is marked as erased and is not`];
  if (!hasContent) return [];
  if (isEmpty) return [`${name} is gone, and no act erased it`];
  const fits =
    isCommittedTo(before, beforeSalt, beforeCommitment) && isCommittedTo(after, afterSalt, afterCommitment);
  return fits ? [] : [`${name} is not the one committed to`];
}

function isCommittedTo(payload: string | null, salt: string | null, commitment: string | null): boolean {
  if (payload === null || salt === null) return payload === salt && commitment === null;
  return /^[0-9a-f]{32}$/.test(salt) && sha256(Buffer.from(salt, 'hex'), payload) === commitment;
}

/** What an act of erasure commits to: which payloads it emptied. */
export function erasedHash(payloads: readonly { entryId: string; position: number }[]): string {
  const sorted = [...payloads].sort((a, b) =>
    a.entryId === b.entryId ? a.position - b.position : a.entryId < b.entryId ? -1 : 1,
  );
  return sha256(sorted.map(({ entryId, position }) => `${entryId} ${position}\n`).join(''));
}
