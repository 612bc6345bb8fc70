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

/** States of an assignment in which the auditor sees the audit: accepted, and not lost since. */
export const SEEING_ASSIGNMENT_STATES = ['ACCEPTED', 'CONFIRMED', 'COMPLETED'] as const;

const TEXT = `
  select json_build_object('personId', p.id, 'auditorId', au.id,
    'roles', (select json_agg(json_build_object('role', g.role, 'auditedServiceId', g.audited_service_id) order by g.id)
       from role_grant g
      where g.account_id = a.id and g.revoked_at is null and g.from_date <= $3::date
        and (g.to_date is null or g.to_date >= $3::date)),
    'assignments', (select json_agg(json_build_object('auditId', s.audit_id, 'isLead', s.is_lead) order by s.id)
       from assignment s
      where s.auditor_id = au.id and s.state = any('{${SEEING_ASSIGNMENT_STATES.join(',')}}'::text[])),
    'walledServices', (select json_agg(distinct o.audited_service_id)
       from affiliation f join service_organisation o on o.organisation_id = f.organisation_id
      where f.person_id = p.id and f.from_date <= $3::date and (f.to_date is null or f.to_date >= $3::date)))::text as facts
  from account a
  join person p on p.id = a.person_id
  left join auditor au on au.person_id = p.id
  where a.id = $1::uuid and a.disabled_at is null and a.session_version = $2::int`;

const SERVICE_ROLES = new Set<string>([
  'SERVICE_MANAGER',
  'SERVICE_CONTRIBUTOR',
  'SERVICE_READER',
] satisfies ServiceRole[]);
const RANK: Record<ServiceRole, number> = { SERVICE_MANAGER: 3, SERVICE_CONTRIBUTOR: 2, SERVICE_READER: 1 };

/**
 * The statement that tells who is asking, as of now: a closed account, an ended session or a changed role counts on the
 * next request. It gives one row with the text `facts`, or none when the account may not act any more.
 * @param today the legal day in Paris, for dated grants
 */
export function viewerStatement(claim: AccessClaim, today: string): Statement {
  return { text: TEXT, values: [claim.accountId, claim.sessionVersion, today], name: 'viewer' };
}

/** The viewer whom the facts describe. @param facts what `viewerStatement` gave; null for an account that may not act */
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
