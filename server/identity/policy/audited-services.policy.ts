import type { RoomPolicy } from '../access';

export const auditedServicesPolicy: RoomPolicy = { types: {}, mutations: {} };
