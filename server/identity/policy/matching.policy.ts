import type { RoomPolicy } from '../access';

export const matchingPolicy: RoomPolicy = { types: {}, mutations: {} };
