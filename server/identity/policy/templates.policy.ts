import type { RoomPolicy } from '../access';

export const templatesPolicy: RoomPolicy = { types: {}, mutations: {} };
