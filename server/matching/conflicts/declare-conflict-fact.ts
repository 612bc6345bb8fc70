import { AuditedService, Organisation } from '../../audited-services';
import type { UnitOfWork } from '../../database/unit-of-work';
import { authorise, Person } from '../../identity';
import { uuidOf } from '../../kernel/ids';
import { refuse, type ErrorPath } from '../../kernel/outcome';
import type { CalendarDate } from '../../kernel/working-days';
import { ConflictFact, type ConflictFactKind } from './conflict-fact.entity';

/** A dated fact between two sides; each is named once. */
export interface ConflictFactDeclareInput {
  id?: string | null;
  kind: ConflictFactKind;
  /** Oneself when no first side is named and the kind is about a person. */
  personId?: string | null;
  organisationId?: string | null;
  auditedServiceId?: string | null;
  otherPersonId?: string | null;
  otherOrganisationId?: string | null;
  otherAuditedServiceId?: string | null;
  otherParty?: string | null;
  description: string;
  fromDate: CalendarDate;
  toDate?: CalendarDate | null;
}

/** Which fact ends, and its last day. */
export interface ConflictFactEndInput {
  conflictFactId: string;
  toDate: CalendarDate;
}

type Side = 'PERSON' | 'PLACE' | 'PARTY';

/** What may stand on the first side of a fact of each kind, and what on the other. */
const SIDES: Record<ConflictFactKind, readonly [readonly Side[], readonly Side[]]> = {
  TELERADIOLOGY_CONTRACT: [['PLACE'], ['PLACE']],
  PATIENT_BASIN: [['PLACE'], ['PLACE']],
  PERSONAL_TIE: [['PERSON'], ['PERSON', 'PLACE']],
  FINANCIAL_INTEREST: [['PERSON'], ['PLACE']],
  EXTERNAL_INSPECTION: [['PERSON'], ['PLACE']],
  JOINT_RESEARCH: [['PERSON'], ['PERSON', 'PLACE']],
  VENDOR_FUNDING: [['PERSON', 'PLACE'], ['PARTY']],
};

/** The columns of both sides; those that a fact does not name are null. */
type Sides = Pick<
  ConflictFact,
  | 'personId'
  | 'organisationId'
  | 'auditedServiceId'
  | 'otherPersonId'
  | 'otherOrganisationId'
  | 'otherAuditedServiceId'
  | 'otherParty'
>;

/**
 * Records a fact on which conflicts of interest rest; a person declares what is about himself, the coordination all.
 * @throws Refusal NOT_FOUND, FORBIDDEN, FACT_SIDES_WRONG, DATES_REVERSED
 */
export async function declareConflictFact(
  uow: UnitOfWork,
  input: ConflictFactDeclareInput,
): Promise<{ conflictFact: string }> {
  const sides = await findSides(uow, input);
  authorise(uow, 'conflictFactDeclare', { personId: sides.personId });
  requireSides(input.kind, sides);
  const { kind, description, fromDate } = input;
  const toDate = input.toDate ?? null;
  if (toDate !== null && toDate < fromDate) refuse('DATES_REVERSED', ['input', 'toDate']);
  const conflictFact = await uow.insert(ConflictFact, {
    ...(input.id ? { id: input.id } : {}),
    ...sides,
    kind,
    description,
    fromDate,
    toDate,
    source: 'DECLARED',
    declaredById: uow.viewer.accountId,
  });
  await uow.reviewFacts({ cause: 'conflictFactDeclare', personIds: peopleOf(sides) });
  uow.record({
    act: 'conflictFactDeclare',
    objectType: 'ConflictFact',
    objectId: conflictFact,
    detail: { kind, fromDate, toDate },
  });
  return { conflictFact };
}

/**
 * Ends a recorded fact; it stays on record, since conflict rules look back on it.
 * @throws Refusal NOT_FOUND, FORBIDDEN, NOT_FOR_ONESELF, TIE_FROM_REGISTRY, TIE_ENDED, DATES_REVERSED
 */
