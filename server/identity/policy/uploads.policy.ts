import type { RoomPolicy } from '../access';

/** Files on their way. */
export const uploadsPolicy: RoomPolicy = { types: {}, mutations: {}, queries: {}, arguments: {} };
