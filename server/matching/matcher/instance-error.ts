/** What can be wrong with an instance. Pins are promises: those that cannot be kept are refused before any search. */
export type InstanceErrorCode =
  | 'DUPLICATE_SERVICE'
  | 'DUPLICATE_AUDITOR'
  | 'UNKNOWN_SERVICE'
  | 'UNKNOWN_AUDITOR'
  | 'PIN_FORBIDDEN'
  | 'PIN_IN_CONFLICT'
  | 'PIN_WITHOUT_SCORE'
  | 'PIN_UNAVAILABLE'
  | 'PIN_RECIPROCAL'
  | 'PINS_OVER_SEATS'
  | 'PINS_OVER_CAPACITY'
  | 'PINS_APART';

/** An instance that nobody can solve as it stands, and the ids concerned. */
export class InstanceError extends Error {
  constructor(
    readonly code: InstanceErrorCode,
    readonly ids: readonly string[],
  ) {
    super(`${code}: ${ids.join(', ')}`);
  }
}
