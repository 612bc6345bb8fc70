import type { EntityManager } from 'typeorm';
import type { AuditorRow, Workplace } from './rpps-file';

/** Where somebody works, as the platform knows it. */
export interface KnownPlace {
  organisationId: string;
  /** Null when the site is not among the services. */
  auditedServiceId: string | null;
}

/** The SIREN of a workplace that the directory knows by its SIRET alone. */
function sirenOf({ siret, finessEj }: Workplace): string | null {
  return siret !== null && finessEj === null ? siret.slice(0, 9) : null;
}

/**
 * Creates the legal entities that people work for and that no registry of sites has brought: a tie to an entity without
 * audited service still tells that two people work together.
 */
export async function createUnknownOrganisations(
  manager: EntityManager,
  rows: readonly AuditorRow[],
): Promise<void> {
  const byNumber = new Map<string, { finess_ej: string | null; siren: string | null; name: string }>();
  for (const workplace of rows.flatMap(({ workplaces }) => workplaces)) {
    const { finessEj } = workplace;
    const siren = sirenOf(workplace);
    const number = finessEj ?? siren;
    if (number && !byNumber.has(number))
      byNumber.set(number, { finess_ej: finessEj, siren, name: workplace.name ?? number });
  }
  await manager.query(
    `insert into organisation (id, kind, finess_ej, siren, name)
     select gen_random_uuid(), 'LEGAL_ENTITY', finess_ej, siren, name
     from jsonb_to_recordset($1::jsonb) as r (finess_ej text, siren text, name text)
     order by finess_ej, siren
     on conflict do nothing`,
    [JSON.stringify([...byNumber.values()])],
  );
}

/**
 * Finds the organisations and services of workplaces with one statement for each kind.
 * @returns the place of a workplace, or null when only the number of an unknown site is there
 */
export async function findWorkplaces(
  manager: EntityManager,
  workplaces: readonly Workplace[],
): Promise<(workplace: Workplace) => KnownPlace | null> {
  const present = (values: (string | null)[]): string[] => [
    ...new Set(values.filter((value): value is string => value !== null)),
  ];
  const organisations = await manager.query<{ id: string; finessEj: string | null; siren: string | null }[]>(
    `select id, finess_ej as "finessEj", siren from organisation
     where finess_ej = any($1::text[]) or siren = any($2::text[])`,
    [present(workplaces.map(({ finessEj }) => finessEj)), present(workplaces.map(sirenOf))],
  );
  const services = await manager.query<
    { id: string; finessEt: string | null; siret: string | null; organisationId: string }[]
  >(
    `select id, finess_et as "finessEt", siret, organisation_id as "organisationId" from audited_service
     where finess_et = any($1::text[]) or siret = any($2::text[])`,
    [present(workplaces.map(({ finessEt }) => finessEt)), present(workplaces.map(({ siret }) => siret))],
  );
  const byFinessEj = new Map(organisations.map(({ id, finessEj }) => [finessEj, id]));
  const bySiren = new Map(organisations.map(({ id, siren }) => [siren, id]));
  const byFinessEt = new Map(services.map((service) => [service.finessEt, service]));
  const bySiret = new Map(services.map((service) => [service.siret, service]));

  return (workplace) => {
    const { finessEt, finessEj, siret } = workplace;
    const siren = sirenOf(workplace);
    const service = (finessEt && byFinessEt.get(finessEt)) || (siret && bySiret.get(siret)) || null;
    const organisationId =
      (finessEj && byFinessEj.get(finessEj)) ||
      service?.organisationId ||
      (siren && bySiren.get(siren)) ||
      null;
    return organisationId ? { organisationId, auditedServiceId: service?.id ?? null } : null;
  };
}
