import { AuditedService } from '../audited-services';
import type { UnitOfWork } from '../database/unit-of-work';
import { authorise } from '../identity';
import { uuidOf } from '../kernel/ids';
import { refuse } from '../kernel/outcome';
import { parisDate } from '../kernel/working-days';
import { EventCriterion } from './event-criterion.entity';
import type { CohortBand, DoseRatioBand, RadiationEventKind } from './event-words';
import { RadiationEvent } from './radiation-event.entity';
import { refuseIdentifying } from './shared-text';

/** What a service keeps of an event. It is said whole: what is left out is cleared. */
export interface EventReference {
  number?: string | null;
  occurredOn: string;
  eventCriterionId: string;
  kind: RadiationEventKind;
  cohortBand?: CohortBand | null;
  doseRatioBand?: DoseRatioBand | null;
  isDeclared: boolean;
  isAnalysed: boolean;
  summary?: string | null;
  lesson?: string | null;
  criterionIds?: readonly string[] | null;
  findingIds?: readonly string[] | null;
}

/** An event of a service. */
export interface RadiationEventRecordInput extends EventReference {
  id?: string | null;
  auditedServiceId: string;
}

/** The same event, said anew. */
export interface RadiationEventUpdateInput extends EventReference {
  radiationEventId: string;
  expectedVersion: number;
}

/**
 * A service keeps the reference of an event. It declares nothing: events are declared to the authority by its own channel.
 * @throws Refusal NOT_FOUND (service, criterion, finding), FORBIDDEN, EVENT_IN_FUTURE, TEXT_IDENTIFIES, ID_TAKEN,
 *   ALREADY_EXISTS (the number)
 */
export async function recordRadiationEvent(
  uow: UnitOfWork,
  input: RadiationEventRecordInput,
): Promise<{ radiationEvent: string }> {
  const service = await uow.require(AuditedService, input.auditedServiceId, ['input', 'auditedServiceId']);
  authorise(uow, 'radiationEventRecord', { auditedServiceId: service.id });
  const radiationEvent = await uow.insert(RadiationEvent, {
    ...(input.id ? { id: input.id } : {}),
    ...(await referenceOf(uow, input)),
    auditedServiceId: service.id,
    recordedById: uow.viewer.accountId,
  });
  await link(uow, radiationEvent, service.id, input);
  uow.record({ act: 'radiationEventRecord', objectType: 'RadiationEvent', objectId: radiationEvent });
  return { radiationEvent };
}

/**
 * A service says anew what it keeps of an event. What it has shared of it stays as it was shared.
 * @throws Refusal as `recordRadiationEvent`, and STALE_VERSION
 */
export async function updateRadiationEvent(
  uow: UnitOfWork,
  input: RadiationEventUpdateInput,
): Promise<{ radiationEvent: string }> {
  const event = await requireEvent(uow, 'radiationEventUpdate', input);
  await uow.change(RadiationEvent, event, await referenceOf(uow, input));
  await uow.sql('delete from radiation_event_criterion where radiation_event_id = $1', [event.id]);
  await uow.sql('delete from radiation_event_finding where radiation_event_id = $1', [event.id]);
  await link(uow, event.id, event.auditedServiceId, input);
  uow.record({ act: 'radiationEventUpdate', objectType: 'RadiationEvent', objectId: event.id });
  return { radiationEvent: event.id };
}

/**
 * Loads and locks an event for an act of its service.
 * @throws Refusal NOT_FOUND, STALE_VERSION, FORBIDDEN
 */
export async function requireEvent(
  uow: UnitOfWork,
  act: string,
  { radiationEventId, expectedVersion }: { radiationEventId: string; expectedVersion?: number },
): Promise<RadiationEvent> {
  const event = await uow.require(
    RadiationEvent,
    radiationEventId,
    ['input', 'radiationEventId'],
    expectedVersion,
  );
  authorise(uow, act, { auditedServiceId: event.auditedServiceId });
  return event;
}

async function referenceOf(uow: UnitOfWork, said: EventReference): Promise<Partial<RadiationEvent>> {
  const criterion = await uow.require(EventCriterion, said.eventCriterionId, ['input', 'eventCriterionId']);
  if (said.occurredOn > parisDate(uow.now())) refuse('EVENT_IN_FUTURE', ['input', 'occurredOn']);
  refuseIdentifying(said.number, ['input', 'number']);
  refuseIdentifying(said.summary, ['input', 'summary']);
  refuseIdentifying(said.lesson, ['input', 'lesson']);
  return {
    number: said.number?.trim() || null,
    occurredOn: said.occurredOn,
    eventCriterionCode: criterion.code,
    kind: said.kind,
    cohortBand: said.cohortBand ?? null,
    doseRatioBand: said.doseRatioBand ?? null,
    isDeclared: said.isDeclared,
    isAnalysed: said.isAnalysed,
    summary: said.summary?.trim() || null,
    lesson: said.lesson?.trim() || null,
  };
}

/** Ties an event to criteria of published templates, and to findings that its service was shown. */
async function link(
  uow: UnitOfWork,
  eventId: string,
  auditedServiceId: string,
  { criterionIds, findingIds }: EventReference,
): Promise<void> {
  const criteria = await named(uow, 'Criterion', 'criterionIds', criterionIds ?? [], {
    text: `select c.id from criterion c join template_version v on v.id = c.template_version_id
      where c.id = any($1::uuid[]) and v.state <> 'DRAFT'`,
  });
  const findings = await named(uow, 'Finding', 'findingIds', findingIds ?? [], {
    text: `select f.id from finding f join audit a on a.id = f.audit_id
      where f.id = any($1::uuid[]) and a.audited_service_id = $2 and f.drafted_statement is not null`,
    values: [auditedServiceId],
  });
  await uow.sql(
    'insert into radiation_event_criterion (radiation_event_id, criterion_id) select $1, unnest($2::uuid[])',
    [eventId, criteria],
  );
  await uow.sql(
    'insert into radiation_event_finding (radiation_event_id, finding_id) select $1, unnest($2::uuid[])',
    [eventId, findings],
  );
}

/** The objects that a list of ids names, each once. @throws Refusal NOT_FOUND at the first that is absent or hidden */
async function named(
  uow: UnitOfWork,
  type: string,
  field: string,
  ids: readonly string[],
  known: { text: string; values?: readonly unknown[] },
): Promise<string[]> {
  const uuids = ids.map((id) => uuidOf(type, id));
  const rows = await uow.sql<{ id: string }>(known.text, [uuids, ...(known.values ?? [])]);
  const found = new Set(rows.map(({ id }) => id));
  uuids.forEach((id, index) => {
    if (id === null || !found.has(id)) refuse('NOT_FOUND', ['input', field, String(index)]);
  });
  return [...found];
}
