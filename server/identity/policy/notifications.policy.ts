import type { RoomPolicy } from '../access';

/** Messages, reminders, digests and how people want them. */
export const notificationsPolicy: RoomPolicy = {
  types: {},
  mutations: {},
  queries: {},
};
