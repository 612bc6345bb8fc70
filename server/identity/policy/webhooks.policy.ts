import type { RoomPolicy } from '../access';

/** Webhooks, their deliveries, and a campaign at a glance. */
export const webhooksPolicy: RoomPolicy = {
  types: {},
  mutations: {},
  queries: {},
};
