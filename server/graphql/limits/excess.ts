import type { LimitCode } from '../../kernel/limit-messages';
import { LIMITS } from './limits';

/** Thrown where a request exceeds a limit, since counting on would only take time; caught at the gate. */
export class Excess extends Error {
  constructor(
    readonly code: LimitCode,
    readonly asked: number,
  ) {
    super(code);
  }
}

/**
 * Holds a count against its limit.
 * @throws Excess when it is more
 */
export function within(code: LimitCode, count: number): void {
  if (count > LIMITS[code].most) throw new Excess(code, count);
}
