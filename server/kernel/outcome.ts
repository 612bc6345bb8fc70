import type { ErrorCode, MessageParams } from './messages';

/** Where in `input` the trouble is, from the outside in: `['input', 'findingId']`. */
export type ErrorPath = readonly string[];

/** A tie that makes an auditor unfit for a service, as a coordinator may read it. */
export interface ConflictReason {
  ruleCode: string;
  level: 'BLOCK' | 'REVIEW' | 'WARN';
  facts: readonly string[];
}

/** What richer errors add to code, message and path. */
export type ErrorDetail =
  | { kind: 'CONFLICT_OF_INTEREST'; conflicts: readonly ConflictReason[] }
  | { kind: 'STALE_VERSION'; type: string; id: string }
  | { kind: 'ILLEGAL_TRANSITION'; from: string; allowed: readonly string[] };

/** One expected reason why an act did not happen; rendered in the caller's language at the edge. */
export interface DomainError {
  code: ErrorCode;
  path: ErrorPath | null;
  params: MessageParams;
  detail?: ErrorDetail;
}

/** Thrown inside an act to give it up: the transaction rolls back and the caller reads the errors as data. */
export class Refusal extends Error {
  constructor(readonly errors: readonly DomainError[]) {
    super(errors.map((error) => error.code).join(', '));
  }
}

/**
 * Gives an act up with one error.
 * @param code stable code; its French and English text stand in `messages.ts`
 * @param path where in the input, or null when the whole act is refused
 * @param params values for the `{placeholders}` of the text
 * @throws Refusal always
 */
export function refuse(
  code: ErrorCode,
  path: ErrorPath | null = null,
  params: DomainError['params'] = {},
  detail?: ErrorDetail,
): never {
  throw new Refusal([{ code, path, params, ...(detail ? { detail } : {}) }]);
}
