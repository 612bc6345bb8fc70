import type { RoomPolicy } from '../access';

/** Variants of reports, the annexed plan, attestations, and how they are downloaded. */
export const reportDocumentsPolicy: RoomPolicy = {
  types: {},
  mutations: {},
  queries: {},
};
