/** What can keep the embedded PostgreSQL from running; stable, for programs. */
export type EmbeddedPostgresErrorCode =
  | 'UNSUPPORTED_PLATFORM'
  | 'BINARIES_MISSING'
  | 'BINARIES_UNUSABLE'
  | 'NO_ACCOUNT'
  | 'DATA_DIR_FOREIGN'
  | 'DATA_DIR_NOT_EMPTY'
  | 'DATA_DIR_UNREACHABLE'
  | 'VERSION_MISMATCH'
  | 'PID_FILE_HELD'
  | 'START_LOCKED'
  | 'INIT_FAILED'
  | 'START_FAILED'
  | 'STOP_FAILED';

/** An obstacle a person can remove: the message is one line and says what to do. */
export class EmbeddedPostgresError extends Error {
  constructor(
    readonly code: EmbeddedPostgresErrorCode,
    message: string,
    options?: ErrorOptions,
  ) {
    super(message.replace(/\s*\n\s*/g, ' '), options);
    this.name = 'EmbeddedPostgresError';
  }
}

/** The system error code (`ENOENT`, `EACCES`, …) of a thrown value, or undefined. */
export function systemCode(thrown: unknown): string | undefined {
  // Not instanceof: inside Jest the errors of Node come from another realm.
  if (typeof thrown !== 'object' || thrown === null || !('code' in thrown)) return undefined;
  return typeof thrown.code === 'string' ? thrown.code : undefined;
}
