import type { UnitOfWork } from '../database/unit-of-work';
import { authorise } from '../identity';
import { refuse } from '../kernel/outcome';
import type { CalendarDate } from '../kernel/working-days';
import { OrganisationLink, type OrganisationLinkKind } from './organisation-link.entity';
import { Organisation } from './organisation.entity';

/** A tie between two organisations: the first belongs to the second, or is held by it. */
export interface OrganisationLinkDeclareInput {
  id?: string | null;
  organisationId: string;
  linkedOrganisationId: string;
  kind: OrganisationLinkKind;
  fromDate: CalendarDate;
  toDate?: CalendarDate | null;
}

/** Which tie ends, and its last day. */
export interface OrganisationLinkEndInput {
  organisationLinkId: string;
  toDate: CalendarDate;
}

/**
 * Records a tie between two organisations.
 * @throws Refusal NOT_FOUND, FORBIDDEN, TIE_TO_ITSELF, DATES_REVERSED, ALREADY_EXISTS (the same tie at the same time)
 */
export async function declareOrganisationLink(
  uow: UnitOfWork,
  input: OrganisationLinkDeclareInput,
): Promise<{ organisationLink: string }> {
  const organisation = await uow.require(Organisation, input.organisationId, ['input', 'organisationId']);
  const path = ['input', 'linkedOrganisationId'];
  const linked = await uow.require(Organisation, input.linkedOrganisationId, path);
  authorise(uow, 'organisationLinkDeclare');
  if (organisation.id === linked.id) refuse('TIE_TO_ITSELF', path);
  const toDate = input.toDate ?? null;
  if (toDate !== null && toDate < input.fromDate) refuse('DATES_REVERSED', ['input', 'toDate']);
  const same = await uow.sql(
    `select 1 from organisation_link
     where organisation_id = $1 and linked_organisation_id = $2 and kind = $3
       and daterange(from_date, to_date, '[]') && daterange($4::date, $5::date, '[]')`,
    [organisation.id, linked.id, input.kind, input.fromDate, toDate],
  );
  if (same.length > 0) refuse('ALREADY_EXISTS', ['input'], { what: `${input.kind} ${linked.name}` });
  const organisationLink = await uow.insert(OrganisationLink, {
    ...(input.id ? { id: input.id } : {}),
    organisationId: organisation.id,
    linkedOrganisationId: linked.id,
    kind: input.kind,
    fromDate: input.fromDate,
    toDate,
    source: 'DECLARED',
  });
  await uow.reviewFacts({ cause: 'organisationLinkDeclare', personIds: 'EVERYBODY' });
  uow.record({
    act: 'organisationLinkDeclare',
    objectType: 'OrganisationLink',
    objectId: organisationLink,
    detail: { kind: input.kind, fromDate: input.fromDate, toDate },
  });
  return { organisationLink };
}

/**
 * Ends a declared tie; it stays on record with its dates.
 * @throws Refusal NOT_FOUND, FORBIDDEN, TIE_FROM_REGISTRY, TIE_ENDED, DATES_REVERSED
 */
export async function endOrganisationLink(
  uow: UnitOfWork,
  input: OrganisationLinkEndInput,
): Promise<{ organisationLink: string }> {
  const path = ['input', 'organisationLinkId'];
  const link = await uow.require(OrganisationLink, input.organisationLinkId, path);
  authorise(uow, 'organisationLinkEnd');
  if (link.source === 'REGISTRY') refuse('TIE_FROM_REGISTRY', path);
  if (link.toDate !== null) refuse('TIE_ENDED', path, { date: link.toDate });
  if (input.toDate < link.fromDate) refuse('DATES_REVERSED', ['input', 'toDate']);
  await uow.sql('update organisation_link set to_date = $2 where id = $1', [link.id, input.toDate]);
  await uow.reviewFacts({ cause: 'organisationLinkEnd', personIds: 'EVERYBODY' });
  uow.record({
    act: 'organisationLinkEnd',
    objectType: 'OrganisationLink',
    objectId: link.id,
    detail: { toDate: input.toDate },
  });
  return { organisationLink: link.id };
}
