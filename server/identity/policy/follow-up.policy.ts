import type { RoomPolicy } from '../access';

/** Effectiveness, dependencies, relapses and half-cycle follow-up. */
export const followUpPolicy: RoomPolicy = {
  types: {},
  mutations: {},
  queries: {},
};
