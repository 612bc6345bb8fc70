import type { Ask } from '../database/read-model';
import type { CalendarDate } from '../kernel/working-days';

/**
 * Who is told of something: SERVICE those who work on the audit for the service, MANAGER who answers for it, TEAM the
 * auditors present and not frozen, LEAD the one who leads them, AUDITOR one auditor himself, COORDINATION the coordinators
 * without a tie to the service, PROGRAMME coordinators and steering committee without a tie to any service of a campaign,
 * OWNER those whose a webhook endpoint is.
 */
export const AUDIENCES = [
  'SERVICE',
  'MANAGER',
  'TEAM',
  'LEAD',
  'AUDITOR',
  'COORDINATION',
  'PROGRAMME',
  'OWNER',
] as const;
export type Audience = (typeof AUDIENCES)[number];

/** By what each audience is found: the service, the audit, the auditor, the campaign, or the very thing that they are told of. */
export const FOUND_BY: Readonly<
  Record<Audience, 'auditedServiceId' | 'auditId' | 'auditorId' | 'campaignId' | 'objectId'>
> = {
  SERVICE: 'auditedServiceId',
  MANAGER: 'auditedServiceId',
  TEAM: 'auditId',
  LEAD: 'auditId',
  AUDITOR: 'auditorId',
  COORDINATION: 'auditedServiceId',
  PROGRAMME: 'campaignId',
  OWNER: 'objectId',
};

/** An audience of one service, audit, auditor, campaign or endpoint. */
export interface Addressees {
  audience: Audience;
  subjectId: string;
}

/** Names addressees, in maps. */
export const keyOf = ({ audience, subjectId }: Addressees): string => `${audience} ${subjectId}`;

/** The grant `g` and its account `o` hold on a day. @param today placeholder of the day in Paris */
const standing = (today: string): string => `g.revoked_at is null and g.from_date <= ${today}::date
  and (g.to_date is null or g.to_date >= ${today}::date) and o.disabled_at is null and o.kind <> 'SERVICE_ACCOUNT'`;

const REACH = `
  with needed as (select * from jsonb_to_recordset($1::jsonb) as n(audience text, "subjectId" uuid)),
  standing as (
    select g.role, g.audited_service_id, o.id as account_id, o.person_id
    from role_grant g join account o on o.id = g.account_id where ${standing('$2')}
  ),
  seated as (
    select s.audit_id, s.is_lead, t.account_id from assignment s
    join auditor u on u.id = s.auditor_id
    join standing t on t.person_id = u.person_id and t.role = 'AUDITOR'
    where s.state in ('ACCEPTED', 'CONFIRMED', 'COMPLETED')
      -- Whose assignment is frozen sees nothing of the audit, and so is told nothing of it.
      and not exists (select 1 from conflict_alert x where x.assignment_id = s.id and x.state = 'OPEN')
  )
  select n.audience, n."subjectId", t.account_id as "accountId" from needed n
  join standing t on t.audited_service_id = n."subjectId"
    and t.role = any(case n.audience when 'SERVICE' then '{SERVICE_MANAGER,SERVICE_CONTRIBUTOR}'::text[]
      else '{SERVICE_MANAGER}'::text[] end)
  where n.audience in ('SERVICE', 'MANAGER')
  union
  select n.audience, n."subjectId", d.account_id from needed n
  join seated d on d.audit_id = n."subjectId" and (n.audience = 'TEAM' or d.is_lead)
  where n.audience in ('TEAM', 'LEAD')
  union
  select n.audience, n."subjectId", t.account_id from needed n
  join auditor u on u.id = n."subjectId"
  join standing t on t.person_id = u.person_id and t.role = 'AUDITOR'
  where n.audience = 'AUDITOR'
  union
  select n.audience, n."subjectId", t.account_id from needed n
  join app.coordinators_of(array(select "subjectId" from needed where audience = 'COORDINATION'), $2::date) c
    on c.service_id = n."subjectId"
  join standing t on t.account_id = c.account_id and t.role = 'COORDINATOR'
  where n.audience = 'COORDINATION'
  union
  select n.audience, n."subjectId", t.account_id from needed n
  join app.programme_of(array(select "subjectId" from needed where audience = 'PROGRAMME'), $2::date) c
    on c.campaign_id = n."subjectId"
  join standing t on t.account_id = c.account_id and t.role in ('COORDINATOR', 'STEERING_MEMBER')
  where n.audience = 'PROGRAMME'
  union
  select n.audience, n."subjectId", t.account_id from needed n
  join webhook_endpoint e on e.id = n."subjectId"
  join standing t on (t.audited_service_id = e.audited_service_id and t.role = 'SERVICE_MANAGER')
    or (t.account_id = e.account_id and t.role = 'COORDINATOR')
  where n.audience = 'OWNER'`;

/**
 * Finds the accounts of audiences. Roles, seats and ties are those of `today`: whoever lost his right to see an audit is not
 * found any more.
 * @param sql that sees everything: as the platform, or for an act
 * @returns accounts by `keyOf`; nothing for who has none
 */
export async function accountsOf(
  sql: Ask,
  addressees: readonly Addressees[],
  today: CalendarDate,
): Promise<ReadonlyMap<string, readonly string[]>> {
  const needed = new Map(
    addressees.map(({ audience, subjectId }) => {
      const one = { audience, subjectId };
      return [keyOf(one), one] as const;
    }),
  );
  if (needed.size === 0) return new Map();
  const found = await sql<Addressees & { accountId: string }>(REACH, [
    JSON.stringify([...needed.values()]),
    today,
  ]);
  const accounts = new Map<string, string[]>();
  for (const one of found) {
    const list = accounts.get(keyOf(one)) ?? [];
    list.push(one.accountId);
    accounts.set(keyOf(one), list);
  }
  return accounts;
}
