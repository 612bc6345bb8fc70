import type { Statement } from '../database/snapshot';
import type { Locale } from '../kernel/messages';
import type { AccessClaim } from './access-token';
import { anonymous, type ProgrammeRole, type ServiceRole, type Viewer } from '../kernel/viewer';

interface ViewerFacts {
  personId: string;
  auditorId: string | null;
  roles: { role: ProgrammeRole | ServiceRole; auditedServiceId: string | null }[] | null;
  assignments: { auditId: string; isLead: boolean }[] | null;
  walledServices: string[] | null;
}

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
 */
export function enterStatement(claim: AccessClaim, today: string): Statement {
  return {
    text: 'select app.enter($1::uuid, $2::integer, $3::date) as facts',
    values: [claim.accountId, claim.sessionVersion, today],
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
