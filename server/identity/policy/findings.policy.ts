import type { RoomPolicy } from '../access';

export const findingsPolicy: RoomPolicy = { types: {}, mutations: {} };
