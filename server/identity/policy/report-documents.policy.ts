import type { RowRule } from '../../database/read-model';
import type { RoomPolicy } from '../access';
import { amongIds, either, ofOwnTeam, ofVisibleAudit } from '../row-rules';

/** The whole report for the service and its team; what is left of it for others, for all who see the audit. */
const byAudience: RowRule = (viewer, t, bind) =>
  either(
    `${t}.audience <> 'SERVICE'`,
    ofOwnTeam(viewer, t, bind),
    amongIds(`${t}.audited_service_id`, viewer.services.keys(), bind),
  );

const WITH_THE_AUDIT =
  'Ceux qui voient l’audit : service, équipe, coordination et comité de pilotage sans lien.';

/** Variants of reports, the annexed plan, attestations, and how they are downloaded. */
export const reportDocumentsPolicy: RoomPolicy = {
  types: {
    ReportVariant: {
      seenBy:
        'Variante SERVICE : le service et l’équipe. Variantes G4 et PUBLIC : eux, la coordination et le comité de pilotage sans lien. Jamais une autorité.',
      rows: ofVisibleAudit(byAudience),
      withRow: 'id report audience content sha256 createdAt',
    },
    PlanDocument: {
      seenBy: WITH_THE_AUDIT,
      rows: ofVisibleAudit(),
      withRow: 'id audit report content sha256 acceptedAt',
    },
    Attestation: {
      seenBy: `${WITH_THE_AUDIT} Une autorité la reçoit du service, jamais d’ici.`,
      rows: ofVisibleAudit(),
      withRow: 'id audit note issuedAt',
    },
  },
  mutations: {
    attestationIssue: ['SERVICE_MANAGER'],
  },
  queries: {},
};
