/**
 * A secret in the result of an act: the first answer shows it, and what is kept for replays of the idempotency key
 * holds null in its place.
 */
export class ShownOnce<T> {
  constructor(readonly value: T) {}

  /** What JSON has of it: nothing. */
  toJSON(): null {
    return null;
  }
}
