import type { ErrorCode } from '../kernel/messages';
import type { Disposition } from './finding-reply.entity';
import type { FindingOutcome } from './finding.states';

/** What the team says of a reply: whether it takes it, and what that makes of the finding. */
export interface DispositionTerms {
  disposition: Disposition;
  isWithdrawn: boolean;
  amendedStatement: string | null;
}

/**
 * What becomes of a finding whose reply is disposed of: accepted → amended or withdrawn, partly accepted → amended,
 * rejected → maintained word for word.
 * @returns the new state, or the code of what is missing or contradictory
 */
export function dispositionOutcome(
  terms: DispositionTerms,
): { outcome: FindingOutcome } | { refusal: ErrorCode } {
  const { disposition, isWithdrawn, amendedStatement } = terms;
  if (disposition === 'REJECTED') {
    return isWithdrawn || amendedStatement !== null
      ? { refusal: 'DISPOSITION_MISMATCH' }
      : { outcome: 'MAINTAINED' };
  }
  if (isWithdrawn) {
    return disposition === 'PARTLY' || amendedStatement !== null
      ? { refusal: 'DISPOSITION_MISMATCH' }
      : { outcome: 'WITHDRAWN' };
  }
  return amendedStatement === null ? { refusal: 'AMENDED_STATEMENT_MISSING' } : { outcome: 'AMENDED' };
}
