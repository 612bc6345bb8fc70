import type { RoomPolicy } from '../access';

/** The national synthesis, comparisons, and consent to share practices. */
export const synthesisPolicy: RoomPolicy = {
  types: {},
  mutations: {},
  queries: {},
};
