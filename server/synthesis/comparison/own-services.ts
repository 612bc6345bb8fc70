import type { Ask } from '../../database/read-model';

/** Services whose figures a service may know by itself: its own, those of its organisations and of what they are linked with, ever. */
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

/** What is known already to those who read what a service is told. */
export interface KnownServices {
  /** To everybody of the service: these are never among the others. */
  own: ReadonlySet<string>;
  /** To the account that asks, which may have a role in services besides. */
  ofAccount: ReadonlySet<string>;
}

/**
 * What whoever asks for a service knows by himself. What is told goes by the service alone: all its accounts read it, and two
 * of them to whom different services were left out would have the difference.
 * @param roles services that the account has a role in
 */
export async function knownServices(
  sql: Ask,
  serviceId: string,
  roles: Iterable<string>,
): Promise<KnownServices> {
  const rows = await sql<{ id: string }>(OWN, [serviceId]);
  const own = new Set([serviceId, ...rows.map(({ id }) => id)]);
  return { own, ofAccount: new Set([...own, ...roles]) };
}
