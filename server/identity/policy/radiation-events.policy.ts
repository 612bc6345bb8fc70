import type { RowRule } from '../../database/read-model';
import type { RoomPolicy, TypePolicy } from '../access';
import { amongIds, both, either, everyone, NOTHING, participants, programme } from '../row-rules';

/** The service itself, and the team of an audit of it that has not ended. */
const eventRows: RowRule = (viewer, t, bind, within) => {
  // Its values are seen by the service alone.
  if (within === 'ScaleTrial') return null;
  const audits = amongIds('a.id', viewer.assignedAudits, bind);
  return either(
    amongIds(`${t}.audited_service_id`, viewer.services.keys(), bind),
    audits === NOTHING
      ? NOTHING
      : `exists (select 1 from audit a where a.audited_service_id = ${t}.audited_service_id and ${audits}
          and a.state not in ('CLOSED', 'CANCELLED'))`,
  );
};

/** Cases that services give to the committee, for its members without a tie. */
const caseRows: RowRule = (viewer, t, bind) =>
  viewer.roles.has('STEERING_MEMBER')
    ? both(`${t}.is_open`, programme(viewer, `${t}.audited_service_id`, bind))
    : NOTHING;

/** Of its own event, the service; of a case, each member of the committee his own value: they are to read it apart. */
const trialRows: RowRule = (viewer, t, bind) => {
  const services = amongIds(`${t}.audited_service_id`, viewer.services.keys(), bind);
  return either(
    services === NOTHING ? NOTHING : `(${t}.side = 'SERVICE' and ${services})`,
    viewer.roles.has('STEERING_MEMBER') && viewer.accountId
      ? `(${t}.side = 'PANEL' and ${t}.rated_by_id = ${bind(viewer.accountId)})`
      : NOTHING,
  );
};

const scaleRows: RowRule = (viewer, t, bind, within) => {
  // Nothing is valued on a draft.
  if (within === 'ScaleTrial') return null;
  const { roles } = viewer;
  const seesDrafts = roles.has('TEMPLATE_EDITOR') || roles.has('COORDINATOR') || roles.has('STEERING_MEMBER');
  return both(everyone(viewer, t, bind, within), seesDrafts ? null : `${t}.state <> 'DRAFT'`);
};

const figures = (withRow: string): TypePolicy => ({
  seenBy: 'Coordination, comité de pilotage, rédacteurs de grilles et analystes ; jamais sous cinq services.',
  rows: () => NOTHING,
  withRow,
});

const OWN_SERVICE = { to: ['SERVICE_MANAGER', 'SERVICE_CONTRIBUTOR', 'SERVICE_READER'] } as const;

/** References of radiation events and the scales they are tried on. */
export const radiationEventsPolicy: RoomPolicy = {
  types: {
    EventCriterion: {
      seenBy: 'Tous les comptes.',
      rows: everyone,
      withRow: 'id code label labelFr labelEn verificationLevel',
    },
    RadiationEvent: {
      seenBy:
        'Le service lui-même ; l’équipe d’un audit en cours de ce service, une fois l’affectation acceptée. Ni la coordination, ni les observateurs.',
      rows: eventRows,
      withRow: `id auditedService number occurredOn eventCriterion kind cohortBand doseRatioBand isDeclared isAnalysed summary
        lesson criteria findings scaleTrials version createdAt updatedAt`,
      restricted: { sharedLesson: OWN_SERVICE, panelDescription: OWN_SERVICE },
    },
    EventLesson: {
      seenBy: 'Tous ceux qui prennent part aux audits : ni le service, ni la date n’y figurent.',
      rows: participants,
      withRow: 'id kind eventCriterion text',
    },
    PanelCase: {
      seenBy: 'Le comité de pilotage, sauf lien avec le service, tant que le service y consent.',
      rows: caseRows,
      withRow: 'id kind eventCriterion cohortBand doseRatioBand description trials',
    },
    ScaleDefinition: {
      seenBy:
        'Tous les comptes dès l’essai ; brouillons : rédacteurs de grilles, coordination et comité de pilotage.',
      rows: scaleRows,
      withRow: `id code number state isLoaded title titleFr titleEn note noteFr noteEn source sourceFr sourceEn url
        verificationLevel inForceFrom inForceTo levels axes retirementReason availableTransitions version createdAt updatedAt`,
    },
    ScaleLevel: {
      seenBy: 'Ceux qui voient l’échelle.',
      rows: () => NOTHING,
      withRow: 'code label criterion',
    },
    ScaleTrial: {
      seenBy:
        'Le service, pour ses événements ; chaque membre du comité de pilotage, pour ses propres cotations.',
      rows: trialRows,
      withRow: 'id scaleDefinition radiationEvent panelCase side value reason createdAt',
    },
    ScaleComparison: figures('fromScale toScale cells fromAgreement toAgreement'),
    ScaleComparisonCell: figures('fromValue toValue count'),
    ScaleAgreement: figures('eventCount percentAgreement ac1'),
  },
  mutations: {
    radiationEventRecord: ['SERVICE_MANAGER', 'SERVICE_CONTRIBUTOR'],
    radiationEventUpdate: ['SERVICE_MANAGER', 'SERVICE_CONTRIBUTOR'],
    eventLessonShare: ['SERVICE_MANAGER'],
    eventLessonUnshare: ['SERVICE_MANAGER'],
    eventPanelSubmit: ['SERVICE_MANAGER'],
    eventPanelWithdraw: ['SERVICE_MANAGER'],
    scaleTrialRecord: ['SERVICE_MANAGER', 'SERVICE_CONTRIBUTOR'],
    panelTrialRecord: ['STEERING_MEMBER'],
    scaleDefinitionDraft: ['TEMPLATE_EDITOR', 'STEERING_MEMBER'],
    scaleDefinitionUpdate: ['TEMPLATE_EDITOR', 'STEERING_MEMBER'],
    scaleDefinitionStartTrial: ['STEERING_MEMBER'],
    scaleDefinitionAdopt: ['STEERING_MEMBER'],
    scaleDefinitionRetire: ['STEERING_MEMBER'],
  },
  queries: {
    eventCriteria: ['SIGNED_IN'],
    radiationEvent: ['SIGNED_IN'],
    radiationEvents: ['SIGNED_IN'],
    eventLessons: ['SIGNED_IN'],
    panelCases: ['STEERING_MEMBER'],
    scaleDefinition: ['SIGNED_IN'],
    scaleDefinitions: ['SIGNED_IN'],
    scaleComparison: ['COORDINATOR', 'STEERING_MEMBER', 'TEMPLATE_EDITOR', 'ANALYST'],
  },
  arguments: {
    'Query.scaleComparison.fromScaleId': { reveals: 'fromScale' },
    'Query.scaleComparison.toScaleId': { reveals: 'toScale' },
  },
};
