import type { RoomPolicy } from '../access';

export const evidencePolicy: RoomPolicy = { types: {}, mutations: {} };
