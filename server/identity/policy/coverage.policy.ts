import type { RoomPolicy } from '../access';

/** What accepted evidence and grades cover of each reference text. */
export const coveragePolicy: RoomPolicy = { types: {}, mutations: {}, queries: {}, arguments: {} };
