import type { RoomPolicy } from '../access';

export const correctiveActionsPolicy: RoomPolicy = { types: {}, mutations: {} };
