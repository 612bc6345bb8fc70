import type { RoomPolicy, TypePolicy } from '../access';
import { NOTHING } from '../row-rules';

/** Values that come with the object they hang on, and no rows. */
const part = (seenBy: string, withRow: string): TypePolicy => ({ seenBy, rows: () => NOTHING, withRow });

const TEAM = 'L’équipe de l’audit, et elle seule.';
const SERVICE_AND_TEAM = 'Le service audité et l’équipe, une fois le projet remis.';

/** Signing, the contradictory phase and amendments. */
export const signaturesPolicy: RoomPolicy = {
  types: {
    ReportPreview: part(TEAM, 'document number content contentSha256 confirmation'),
    ReportAmendment: part(TEAM, 'number version reason changes proposedAt'),
    ProposedChange: part(TEAM, 'finding previousStatement statement'),
    ReportSignature: part(
      'Ceux qui voient le rapport.',
      'familyName givenName profession isLead signedAt confirmation bodySha256',
    ),
    TreatmentTable: part(SERVICE_AND_TEAM, 'silence findings'),
    TreatedFinding: part(
      SERVICE_AND_TEAM,
      `number criterionCode kind draftedStatement draftedSeverity replyKind argument repliedAt evidence disposition
        dispositionReason disposedAt statement severity treatment`,
    ),
    FindingReplyVersion: part(SERVICE_AND_TEAM, 'number kind argument repliedAt evidence'),
    NamedEvidence: part(SERVICE_AND_TEAM, 'title sha256'),
    ContradictoryRules: part('Ceux qui voient la campagne.', 'silence version'),
  },
  mutations: {
    contradictoryRulesSet: ['COORDINATOR'],
    reportAmendmentPropose: ['LEAD'],
    reportAmendmentSign: ['TEAM'],
    reportAmendmentWithdraw: ['LEAD'],
  },
  queries: {},
  arguments: { 'Audit.reportPreview.document': { reveals: 'reportPreview' } },
};
