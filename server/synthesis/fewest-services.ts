import type { Ask } from '../database/read-model';
import { FEWEST_SERVICES } from '../measures';
import { settingInForce } from '../templates';

/** Fewest services behind any published figure: `synthesisMinimumServices` of the procedure's settings, five at least. */
export async function fewestServices(sql: Ask): Promise<number> {
  return Math.max(FEWEST_SERVICES, await settingInForce(sql, 'synthesisMinimumServices'));
}