export async function endConflictFact(
  uow: UnitOfWork,
  input: ConflictFactEndInput,
): Promise<{ conflictFact: string }> {
  const path = ['input', 'conflictFactId'];
  const fact = await uow.require(ConflictFact, input.conflictFactId, path);
  authorise(uow, 'conflictFactEnd', { personId: fact.personId });
  // A tie hides audits from whoever composes teams: he cannot lift that wall himself.
  const { roles, personId } = uow.viewer;
  const isProgramme = roles.has('COORDINATOR') || roles.has('STEERING_MEMBER');
  if (isProgramme && [fact.personId, fact.otherPersonId].includes(personId)) refuse('NOT_FOR_ONESELF', path);
  if (fact.source === 'REGISTRY') refuse('TIE_FROM_REGISTRY', path);
  if (fact.toDate !== null) refuse('TIE_ENDED', path, { date: fact.toDate });
  if (input.toDate < fact.fromDate) refuse('DATES_REVERSED', ['input', 'toDate']);
  await uow.sql('update conflict_fact set to_date = $2 where id = $1', [fact.id, input.toDate]);
  await uow.reviewFacts({ cause: 'conflictFactEnd', personIds: peopleOf(fact) });
  uow.record({
    act: 'conflictFactEnd',
    objectType: 'ConflictFact',
    objectId: fact.id,
    detail: { toDate: input.toDate },
  });
  return { conflictFact: fact.id };
}

/** The objects that the input names, found as far as whoever declares may see them. */
async function findSides(uow: UnitOfWork, input: ConflictFactDeclareInput): Promise<Sides> {
  const idOf = async (
    entity: typeof Person | typeof Organisation | typeof AuditedService,
    field: keyof ConflictFactDeclareInput,
  ): Promise<string | null> => {
    const id = input[field];
    return id ? (await uow.require<{ id: string }>(entity, id, ['input', field])).id : null;
  };
  const sides = {
    personId: await idOf(Person, 'personId'),
    organisationId: await idOf(Organisation, 'organisationId'),
    auditedServiceId: await idOf(AuditedService, 'auditedServiceId'),
    otherPersonId: input.otherPersonId ? await namedPerson(uow, input.otherPersonId) : null,
    otherOrganisationId: await idOf(Organisation, 'otherOrganisationId'),
    otherAuditedServiceId: await idOf(AuditedService, 'otherAuditedServiceId'),
    otherParty: input.otherParty?.trim() ?? null,
  };
  const isUnnamed = !sides.personId && !sides.organisationId && !sides.auditedServiceId;
  const isOnesOwn = isUnnamed && SIDES[input.kind][0].includes('PERSON');
  return isOnesOwn ? { ...sides, personId: uow.viewer.personId } : sides;
}

/**
 * The person at the other end: a colleague whom one may name, having met the id, though his file is not one's own to read.
 * @throws Refusal NOT_FOUND
 */
async function namedPerson(uow: UnitOfWork, id: string): Promise<string> {
  const [person] = await uow.sql<{ id: string }>('select id from person where id = $1', [
    uuidOf('Person', id),
  ]);
  return person?.id ?? refuse('NOT_FOUND', ['input', 'otherPersonId']);
}

function requireSides(kind: ConflictFactKind, sides: Sides): void {
  const [first, other] = SIDES[kind];
  const check = (
    named: (readonly [Side, string | null])[],
    allowed: readonly Side[],
    path: ErrorPath,
  ): void => {
    const present = named.filter(([, id]) => id !== null).map(([side]) => side);
    const [only] = present;
    if (present.length !== 1 || !only || !allowed.includes(only)) refuse('FACT_SIDES_WRONG', path, { kind });
  };
  const { personId, organisationId, auditedServiceId } = sides;
  const places = [organisationId, auditedServiceId].map((id) => ['PLACE', id] as const);
  check([['PERSON', personId], ...places], first, ['input', 'personId']);
  const { otherPersonId, otherOrganisationId, otherAuditedServiceId, otherParty } = sides;
  const others = [otherOrganisationId, otherAuditedServiceId].map((id) => ['PLACE', id] as const);
  check([['PERSON', otherPersonId], ['PARTY', otherParty], ...others], other, ['input', 'otherPersonId']);
  const isToItself =
    (personId !== null && personId === otherPersonId) ||
    (organisationId !== null && organisationId === otherOrganisationId) ||
    (auditedServiceId !== null && auditedServiceId === otherAuditedServiceId);
  if (isToItself) refuse('FACT_SIDES_WRONG', ['input'], { kind });
}

/** Whose conflicts a fact can touch; a fact between places touches anybody's. */
function peopleOf({ personId, otherPersonId }: Sides): string[] | 'EVERYBODY' {
  const people = [personId, otherPersonId].flatMap((id) => id ?? []);
  return people.length === 0 ? 'EVERYBODY' : people;
}
