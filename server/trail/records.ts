/** A row that an act made, changed or removed, or the detail of its entry, as it is kept. */
export interface PayloadRecord {
  entryId: string;
  position: number;
  tableName: string;
  rowId: string;
  operation: string;
  beforeCommitment: string | null;
  beforeSalt: string | null;
  before: string | null;
  afterCommitment: string | null;
  afterSalt: string | null;
  after: string | null;
  erasedById: string | null;
}

/** One entry with its leaf and payloads, as they are kept. */
export interface EntryRecord {
  kind: 'entry';
  chain: string;
  index: number;
  leafId: string;
  leaf: string;
  leafHash: string;
  /** The row that people read; null when it is gone. */
  row: {
    id: string;
    campaignId: string | null;
    accountId: string | null;
    act: string;
    objectType: string;
    objectId: string;
    requestId: string;
    /** As JSON text: nothing is kept there any more, since it could not be erased. */
    detail: string;
    createdAt: string;
  } | null;
  payloads: readonly PayloadRecord[];
}

/** How a chain says it is. */
export interface ChainRecord {
  kind: 'chain';
  chain: string;
  size: number;
  frontier: readonly string[];
}

/** A checkpoint as it is kept beside the chain. */
export interface CheckpointRecord {
  kind: 'checkpoint';
  chain: string;
  size: number;
  root: string;
  keyId: string;
  note: string;
}

/** The first record: the keys that are listed, and whether payloads come with their content. */
export interface HeaderRecord {
  kind: 'header';
  format: 'vis-a-vis trail 1';
  keys: readonly string[];
  hasContent: boolean;
}

/** A row that belongs to no chain: nobody appended it. */
export interface StrayRecord {
  kind: 'stray';
  what: string;
  id: string;
}

/**
 * All that is kept of the trail, in this order: header, checkpoints, strays, then each chain followed by its entries. From a
 * database or from a file, the verifier reads the same.
 */
export type TrailRecord = HeaderRecord | CheckpointRecord | StrayRecord | ChainRecord | EntryRecord;
