import type { RoomPolicy, TypePolicy } from '../access';
import { amongIds, both, either, everyone, NOTHING } from '../row-rules';
import type { RowRule } from '../../database/read-model';

/** Part of what it belongs to: never read by itself. */
const part = (seenBy: string, withRow: string): TypePolicy => ({ seenBy, rows: () => NOTHING, withRow });

const READERS = 'Ceux qui lisent la synthèse.';
const SERVICE = 'Le service qui a demandé la comparaison, lui seul.';

/** Published, everybody's; before, for the programme without whoever belongs to a service of the campaign or has a tie. */
const synthesisRows: RowRule = (viewer, t, bind) => {
  if (everyone(viewer, t, bind, null) === NOTHING) return NOTHING;
  const isProgramme = viewer.roles.has('COORDINATOR') || viewer.roles.has('STEERING_MEMBER');
  const tied = amongIds(
    'a.audited_service_id',
    new Set([...viewer.services.keys(), ...viewer.walledServices]),
    bind,
  );
  const free =
    tied === NOTHING
      ? null
      : `not exists (select 1 from audit a where a.campaign_id = ${t}.campaign_id and ${tied})`;
  return isProgramme && free === null
    ? null
    : either(`${t}.state = 'PUBLISHED'`, both(isProgramme ? null : NOTHING, free));
};

/** The national synthesis, comparisons, and consent to share practices. */
export const synthesisPolicy: RoomPolicy = {
  types: {
    Synthesis: {
      seenBy:
        'Publiée : tous les comptes, observateurs compris. En préparation : coordination et comité de pilotage, sauf lien avec un service de la campagne.',
      rows: synthesisRows,
      withRow:
        'id campaign state serviceCount fewestServices participation sections findings agreement timeToEffective doses content sha256 preparedAt publishedAt availableTransitions version',
    },
    Participation: part(READERS, 'sectors regions sizes modalities'),
    CountedServices: part(READERS, 'code services'),
    RegionParticipation: part(READERS, 'code name services bySector'),
    SynthesisSection: part(READERS, 'code title score selfAssessmentGap judgements criteria'),
    SynthesisCriterion: part(READERS, 'code text grades conformity rate agreement isHardToRead'),
    SynthesisRate: part(READERS, 'pooled spread'),
    SynthesisEstimate: part(READERS, 'estimate low high'),
    SynthesisAgreement: part(READERS, 'units ac1'),
    SynthesisFinding: part(READERS, 'criterion kind severity services'),
    TimeToEffective: part(READERS, 'services medianDays lowDays highDays openShare'),
    SynthesisDose: part(
      READERS,
      'exam population quantity unit services median lowerQuartile upperQuartile nrd vgd',
    ),
    GradeCounts: part(READERS, 'conform partial nonConform notApplicable notEvaluated'),
    ServiceShare: part(READERS, 'services of share low high'),
    ServiceSpread: part(
      'Ceux qui lisent la synthèse ou la comparaison dont elle fait partie.',
      'services median low high lowerQuartile upperQuartile',
    ),
    ServiceComparison: {
      seenBy: SERVICE,
      rows: (viewer, t, bind) => amongIds(`${t}.audited_service_id`, viewer.services.keys(), bind),
      withRow: 'id audit askedTraits sharedTraits serviceCount figures createdAt',
    },
    ComparedFigure: part(SERVICE, 'section criterion own others'),
    OwnFigure: part(SERVICE, 'value low high'),
  },
  mutations: {
    synthesisPrepare: ['COORDINATOR'],
    synthesisPublish: ['STEERING_MEMBER', 'COORDINATOR'],
    serviceComparisonRequest: ['SERVICE_MANAGER', 'SERVICE_CONTRIBUTOR'],
  },
  queries: {},
};
