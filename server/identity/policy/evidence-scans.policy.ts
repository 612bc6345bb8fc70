import type { RoomPolicy } from '../access';
import { amongIds, NOTHING } from '../row-rules';

/**
 * What was found in files. Where a patient's name may stand is for the service alone, whose patients they are; the team sees
 * by the state of the evidence that it waits. The service's manager decides on doubtful files, since somebody has to look
 * at them and nobody else may.
 */
export const evidenceScansPolicy: RoomPolicy = {
  types: {
    EvidenceScan: {
      seenBy: 'Le service qui a envoyé le fichier ; ni l’équipe, ni la coordination.',
      rows: (viewer, t, bind, within) => {
        if (within !== 'Evidence') return NOTHING;
        const ofMyService = amongIds('e.audited_service_id', viewer.services.keys(), bind);
        if (ofMyService === NOTHING) return NOTHING;
        return `exists (select 1 from evidence e where e.id = ${t}.id and ${ofMyService})`;
      },
      withRow: 'outcome mediaType sentSha256 reasons scannedAt decision decisionReason decidedAt',
    },
    EvidenceScanReason: {
      seenBy: 'Ceux qui voient le résultat du contrôle.',
      rows: () => NOTHING,
      withRow: 'code message count places',
    },
  },
  mutations: {
    evidenceRelease: ['SERVICE_MANAGER'],
    evidenceRefuse: ['SERVICE_MANAGER'],
  },
  queries: {},
};
