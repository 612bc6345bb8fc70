import type { RoomPolicy } from '../access';

export const reportsPolicy: RoomPolicy = { types: {}, mutations: {} };
