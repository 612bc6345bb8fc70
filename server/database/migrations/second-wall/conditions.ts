// Conditions that several policies share. Whatever asks for the identity stands in `(select …)`, so that PostgreSQL asks
// once for a statement and not for each row.

export const SIGNED_IN = '(select app.is_signed_in())';
export const TAKES_PART = '(select app.takes_part())';
export const PLATFORM = '(select app.is_platform())';
export const COORDINATOR = '(select app.is_coordinator())';
export const PROGRAMME = '(select app.is_programme())';
export const STAFF = '(select app.is_staff())';
export const ME = '(select app.account_id())';
export const MY_PERSON = '(select app.person_id())';
export const MY_AUDITOR = '(select app.auditor_id())';
const MY_SERVICES = '(select app.services())::uuid[]';
const MY_AUDITS = '(select app.assigned_audits())::uuid[]';
const WALLED = '(select app.walled_services())::uuid[]';

/** The service is one of the viewer's own. */
export const ofMyService = (column: string): string => `${column} = any(${MY_SERVICES})`;

/** The viewer belongs to the team, having accepted. */
export const ofMyAudits = (column: string): string => `${column} = any(${MY_AUDITS})`;

/** Programme staff without a tie to the service. */
export const programmeFree = (column: string): string => `(${PROGRAMME} and ${column} <> all(${WALLED}))`;

/** A coordinator without a tie to the service. */
export const coordinatorFree = (column: string): string => `(${COORDINATOR} and ${column} <> all(${WALLED}))`;

/** The row's audit, on a condition that names it `a`. */
export const ofAudit = (audit: string, condition: string): string =>
  `exists (select 1 from audit a where a.id = ${audit} and ${condition})`;

/** The viewer may see the audit `a`. */
export const AUDIT_SEEN = `(${programmeFree('a.audited_service_id')} or ${ofMyService('a.audited_service_id')} or ${ofMyAudits('a.id')})`;

/** The viewer is of those who write in the audit `a`: coordination, service, team once it has accepted. */
export const AUDIT_WORKED_ON = `(${coordinatorFree('a.audited_service_id')} or ${ofMyService('a.audited_service_id')} or ${ofMyAudits('a.id')})`;

/**
 * The viewer has a part in the audit, whatever it is: acts of his may change it. A member who was called on for it counts
 * before he accepts and after he left, since his answer changes the team.
 */
export const reachesAudit = (audit: string, service: string): string =>
  `(${programmeFree(service)} or ${ofMyService(service)} or ${audit} = any((select app.called_audits())::uuid[]))`;

/** The same for rows that name only their audit. */
export const ofReachedAudit = (audit: string): string =>
  ofAudit(audit, reachesAudit('a.id', 'a.audited_service_id'));

/** Seats from which an auditor sees the audit. */
export const PRESENT = `('ACCEPTED', 'CONFIRMED', 'COMPLETED')`;
