import type { RoomPolicy } from '../access';

/** Satisfaction surveys and recommendations to outside bodies. */
export const surveysPolicy: RoomPolicy = {
  types: {},
  mutations: {},
  queries: {},
};
