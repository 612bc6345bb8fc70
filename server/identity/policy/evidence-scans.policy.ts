import type { RoomPolicy } from '../access';

/** What was found in files. */
export const evidenceScansPolicy: RoomPolicy = { types: {}, mutations: {}, queries: {}, arguments: {} };
