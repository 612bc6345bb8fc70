/** Why a solve apart gave no plan. */
export type SolverFailureCode =
  | 'SOLVER_OUT_OF_MEMORY'
  | 'SOLVER_TIMED_OUT'
  /** Its process ended without a word: killed, or broken down. */
  | 'SOLVER_DIED'
  | 'CANCELLED';

/** A solve that ended without a plan; the instance may be quite all right. */
export class SolverFailure extends Error {
  /** @param detail last words of the process, for the log */
  constructor(
    readonly code: SolverFailureCode,
    readonly detail = '',
  ) {
    super(detail ? `${code}: ${detail}` : code);
  }
}
