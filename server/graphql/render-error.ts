import { messageFor, type ErrorCode, type Locale } from '../kernel/messages';
import { Refusal, type ConflictReason, type DomainError, type ErrorPath } from '../kernel/outcome';

/** A domain error as the API answers it: a type that implements `UserError`. */
export interface RenderedError {
  __typename: 'InputError' | 'ConflictOfInterestError' | 'StaleVersionError' | 'IllegalTransitionError';
  code: ErrorCode;
  message: string;
  path: ErrorPath | null;
  conflicts?: readonly ConflictReason[];
  stale?: { type: string; id: string };
  from?: string;
  allowed?: readonly string[];
}

/** Puts a domain error into the caller's language and into the type that fits its detail. */
export function renderError(error: DomainError, locale: Locale): RenderedError {
  const plain = { code: error.code, message: messageFor(error.code, locale, error.params), path: error.path };
  switch (error.detail?.kind) {
    case 'CONFLICT_OF_INTEREST':
      return { ...plain, __typename: 'ConflictOfInterestError', conflicts: error.detail.conflicts };
    case 'STALE_VERSION':
      return {
        ...plain,
        __typename: 'StaleVersionError',
        stale: { type: error.detail.type, id: error.detail.id },
      };
    case 'ILLEGAL_TRANSITION':
      return {
        ...plain,
        __typename: 'IllegalTransitionError',
        from: error.detail.from,
        allowed: error.detail.allowed,
      };
    default:
      return { ...plain, __typename: 'InputError' };
  }
}

/** The payload of a mutation that was refused before it acted. @throws the error itself when it is no refusal */
export function refusedPayload(
  { viewer }: { viewer: { locale: Locale } },
  error: unknown,
): { userErrors: RenderedError[]; replayed: boolean } {
  if (!(error instanceof Refusal)) throw error;
  return { userErrors: error.errors.map((each) => renderError(each, viewer.locale)), replayed: false };
}
