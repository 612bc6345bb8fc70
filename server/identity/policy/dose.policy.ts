import type { RoomPolicy } from '../access';

/** Dose records and reference levels. */
export const dosePolicy: RoomPolicy = { types: {}, mutations: {}, queries: {}, arguments: {} };
