import type { RoomPolicy } from '../access';

/** Samples of cases and their reviews. */
export const caseSamplesPolicy: RoomPolicy = { types: {}, mutations: {}, queries: {}, arguments: {} };
