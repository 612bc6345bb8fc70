import type { Statement } from '../database/snapshot';
import type { Locale } from '../kernel/messages';
import type { AccessClaim } from './access-token';
import { rootsOf, typesOf, type ClientScope } from './client-programs/client-scopes';
import { ENROLMENT } from './second-factor/enrolment-roots';
import { anonymous, type ProgrammeRole, type ServiceRole, type Viewer } from '../kernel/viewer';

interface ViewerFacts {
  personId: string | null;
  auditorId: string | null;
  roles: { role: ProgrammeRole | ServiceRole; auditedServiceId: string | null }[] | null;
  assignments: { auditId: string; isLead: boolean }[] | null;
  walledServices: string[] | null;
  /** Set: the session has no role until its account has a second factor. */
  owesSecondFactor?: true;
  /** Set: nor has it one until its owner has chosen a password that nobody else knows. */
  owesOwnPassword?: true;
  /** What the token of a client program may do; absent for people. */
  scopes?: ClientScope[];
}

/** All that a session may do while somebody else knows the password of its account: see itself, choose another, and end. */
const OWN_PASSWORD: ReadonlySet<string> = new Set(['viewer', 'passwordChange', 'signOut']);

const SERVICE_ROLES = new Set<string>([
  'SERVICE_MANAGER',
  'SERVICE_CONTRIBUTOR',
  'SERVICE_READER',
] satisfies ServiceRole[]);
const RANK: Record<ServiceRole, number> = { SERVICE_MANAGER: 3, SERVICE_CONTRIBUTOR: 2, SERVICE_READER: 1 };

/**
 * The statement that enters a transaction as an account: the row policies know from then on who asks, and it gives the
 * same as the text `facts`, read now: a closed account, an ended session or a changed role counts on the next request.
 * Null when the account may not act any more.
 * @param today the legal day in Paris, for dated grants
 * @param wants whether roles of the programme hold only in a session with a second factor, and all roles only with a
 *   password that the account's owner has chosen
 */
export function enterStatement(
  claim: AccessClaim,
  today: string,
  wants: { secondFactor: boolean; ownPassword: boolean },
): Statement {
  return {
    text: 'select app.enter($1::uuid, $2::integer, $3::date, $4::uuid, $5::boolean, $6::boolean) as facts',
    values: [
      claim.accountId,
      claim.sessionVersion,
      today,
      claim.sessionId,
      wants.secondFactor,
      wants.ownPassword,
    ],
  };
}

/** The viewer whom the facts describe. @param facts what `enterStatement` gave; null for an account that may not act */
export function viewerOf(claim: AccessClaim, facts: string | null, locale: Locale): Viewer {
  if (facts === null) return anonymous(locale);
  const row = JSON.parse(facts) as ViewerFacts;
  const services = new Map<string, ServiceRole>();
  const roles = new Set<ProgrammeRole>();
  for (const grant of row.roles ?? []) {
    if (!SERVICE_ROLES.has(grant.role)) roles.add(grant.role as ProgrammeRole);
    else if (grant.auditedServiceId) {
      const role = grant.role as ServiceRole;
      const held = services.get(grant.auditedServiceId);
      if (!held || RANK[role] > RANK[held]) services.set(grant.auditedServiceId, role);
    }
  }
  // A tie walls off programme work only: an auditor's or a service's own sight rests on other relations.
  const isProgramme = roles.has('COORDINATOR') || roles.has('STEERING_MEMBER');
  const assignments = roles.has('AUDITOR') ? (row.assignments ?? []) : [];
  return {
    accountId: claim.accountId,
    sessionId: claim.sessionId,
    confinement: confinementOf(row),
    personId: row.personId,
    auditorId: row.auditorId,
    roles,
    services,
    assignedAudits: new Set(assignments.map(({ auditId }) => auditId)),
    ledAudits: new Set(assignments.filter(({ isLead }) => isLead).map(({ auditId }) => auditId)),
    walledServices: new Set(isProgramme ? (row.walledServices ?? []) : []),
    locale,
  };
}

/** What a session is confined to: choosing a password, enrolling a second factor, or the scopes of a client program; null for most. */
function confinementOf({ owesOwnPassword, owesSecondFactor, scopes }: ViewerFacts): Viewer['confinement'] {
  if (owesOwnPassword) return { code: 'OWN_PASSWORD_REQUIRED', mayCall: OWN_PASSWORD, mayReach: null };
  if (owesSecondFactor)
    return { code: 'SECOND_FACTOR_ENROLMENT_REQUIRED', mayCall: ENROLMENT, mayReach: null };
  return scopes ? { code: 'SCOPE_MISSING', mayCall: rootsOf(scopes), mayReach: typesOf(scopes) } : null;
}
