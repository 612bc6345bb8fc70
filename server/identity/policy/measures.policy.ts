import type { RoomPolicy, TypePolicy } from '../access';
import { NOTHING, ofVisibleAudit } from '../row-rules';
import { gradeRows } from './grades.policy';

/** Figures made of raw grades; computed for their reader, and no rows. */
const figures = (seenBy: string, withRow: string): TypePolicy => ({ seenBy, rows: () => NOTHING, withRow });

const AUTHORS =
  'Auteurs de grilles, coordination et comité de pilotage : par lots de cinq services, sans les lots où ils ont un lien.';
const ONESELF = 'L’auditeur lui-même, avec ses propres partenaires ; personne d’autre.';
const BOTH = 'Ceux qui voient l’accord dont elle fait partie.';

/** Measured criteria, agreement, burden. */
export const measuresPolicy: RoomPolicy = {
  types: {
    CriterionMeasure: {
      seenBy:
        'Comme la cotation du même critère : l’auditeur lui-même, puis l’équipe quand tous ont rendu la section ; celle de l’équipe, le service avec le pré-rapport ; coordination et comité de pilotage sans lien, le rapport émis.',
      rows: ofVisibleAudit(gradeRows),
      withRow: 'id audit criterion stage counts share version createdAt updatedAt',
      restricted: { auditor: { to: ['TEAM', 'COORDINATOR'] } },
    },
    MeasureCount: figures('Ceux qui voient la mesure.', 'value count'),
    MeasuredCriterion: figures(
      'Comme la cotation du même critère : de l’auditeur, lui seul ; de l’équipe, ceux qui lisent le consensus.',
      'criterion source isComplete x n estimate low high total notApplicable notAssessable decision dosePosition proposedValue',
    ),
    AgreementFigure: figures(BOTH, 'estimate standardError low high band undefinedBecause'),
    AgreementFigures: figures(BOTH, 'unitCount percentAgreement ac1 kappa'),
    CriterionAgreement: figures(AUTHORS, 'criterion figures isHardToRead'),
    CampaignAgreement: figures(AUTHORS, 'figures criteria'),
    PairAgreement: figures(ONESELF, 'partnerName auditCount figures'),
    OwnAgreement: figures(ONESELF, 'auditCount figures pairs'),
    CriterionBurden: figures(
      AUTHORS,
      'criterion auditCount gradeCount totalMinutes medianMinutes lowerQuartileMinutes upperQuartileMinutes',
    ),
    CampaignBurden: figures(AUTHORS, 'totalMinutes criteria'),
  },
  mutations: { measureRecord: ['TEAM'] },
  queries: {
    campaignAgreement: ['TEMPLATE_EDITOR', 'COORDINATOR', 'STEERING_MEMBER'],
    campaignBurden: ['TEMPLATE_EDITOR', 'COORDINATOR', 'STEERING_MEMBER'],
    ownAgreement: ['SIGNED_IN'],
  },
  arguments: {
    'Audit.measures.stage': { reveals: 'measures' },
    'Query.campaignAgreement.campaignId': { reveals: 'criteria' },
    'Query.campaignBurden.campaignId': { reveals: 'criteria' },
  },
};
