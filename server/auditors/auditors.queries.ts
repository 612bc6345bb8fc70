import { columns, oneOf, readModel, type ComputedEdge, type ReadModel } from '../database/read-model';
import { transitionsEdge } from '../identity';
import { parisDate, type CalendarDate } from '../kernel/working-days';
import { auditorQualificationStates } from './auditor-qualification.states';
import { declarationStateOn, declarationStates, type DeclarationState } from './declaration.states';
import { historyEdge } from '../trail';

const qualificationTransitions: ComputedEdge = transitionsEdge(auditorQualificationStates, {
  needs: ['state', 'auditorId', 'personId'],
  facts: (rows) => Promise.resolve(rows.map(({ id }) => ({ id }))),
});

const declarationTransitions: ComputedEdge = transitionsEdge(declarationStates, {
  needs: ['state', 'auditorId'],
  facts: (rows) => Promise.resolve(rows.map(({ id }) => ({ id }))),
});

/** The state of declarations as of today, which the clock changes and no act. */
const stateToday: ComputedEdge = {
  kind: 'computed',
  needs: ['state', 'expiresOn'],
  compute: (rows, { now }) =>
    Promise.resolve(
      rows.map((row) => {
        const { state, expiresOn } = row as unknown as {
          state: DeclarationState;
          expiresOn: CalendarDate | null;
        };
        return declarationStateOn({ state, expiresOn }, parisDate(now));
      }),
    ),
};

/** Auditors who work in one of these departments now, as far as the services there are known. */
const departmentCodes: ReadModel['filters'][string] = (value, t, bind) =>
  `exists (select 1 from affiliation f join audited_service s on s.id = f.audited_service_id
    where f.person_id = ${t}.person_id and f.to_date is null and s.department_code = any(${bind(value)}::text[]))`;

/** How auditors, their ties and their declarations are read. */
export const auditorsReads: readonly ReadModel[] = [
  readModel({
    type: 'Auditor',
    table: 'auditor',
    columns: columns(
      `personId rpps profession qualification isLeadEligible modalities languages regions yearlyMaximum
       registryWarnings version createdAt updatedAt`,
      { auditorId: 't.id', state: 't.qualification' },
    ),
    always: ['auditorId', 'personId'],
    edges: {
      history: historyEdge('Auditor'),
      person: { kind: 'one', to: 'Person', key: 'personId' },
      unavailabilities: {
        kind: 'list',
        to: 'AuditorUnavailability',
        column: 'auditor_id',
        sort: 'from_date',
      },
      affiliations: { kind: 'list', to: 'Affiliation', column: 'auditor_id', sort: 'from_date' },
      declarations: { kind: 'many', to: 'DeclarationOfInterests', column: 'auditor_id' },
      currentDeclaration: {
        kind: 'back',
        to: 'DeclarationOfInterests',
        column: 'auditor_id',
        where: (t) => `${t}.state = 'SIGNED'`,
      },
      assignments: { kind: 'many', to: 'Assignment', column: 'auditor_id' },
      availableTransitions: qualificationTransitions,
    },
    filters: {
      professions: oneOf('profession'),
      qualifications: oneOf('qualification'),
      departmentCodes,
    },
  }),
  readModel({
    type: 'Affiliation',
    // Ties belong to people, so that those of coordinators count too; auditors find theirs through their person.
    table: `(select f.*, a.id as auditor_id from affiliation f left join auditor a on a.person_id = f.person_id)`,
    columns: columns('personId organisationId auditedServiceId kind fromDate toDate source createdAt'),
    always: ['personId'],
    edges: {
      person: { kind: 'one', to: 'Person', key: 'personId' },
      organisation: { kind: 'one', to: 'Organisation', key: 'organisationId' },
      auditedService: { kind: 'one', to: 'AuditedService', key: 'auditedServiceId' },
    },
  }),
  readModel({
    type: 'AuditorUnavailability',
    table: 'auditor_unavailability',
    columns: columns('auditorId fromDate toDate createdAt'),
    always: ['auditorId'],
    edges: { auditor: { kind: 'one', to: 'Auditor', key: 'auditorId' } },
  }),
  readModel({
    type: 'DeclarationOfInterests',
    table: 'declaration_of_interests',
    columns: columns('auditorId state signedAt expiresOn version createdAt updatedAt'),
    always: ['auditorId'],
    edges: {
      history: historyEdge('DeclarationOfInterests'),
      auditor: { kind: 'one', to: 'Auditor', key: 'auditorId' },
      state: stateToday,
      interests: { kind: 'list', to: 'Interest', column: 'declaration_id', sort: 'position' },
      availableTransitions: declarationTransitions,
    },
  }),
  readModel({
    type: 'Interest',
    table: 'interest',
    columns: columns(
      'declarationId position kind organisationId auditedServiceId description fromDate toDate',
    ),
    edges: {
      organisation: { kind: 'one', to: 'Organisation', key: 'organisationId' },
      auditedService: { kind: 'one', to: 'AuditedService', key: 'auditedServiceId' },
    },
    sorts: { POSITION: { column: 'position', type: 'integer' } },
    defaultSort: 'POSITION',
  }),
];
