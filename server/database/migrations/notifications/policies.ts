import type { RowPolicies } from '../../row-level-security';
import { PLATFORM } from '../second-wall/conditions';

export const NOTIFICATION_POLICIES: Readonly<Record<string, RowPolicies>> = {
  job: {
    select: PLATFORM,
    update: PLATFORM,
    delete: PLATFORM,
    fixed: ['task', 'payload', 'key'],
  },
};
