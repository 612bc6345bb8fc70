import type { RowRule } from '../../database/read-model';
import type { RoomPolicy, TypePolicy } from '../access';
import { amongIds, both, either, everyone, NOTHING, participants, programme } from '../row-rules';

/** Oneself, and the coordination without a tie to the service: that somebody has answered, never what. */
const participationRows: RowRule = (viewer, t, bind) =>
  either(
    viewer.accountId ? `${t}.answered_by_id = ${bind(viewer.accountId)}` : NOTHING,
    viewer.roles.has('COORDINATOR') ? programme(viewer, `${t}.audited_service_id`, bind) : NOTHING,
  );

const practiceRows: RowRule = (viewer, t, bind, within) =>
  either(
    amongIds(`${t}.audited_service_id`, viewer.services.keys(), bind),
    both(`${t}.state = 'SHARED'`, participants(viewer, t, bind, within)),
  );

/** The programme, whatever its ties: no service stands in a recommendation. */
const ofProgramme: RowRule = ({ roles }) =>
  roles.has('COORDINATOR') || roles.has('STEERING_MEMBER') ? null : NOTHING;

const recommendationRows: RowRule = (viewer, t, bind, within) =>
  either(ofProgramme(viewer, t, bind, within), both(`${t}.is_published`, everyone(viewer, t, bind, within)));

const part = (seenBy: string, withRow: string): TypePolicy => ({ seenBy, rows: () => NOTHING, withRow });

const RESULTS =
  'La coordination et le comité de pilotage, par lots d’au moins six services, sans les lots où ils ont un lien.';
const PROGRAMME = ['COORDINATOR', 'STEERING_MEMBER'] as const;

/** Satisfaction surveys, shared practices and recommendations to outside bodies. */
export const surveysPolicy: RoomPolicy = {
  types: {
    Survey: {
      seenBy:
        'Tous ceux qui prennent part aux audits ; avancement et résultats, la coordination et le comité de pilotage.',
      rows: participants,
      withRow: 'id campaign state form participations availableTransitions version createdAt updatedAt',
      restricted: {
        progress: { to: ['COORDINATOR'] },
        results: { to: PROGRAMME },
        remarks: { to: ['COORDINATOR'], states: ['CLOSED'] },
      },
    },
    SurveyForm: part('Ceux qui voient l’enquête.', 'code number title lowest highest sides'),
    SurveyFormSide: part('Ceux qui voient l’enquête.', 'side questions remark'),
    SurveyQuestion: part('Ceux qui voient l’enquête.', 'code text'),
    SurveyParticipation: {
      seenBy: 'La personne elle-même ; la coordination, sauf lien avec le service.',
      rows: participationRows,
      withRow: 'id survey audit side isOwn',
    },
    SurveyProgress: part('La coordination.', 'side auditCount answeredAuditCount'),
    SurveySideResult: part(RESULTS, 'side answerCount questions'),
    SurveyQuestionResult: part(RESULTS, 'code text counts favourable low high'),
    SurveyRemark: part('La coordination, l’enquête close, par lots d’au moins six services.', 'side text'),
    SharedPractice: {
      seenBy: 'Tous ceux qui prennent part aux audits, tant que le service y consent ; le service lui-même.',
      rows: practiceRows,
      withRow: 'id criterion auditedService state text isNamed availableTransitions version',
      restricted: { finding: { to: ['SERVICE_MANAGER', 'SERVICE_CONTRIBUTOR', 'SERVICE_READER'] } },
    },
    OutsideRecommendation: {
      seenBy: 'La coordination et le comité de pilotage ; tous les comptes, une fois publiée.',
      rows: recommendationRows,
      withRow: `id campaign body bodyName state title text criteria dueOn isOverdue sentOn answer outcomeReason isPublished
        notes availableTransitions version createdAt updatedAt`,
    },
    OutsideRecommendationNote: {
      seenBy: 'La coordination et le comité de pilotage.',
      rows: ofProgramme,
      withRow: 'id text createdAt',
    },
  },
  mutations: {
    surveyOpen: ['COORDINATOR'],
    surveyClose: ['COORDINATOR'],
    surveyAnswer: ['SERVICE_MANAGER', 'SERVICE_CONTRIBUTOR', 'SERVICE_READER', 'TEAM'],
    practiceShare: ['SERVICE_MANAGER'],
    practiceUnshare: ['SERVICE_MANAGER'],
    outsideRecommendationCreate: PROGRAMME,
    outsideRecommendationUpdate: PROGRAMME,
    outsideRecommendationSend: PROGRAMME,
    outsideRecommendationAnswer: PROGRAMME,
    outsideRecommendationAdopt: PROGRAMME,
    outsideRecommendationDecline: PROGRAMME,
    outsideRecommendationWithdraw: PROGRAMME,
    outsideRecommendationNote: PROGRAMME,
    outsideRecommendationPublish: PROGRAMME,
  },
  queries: {
    survey: ['SIGNED_IN'],
    sharedPractices: ['SIGNED_IN'],
    outsideRecommendation: ['SIGNED_IN'],
    outsideRecommendations: ['SIGNED_IN'],
  },
  arguments: {
    'OutsideRecommendation.filter.bodies': { reveals: 'body' },
  },
};
