import { refuse } from '../kernel/outcome';
import { allowedActs } from '../kernel/states';
import type { Audit } from './audit.entity';
import { auditStates, type AuditState } from './audit.states';

/**
 * Lets an act that leaves the audit's state as it is happen in some states only.
 * @throws Refusal ILLEGAL_TRANSITION with the moves that the present state allows
 */
export function requireState(audit: Pick<Audit, 'state'>, states: readonly AuditState[]): void {
  if (states.includes(audit.state)) return;
  const allowed = allowedActs(auditStates, audit.state);
  refuse(
    'ILLEGAL_TRANSITION',
    null,
    { from: audit.state, allowed: allowed.join(', ') || '—' },
    { kind: 'ILLEGAL_TRANSITION', from: audit.state, allowed },
  );
}
