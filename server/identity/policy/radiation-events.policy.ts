import type { RoomPolicy } from '../access';

/** References of radiation events and the scales they are tried on. */
export const radiationEventsPolicy: RoomPolicy = {
  types: {},
  mutations: {},
  queries: {},
};
