import {
  columns,
  oneOf,
  readModel,
  type ComputedEdge,
  type Edge,
  type ReadModel,
} from '../../../database/read-model';
import { uploadEdge } from '../../../evidence';
import { transitionsEdge } from '../../../identity';
import { MESSAGES, messageFor, type ErrorCode } from '../../../kernel/messages';
import type { OperationFailure } from '../../../operations';
import { unmappedProtocolsEdge } from '../mapping/unmapped-protocols';
import { doseImportStates } from './dose-import.states';
import { DOSE_STATES_OF_AUDIT } from './dose-states';

const transitions = transitionsEdge(doseImportStates, {
  needs: ['state', 'auditId', 'auditedServiceId'],
  facts: (rows, { sql }) =>
    sql<{ id: string; isOpen: boolean }>(
      `select i.id, a.state = any($2::text[]) as "isOpen" from dose_import i join audit a on a.id = i.audit_id
       where i.id = any($1::uuid[])`,
      [rows.map(({ id }) => id), [...DOSE_STATES_OF_AUDIT]],
    ),
});

/** Why the import failed, in the viewer's language. */
const failureMessage: ComputedEdge = {
  kind: 'computed',
  needs: ['failure'],
  compute: (rows, { viewer }) =>
    Promise.resolve(
      rows.map(({ failure }) => {
        const { code, params } = (failure ?? {}) as Partial<OperationFailure>;
        return code ? messageFor(code, viewer.locale, params) : null;
      }),
    ),
};

/** Why a part of the file gave no record, in the viewer's language; the code itself where a reader has no words for it. */
const refusalMessage: ComputedEdge = {
  kind: 'computed',
  needs: ['code', 'params'],
  compute: (rows, { viewer }) =>
    Promise.resolve(
      rows.map(({ code, params }) =>
        String(code) in MESSAGES
          ? messageFor(code as ErrorCode, viewer.locale, params as Record<string, string | number>)
          : String(code),
      ),
    ),
};

const byPosition = {
  sorts: { POSITION: { column: 'position', type: 'integer' } },
  defaultSort: 'POSITION',
} as const;

/** The imports of an audit. */
export const doseImportsEdge: Edge = { kind: 'many', to: 'DoseImport', column: 'audit_id' };

/** How dose imports and their records are read. */
export const doseImportReads: readonly ReadModel[] = [
  readModel({
    type: 'DoseImport',
    table: 'dose_import',
    columns: columns(
      `auditId auditedServiceId operationId state sha256 readCount keptCount excludedCount duplicateCount refusedCount
       failure finishedAt version createdAt updatedAt`,
    ),
    always: ['auditId', 'auditedServiceId', 'state'],
    edges: {
      audit: { kind: 'one', to: 'Audit', key: 'auditId' },
      operation: { kind: 'one', to: 'Operation', key: 'operationId' },
      upload: uploadEdge,
      records: { kind: 'many', to: 'DoseRecord', column: 'dose_import_id' },
      refusals: { kind: 'many', to: 'DoseRefusal', column: 'dose_import_id' },
      unmappedProtocols: unmappedProtocolsEdge('dose_import_id'),
      message: failureMessage,
      availableTransitions: transitions,
    },
  }),
  readModel({
    type: 'DoseRecord',
    table: 'dose_record',
    columns: columns(
      `auditId auditedServiceId position place modality level performedIn protocol acquisitionType equipment ageYears
       weightKg ctdiVolMgy phantomCm dlpMgyCm scanningLengthMm dapMgyCm2 entranceDoseMgy meanGlandularDoseMgy
       compressedThicknessMm fluoroscopySeconds notes exclusion examCode population setAside`,
      {
        isCounted: '(t.exclusion is null and t.set_aside is null)',
      },
    ),
    always: ['auditId', 'auditedServiceId'],
    filters: {
      isCounted: (value, t, bind) =>
        `(${t}.exclusion is null and ${t}.set_aside is null) = ${bind(value)}::boolean`,
      exclusions: oneOf('exclusion'),
      setAsides: oneOf('set_aside'),
      examCodes: oneOf('exam_code'),
    },
    ...byPosition,
  }),
  readModel({
    type: 'DoseRefusal',
    table: 'dose_refusal',
    columns: columns('doseImportId position place code params'),
    edges: { message: refusalMessage },
    ...byPosition,
  }),
  readModel({
    type: 'ProtocolMapping',
    table: 'protocol_mapping',
    columns: columns('auditedServiceId modality protocol version createdAt updatedAt', {
      examTypeId: '(select e.id from exam_type e where e.code = t.exam_code)',
    }),
    always: ['auditedServiceId'],
    edges: {
      auditedService: { kind: 'one', to: 'AuditedService', key: 'auditedServiceId' },
      examType: { kind: 'one', to: 'ExamType', key: 'examTypeId' },
    },
    filters: { modalities: oneOf('modality') },
  }),
];
