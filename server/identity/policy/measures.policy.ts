import type { RoomPolicy } from '../access';

/** Measured criteria, agreement, burden. */
export const measuresPolicy: RoomPolicy = { types: {}, mutations: {}, queries: {}, arguments: {} };
