/**
 * Who is told of something: SERVICE those who work on the audit for the service, MANAGER who answers for it, TEAM the
 * auditors present, LEAD the one who leads them, AUDITOR one auditor himself, COORDINATION the coordinators without a tie
 * to the service.
 */
export const AUDIENCES = ['SERVICE', 'MANAGER', 'TEAM', 'LEAD', 'AUDITOR', 'COORDINATION'] as const;
export type Audience = (typeof AUDIENCES)[number];

/** By what each audience is found: the service, the audit, or the auditor. */
export const FOUND_BY: Readonly<Record<Audience, 'auditedServiceId' | 'auditId' | 'auditorId'>> = {
  SERVICE: 'auditedServiceId',
  MANAGER: 'auditedServiceId',
  TEAM: 'auditId',
  LEAD: 'auditId',
  AUDITOR: 'auditorId',
  COORDINATION: 'auditedServiceId',
};

/** The grant `g` and its account `o` hold on a day. @param today placeholder of the day in Paris */
const standing = (today: string): string => `g.revoked_at is null and g.from_date <= ${today}::date
  and (g.to_date is null or g.to_date >= ${today}::date) and o.disabled_at is null and o.kind <> 'SERVICE_ACCOUNT'`;

/**
 * Common table expressions that find the accounts of audiences: `reach (audience, subject_id, account_id)`, for what
 * `needed (audience, subject_id)` before it asks. Roles, seats and ties are those of today: whoever lost his right to see
 * an audit is not found any more.
 * @param today placeholder of the day in Paris
 */
export const reach = (today: string): string => `
  standing as (
    select g.role, g.audited_service_id, o.id as account_id, o.person_id
    from role_grant g join account o on o.id = g.account_id where ${standing(today)}
  ),
  seated as (
    select s.audit_id, s.is_lead, t.account_id from assignment s
    join auditor u on u.id = s.auditor_id
    join standing t on t.person_id = u.person_id and t.role = 'AUDITOR'
    where s.state in ('ACCEPTED', 'CONFIRMED', 'COMPLETED')
  ),
  reach as (
    select n.audience, n.subject_id, t.account_id from needed n
    join standing t on t.audited_service_id = n.subject_id
      and t.role = any(case n.audience when 'SERVICE' then '{SERVICE_MANAGER,SERVICE_CONTRIBUTOR}'::text[]
        else '{SERVICE_MANAGER}'::text[] end)
    where n.audience in ('SERVICE', 'MANAGER')
    union
    select n.audience, n.subject_id, d.account_id from needed n
    join seated d on d.audit_id = n.subject_id and (n.audience = 'TEAM' or d.is_lead)
    where n.audience in ('TEAM', 'LEAD')
    union
    select n.audience, n.subject_id, t.account_id from needed n
    join auditor u on u.id = n.subject_id
    join standing t on t.person_id = u.person_id and t.role = 'AUDITOR'
    where n.audience = 'AUDITOR'
    union
    select n.audience, n.subject_id, t.account_id from needed n
    join standing t on t.role = 'COORDINATOR'
    where n.audience = 'COORDINATION' and not exists (
      select 1 from affiliation f join service_organisation l on l.organisation_id = f.organisation_id
      where f.person_id = t.person_id and l.audited_service_id = n.subject_id and f.from_date <= ${today}::date
        and (f.to_date is null or f.to_date >= ${today}::date))
  )`;
