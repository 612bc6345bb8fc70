import type { UnitOfWork } from '../database/unit-of-work';
import { authorise, Person } from '../identity';
import { refuse } from '../kernel/outcome';
import type { CalendarDate } from '../kernel/working-days';
import { Affiliation, type AffiliationKind } from './affiliation.entity';
import { findPlaces } from './tie-places';

/** A tie of a person to an organisation or one of its services. */
export interface AffiliationDeclareInput {
  id?: string | null;
  /** Oneself when left out. */
  personId?: string | null;
  organisationId?: string | null;
  auditedServiceId?: string | null;
  kind: AffiliationKind;
  fromDate: CalendarDate;
  toDate?: CalendarDate | null;
}

/** Which tie ends, and its last day. */
export interface AffiliationEndInput {
  affiliationId: string;
  toDate: CalendarDate;
}

/**
 * Records a tie that a person declares; coordinators do so for others, and for themselves, since a tie hides the
 * audits of a service from them.
 * @throws Refusal NOT_FOUND, FORBIDDEN, TIE_PLACE_MISSING, DATES_REVERSED, ALREADY_EXISTS (the same at the same time)
 */
export async function declareAffiliation(
  uow: UnitOfWork,
  input: AffiliationDeclareInput,
): Promise<{ affiliation: string }> {
  const whose = input.personId ?? uow.viewer.personId ?? '';
  const person = await uow.require(Person, whose, ['input', 'personId']);
  authorise(uow, 'affiliationDeclare', { personId: person.id });
  const [place] = await findPlaces(uow, [input], () => ['input']);
  if (!place?.organisationId) return refuse('TIE_PLACE_MISSING', ['input', 'organisationId']);
  const { organisationId, auditedServiceId } = place;
  const { kind, fromDate } = input;
  const toDate = input.toDate ?? null;
  if (toDate !== null && toDate < fromDate) refuse('DATES_REVERSED', ['input', 'toDate']);
  const same = await uow.sql(
    `select 1 from affiliation
     where person_id = $1 and organisation_id = $2 and audited_service_id is not distinct from $3::uuid
       and kind = $4 and source = 'DECLARED' and daterange(from_date, to_date, '[]') && daterange($5::date, $6::date, '[]')`,
    [person.id, organisationId, auditedServiceId, kind, fromDate, toDate],
  );
  if (same.length > 0) refuse('ALREADY_EXISTS', ['input'], { what: kind });
  const affiliation = await uow.insert(Affiliation, {
    ...(input.id ? { id: input.id } : {}),
    personId: person.id,
    organisationId,
    auditedServiceId,
    kind,
    fromDate,
    toDate,
    source: 'DECLARED',
  });
  await uow.reviewFacts({ cause: 'affiliationDeclare', personIds: [person.id] });
  uow.record({
    act: 'affiliationDeclare',
    objectType: 'Affiliation',
    objectId: affiliation,
    detail: { kind, fromDate, toDate },
  });
  return { affiliation };
}

/**
 * Ends a declared tie; it stays on record, since conflict rules look back on it.
 * @throws Refusal NOT_FOUND, FORBIDDEN, NOT_FOR_ONESELF, TIE_FROM_REGISTRY, TIE_ENDED, DATES_REVERSED
 */
export async function endAffiliation(
  uow: UnitOfWork,
  input: AffiliationEndInput,
): Promise<{ affiliation: string }> {
  const path = ['input', 'affiliationId'];
  const affiliation = await uow.require(Affiliation, input.affiliationId, path);
  authorise(uow, 'affiliationEnd', { personId: affiliation.personId });
  // A tie hides audits from whoever composes teams: he cannot lift that wall himself.
  const isProgramme = uow.viewer.roles.has('COORDINATOR') || uow.viewer.roles.has('STEERING_MEMBER');
  if (isProgramme && affiliation.personId === uow.viewer.personId) refuse('NOT_FOR_ONESELF', path);
  if (affiliation.source === 'REGISTRY') refuse('TIE_FROM_REGISTRY', path);
  if (affiliation.toDate !== null) refuse('TIE_ENDED', path, { date: affiliation.toDate });
  if (input.toDate < affiliation.fromDate) refuse('DATES_REVERSED', ['input', 'toDate']);
  await uow.sql('update affiliation set to_date = $2 where id = $1', [affiliation.id, input.toDate]);
  await uow.reviewFacts({ cause: 'affiliationEnd', personIds: [affiliation.personId] });
  uow.record({
    act: 'affiliationEnd',
    objectType: 'Affiliation',
    objectId: affiliation.id,
    detail: { toDate: input.toDate },
  });
  return { affiliation: affiliation.id };
}
