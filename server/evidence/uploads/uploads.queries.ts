import {
  columns,
  readModel,
  type BackEdge,
  type ComputedEdge,
  type ReadModel,
} from '../../database/read-model';
import { messageFor, type ErrorCode } from '../../kernel/messages';

/** The `upload` of whatever a file belongs to: its read model names this edge, its type the field. */
export const uploadEdge: BackEdge = { kind: 'back', to: 'Upload', column: 'subject_id' };

/** Why the upload was refused, in the viewer's language. */
const message: ComputedEdge = {
  kind: 'computed',
  needs: ['refusal'],
  compute: (rows, { viewer }) =>
    Promise.resolve(
      rows.map(({ refusal }) => (refusal === null ? null : messageFor(refusal as ErrorCode, viewer.locale))),
    ),
};

/** How files and their way are read. */
export const uploadReads: readonly ReadModel[] = [
  readModel({
    type: 'Upload',
    table: 'upload',
    columns: columns(
      'purpose auditedServiceId fileName mediaType sizeBytes receivedBytes state refusal ticketExpiresAt version createdAt updatedAt',
    ),
    always: ['auditedServiceId'],
    edges: { message },
  }),
  readModel({
    type: 'EvidenceFile',
    table: 'evidence_file',
    columns: columns('fileName mediaType sizeBytes sha256'),
  }),
];
