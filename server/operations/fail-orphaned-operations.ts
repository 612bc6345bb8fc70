import type { DataSource } from 'typeorm';
import { asPlatform } from '../database/as-platform';
import { endOrphans } from './operation-rows';

/**
 * Ends the operations whose process died before it could: FAILED, or TIMED_OUT past their deadline. Called at start and
 * from time to time; operations that another instance is running are left alone.
 * @returns how many were ended
 */
export function failOrphanedOperations(dataSource: DataSource): Promise<number> {
  return asPlatform(dataSource, (manager) => endOrphans(manager, { code: 'OPERATION_LOST', params: {} }));
}
