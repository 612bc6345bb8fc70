import type { RoomPolicy } from '../access';

/** Signing, the contradictory phase and amendments. */
export const signaturesPolicy: RoomPolicy = {
  types: {},
  mutations: {},
  queries: {},
};
