import type { RoomPolicy } from '../access';

export const auditorsPolicy: RoomPolicy = { types: {}, mutations: {} };
