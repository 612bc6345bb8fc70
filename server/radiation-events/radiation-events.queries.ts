import {
  columns,
  oneOf,
  oneOfIds,
  readModel,
  type ComputedEdge,
  type ReadModel,
} from '../database/read-model';
import { localised } from '../templates';
import { scalesReads } from './scales/scales.queries';

const CRITERION_ID = `(select c.id from event_criterion c where c.code = t.event_criterion_code)`;

/** What the service lets others read of its event; null for whoever is not of the service. */
const ofService = (table: string, column: string, condition = 'true'): ComputedEdge => ({
  kind: 'computed',
  needs: [],
  async compute(rows, { viewer, sqlOfActs }) {
    const found = await sqlOfActs<{ id: string; text: string }>(
      `select s.radiation_event_id as id, s.${column} as text from ${table} s
       join radiation_event e on e.id = s.radiation_event_id
       where e.id = any($1::uuid[]) and e.audited_service_id = any($2::uuid[]) and ${condition}`,
      [rows.map(({ id }) => id), [...viewer.services.keys()]],
    );
    const texts = new Map(found.map(({ id, text }) => [id, text]));
    return rows.map(({ id }) => texts.get(id) ?? null);
  },
});

/** Rows whose order must not tell when they were shared. */
const SHUFFLED = { sorts: { ID: { column: 'id', type: 'uuid' } }, defaultSort: 'ID' } as const;

/** How events, lessons and cases are read. */
export const radiationEventsReads: readonly ReadModel[] = [
  readModel({
    type: 'EventCriterion',
    table: 'event_criterion',
    columns: columns('code position labelFr labelEn verificationLevel'),
    edges: { label: localised('label') },
    sorts: { POSITION: { column: 'position', type: 'integer' } },
    defaultSort: 'POSITION',
  }),
  readModel({
    type: 'RadiationEvent',
    table: 'radiation_event',
    columns: columns(
      `auditedServiceId number occurredOn kind cohortBand doseRatioBand isDeclared isAnalysed summary lesson version createdAt
       updatedAt`,
      { eventCriterionId: CRITERION_ID },
    ),
    // What only the service reads asks whose the event is.
    always: ['auditedServiceId'],
    edges: {
      auditedService: { kind: 'one', to: 'AuditedService', key: 'auditedServiceId' },
      eventCriterion: { kind: 'one', to: 'EventCriterion', key: 'eventCriterionId' },
      criteria: {
        kind: 'list',
        to: 'Criterion',
        column: 'radiation_event_id',
        through: { table: 'radiation_event_criterion', key: 'criterion_id' },
        sort: 'position',
      },
      findings: {
        kind: 'list',
        to: 'Finding',
        column: 'radiation_event_id',
        through: { table: 'radiation_event_finding', key: 'finding_id' },
        leadsElsewhere: true,
        sort: 'number',
      },
      scaleTrials: {
        kind: 'many',
        to: 'ScaleTrial',
        column: 'radiation_event_id',
        where: (t) => `${t}.side = 'SERVICE'`,
      },
      sharedLesson: ofService('event_lesson', 'text'),
      panelDescription: ofService('panel_case', 'description', 's.is_open'),
    },
    sorts: {
      CREATED_AT: { column: 'created_at', type: 'timestamptz' },
      OCCURRED_ON: { column: 'occurred_on', type: 'date' },
    },
    filters: {
      auditedServiceIds: oneOfIds('AuditedService', (t, ids) => `${t}.audited_service_id = any(${ids})`),
      kinds: oneOf('kind'),
    },
  }),
  readModel({
    type: 'EventLesson',
    table: 'event_lesson',
    columns: columns('kind text', { eventCriterionId: CRITERION_ID }),
    edges: { eventCriterion: { kind: 'one', to: 'EventCriterion', key: 'eventCriterionId' } },
    ...SHUFFLED,
    filters: { kinds: oneOf('kind') },
  }),
  readModel({
    type: 'PanelCase',
    table: 'panel_case',
    columns: columns('kind cohortBand doseRatioBand description auditedServiceId', {
      eventCriterionId: CRITERION_ID,
    }),
    edges: {
      eventCriterion: { kind: 'one', to: 'EventCriterion', key: 'eventCriterionId' },
      trials: { kind: 'many', to: 'ScaleTrial', column: 'panel_case_id' },
    },
    ...SHUFFLED,
  }),
  ...scalesReads,
];
