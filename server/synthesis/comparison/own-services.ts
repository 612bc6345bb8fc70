import type { Ask } from '../../database/read-model';

/**
 * Services whose figures whoever asks for a service may know by himself: its own, those of its organisations and of
 * organisations that they are linked with, ever; and those that the account has a role in.
 */
const OWN = `
  with own as (
    select organisation_id as id from service_organisation where audited_service_id = $1
    union select organisation_id from audited_service where id = $1
  ),
  near as (
    select id from own
    union select l.linked_organisation_id from organisation_link l join own on own.id = l.organisation_id
    union select l.organisation_id from organisation_link l join own on own.id = l.linked_organisation_id
  )
  select s.audited_service_id as id from service_organisation s join near on near.id = s.organisation_id
  union select s.id from audited_service s join near on near.id = s.organisation_id`;

/** The ids of these services. @param roles services that the account has a role in */
export async function ownServices(
  sql: Ask,
  serviceId: string,
  roles: Iterable<string>,
): Promise<Set<string>> {
  const rows = await sql<{ id: string }>(OWN, [serviceId]);
  return new Set([serviceId, ...rows.map(({ id }) => id), ...roles]);
}
