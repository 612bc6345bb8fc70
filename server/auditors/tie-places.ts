import type { UnitOfWork } from '../database/unit-of-work';
import { uuidOf } from '../kernel/ids';
import { refuse, type ErrorPath } from '../kernel/outcome';

/** What a tie is to, as a client says it: an organisation, a service of one, or neither. */
export interface TiePlace {
  organisationId?: string | null;
  auditedServiceId?: string | null;
}

/** The same, found. A tie to a service is also one to the organisation that runs it. */
export interface FoundPlace {
  organisationId: string | null;
  auditedServiceId: string | null;
}

/**
 * Finds the organisations and services of many ties with one statement for each kind; both are registry facts that
 * everyone may see.
 * @param pathOf where the tie at an index stands in the input
 * @throws Refusal NOT_FOUND with the path of the id that leads nowhere
 */
export async function findPlaces(
  uow: UnitOfWork,
  places: readonly TiePlace[],
  pathOf: (index: number) => ErrorPath,
): Promise<FoundPlace[]> {
  const services = new Map(
    (
      await uow.sql<{ id: string; organisationId: string }>(
        'select id, organisation_id as "organisationId" from audited_service where id = any($1::uuid[])',
        [places.flatMap(({ auditedServiceId: id }) => (id && uuidOf('AuditedService', id)) || [])],
      )
    ).map(({ id, organisationId }) => [id, organisationId]),
  );
  const organisations = new Set(
    (
      await uow.sql<{ id: string }>('select id from organisation where id = any($1::uuid[])', [
        places.flatMap(({ organisationId: id }) => (id && uuidOf('Organisation', id)) || []),
      ])
    ).map(({ id }) => id),
  );
  return places.map((place, index) => {
    const organisationId = place.organisationId ? uuidOf('Organisation', place.organisationId) : null;
    const auditedServiceId = place.auditedServiceId ? uuidOf('AuditedService', place.auditedServiceId) : null;
    if (place.organisationId && !(organisationId && organisations.has(organisationId)))
      refuse('NOT_FOUND', [...pathOf(index), 'organisationId']);
    const runBy = auditedServiceId ? services.get(auditedServiceId) : undefined;
    if (place.auditedServiceId && !runBy) refuse('NOT_FOUND', [...pathOf(index), 'auditedServiceId']);
    return { organisationId: organisationId ?? runBy ?? null, auditedServiceId };
  });
}
