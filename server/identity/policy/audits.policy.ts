import type { RoomPolicy } from '../access';

export const auditsPolicy: RoomPolicy = { types: {}, mutations: {} };
