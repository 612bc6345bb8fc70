import type { ErrorCode, Locale } from './messages';

/** Roles within the programme, granted for all campaigns. */
export type ProgrammeRole =
  'COORDINATOR' | 'STEERING_MEMBER' | 'TEMPLATE_EDITOR' | 'ANALYST' | 'OBSERVER' | 'AUDITOR' | 'ADMIN';

/** Roles within one audited service. */
export type ServiceRole = 'SERVICE_MANAGER' | 'SERVICE_CONTRIBUTOR' | 'SERVICE_READER';

/**
 * Who is asking, read from the database at each request: nothing here comes from the token but the account.
 * Anonymous callers have no account and no role.
 */
export interface Viewer {
  accountId: string | null;
  /** The session that the token belongs to. */
  sessionId: string | null;
  /**
   * The only root fields that may be called, the only types that may be reached from them (null: all), and the code that
   * refuses the others; null when roles alone decide.
   */
  confinement: {
    code: ErrorCode;
    mayCall: ReadonlySet<string>;
    mayReach: ReadonlySet<string> | null;
  } | null;
  personId: string | null;
  auditorId: string | null;
  roles: ReadonlySet<ProgrammeRole>;
  /** Role held in each audited service. */
  services: ReadonlyMap<string, ServiceRole>;
  /** Audits whose assignment this auditor has accepted, and that no open conflict freezes. */
  assignedAudits: ReadonlySet<string>;
  /** Those of them that this auditor leads. */
  ledAudits: ReadonlySet<string>;
  /** Services that a coordinator has a tie with, and therefore must not see the audits of. */
  walledServices: ReadonlySet<string>;
  locale: Locale;
}

/** A caller without a token. */
export function anonymous(locale: Locale): Viewer {
  return {
    accountId: null,
    sessionId: null,
    confinement: null,
    personId: null,
    auditorId: null,
    roles: new Set(),
    services: new Map(),
    assignedAudits: new Set(),
    ledAudits: new Set(),
    walledServices: new Set(),
    locale,
  };
}
