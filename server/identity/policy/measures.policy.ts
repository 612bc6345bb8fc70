import type { RoomPolicy, TypePolicy } from '../access';
import { NOTHING } from '../row-rules';

/** Figures made of raw grades; computed for their reader, and no rows. */
const figures = (seenBy: string, withRow: string): TypePolicy => ({ seenBy, rows: () => NOTHING, withRow });

const AUTHORS =
  'Auteurs de grilles, coordination et comité de pilotage : dès cinq services, sans ceux avec lesquels ils ont un lien.';
const ONESELF = 'L’auditeur lui-même, avec ses propres partenaires ; personne d’autre.';
const BOTH = 'Ceux qui voient l’accord dont elle fait partie.';

/** Measured criteria, agreement, burden. */
export const measuresPolicy: RoomPolicy = {
  types: {
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
  mutations: {},
  queries: {
    campaignAgreement: ['TEMPLATE_EDITOR', 'COORDINATOR', 'STEERING_MEMBER'],
    campaignBurden: ['TEMPLATE_EDITOR', 'COORDINATOR', 'STEERING_MEMBER'],
    ownAgreement: ['SIGNED_IN'],
  },
  arguments: {
    'Query.campaignAgreement.campaignId': { reveals: 'criteria' },
    'Query.campaignBurden.campaignId': { reveals: 'criteria' },
  },
};
