import type { RoomPolicy } from '../access';

/** What evidence is asked for and how it was taken. */
export const evidenceRequestsPolicy: RoomPolicy = { types: {}, mutations: {}, queries: {}, arguments: {} };
