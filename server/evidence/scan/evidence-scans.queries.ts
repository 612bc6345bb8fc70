import {
  columns,
  readModel,
  type BackEdge,
  type ComputedEdge,
  type ReadModel,
} from '../../database/read-model';
import { transitionsEdge } from '../../identity';
import { evidenceStates } from '../evidence.states';
import { evidenceFacts } from './evidence-facts';
import { sentenceOf, wordsForPlace } from './scan-sentences';
import type { ScanReason } from './verdict';

/** `Evidence.scan`: what was found in its file. */
export const scanEdge: BackEdge = { kind: 'back', to: 'EvidenceScan', column: 'id' };

/** `Evidence.availableTransitions`. */
export const evidenceTransitions = transitionsEdge(evidenceStates, {
  needs: ['state', 'auditId', 'auditedServiceId'],
  facts: (rows, { sql }) =>
    evidenceFacts(
      sql,
      rows.map(({ id }) => id),
    ),
});

/** The reasons in the viewer's language. */
const reasons: ComputedEdge = {
  kind: 'computed',
  needs: ['foundReasons'],
  compute: (rows, { viewer: { locale } }) =>
    Promise.resolve(
      rows.map((row) =>
        (row['foundReasons'] as ScanReason[]).map((reason) => ({
          code: reason.code,
          message: sentenceOf(reason, locale),
          count: reason.count,
          places: reason.places.map((place) => wordsForPlace(place, locale)),
        })),
      ),
    ),
};

const ofDecision = (column: string): string =>
  `(select d.${column} from evidence_scan_decision d where d.id = t.id)`;

/** How scans are read. */
export const evidenceScanReads: readonly ReadModel[] = [
  readModel({
    type: 'EvidenceScan',
    table: 'evidence_scan',
    columns: columns('outcome mediaType sentSha256 scannedAt', {
      foundReasons: 't.reasons',
      decision: ofDecision('decision'),
      decisionReason: ofDecision('reason'),
      decidedAt: ofDecision('created_at'),
    }),
    edges: { reasons },
  }),
];
