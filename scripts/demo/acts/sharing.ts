import {
  AnswerSurveyDocument,
  CloseSurveyDocument,
  DraftRecommendationDocument,
  DraftScaleDocument,
  EventWordsDocument,
  OpenSurveyDocument,
  PublishRecommendationDocument,
  RecordEventDocument,
  SendRecommendationDocument,
  ShareLessonDocument,
  SharePracticeDocument,
  StartScaleTrialDocument,
  TryScaleDocument,
  type OpenSurveyMutation,
} from '../generated/operations';
import { RequestFailed } from '../client';
import { saidOf } from '../said/said-of';
import type { Case, Stage } from '../stage';

type Survey = NonNullable<OpenSurveyMutation['surveyOpen']['survey']>;

/** What all events of a demonstration are valued with. */
export interface EventWords {
  /** The criterion of events of diagnostic practice. */
  criterionId: string;
  /** The ASN–SFRO scale of 2008, and a radiology scale that the steering committee has put on trial. */
  scaleIds: readonly [asn: string, radiology: string];
}

const words = new WeakMap<Stage, Promise<EventWords>>();
const surveys = new WeakMap<Stage, Promise<Survey>>();

/** Made when it is first needed, once for each demonstration. */
function once<T>(kept: WeakMap<Stage, Promise<T>>, stage: Stage, make: () => Promise<T>): Promise<T> {
  const made = kept.get(stage) ?? make();
  kept.set(stage, made);
  return made;
}

const RADIOLOGY = {
  code: 'RADIOLOGIE',
  titleFr: 'Échelle de radiologie (essai)',
  titleEn: 'Radiology scale (trial)',
  noteFr:
    'Proposition pour le dialogue entre le G4 et l’ASNR : cohorte et dose, faute d’effets déterministes.',
  noteEn:
    'A proposal for the dialogue between G4 and ASNR: cohort and dose, where effects are not deterministic.',
  axes: ['COHORT_BAND' as const, 'DOSE_RATIO' as const],
  levels: [
    [
      '0',
      'Sans écart notable',
      'No notable excess',
      'Un patient, sous deux fois le NRD',
      'One patient, below twice the DRL',
    ],
    ['1', 'Écart limité', 'Limited excess', 'Jusqu’à dix patients', 'Up to ten patients'],
    [
      '2',
      'Cohorte',
      'Cohort',
      'Plus de dix patients, ou plus de cinq fois le NRD',
      'More than ten patients, or more than five times the DRL',
    ],
  ].map(([code = '', labelFr = '', labelEn = '', criterionFr = '', criterionEn = '']) => ({
    code,
    labelFr,
    labelEn,
    criterionFr,
    criterionEn,
  })),
};

/** Reads what events are valued with; the steering committee first puts its scale on trial. */
export function eventWords(stage: Stage): Promise<EventWords> {
  return once(words, stage, async () => {
    const { steering } = stage;
    const { scaleDefinition } = await steering.act(DraftScaleDocument, RADIOLOGY);
    await steering.act(StartScaleTrialDocument, {
      scaleDefinitionId: scaleDefinition.id,
      expectedVersion: scaleDefinition.version,
    });
    const { eventCriteria, scaleDefinitions } = await steering.query(EventWordsDocument, {});
    const criterion = eventCriteria?.nodes.find(({ code }) => code === '2.2');
    const asn = scaleDefinitions?.nodes.find(({ code, number }) => code === 'ASN-SFRO' && number === 2);
    if (!criterion || !asn) throw new RequestFailed('no criteria of events or no scale of 2008');
    return { criterionId: criterion.id, scaleIds: [asn.id, scaleDefinition.id] };
  });
}

/** A service keeps the reference of an event and values it on both scales; the first one lets all learn from it. */
export async function keepEvent(
  stage: Stage,
  { index, visitDay, service: { id, manager } }: Case,
): Promise<void> {
  const { criterionId, scaleIds } = await eventWords(stage);
  const isCohort = index % 4 === 0;
  const { radiationEvent } = await manager.act(RecordEventDocument, {
    auditedServiceId: id,
    occurredOn: stage.days.dateOf(visitDay - 60),
    eventCriterionId: criterionId,
    kind: isCohort ? 'EQUIPMENT_SETTING' : 'PROTOCOL',
    cohortBand: isCohort ? 'UP_TO_HUNDRED' : 'ONE',
    doseRatioBand: isCohort ? 'UP_TO_FIVE_TIMES' : 'BELOW_LEVEL',
    isDeclared: true,
    isAnalysed: true,
    summary: isCohort
      ? 'Hauteur de table mal réglée après une maintenance.'
      : 'Protocole abdominal pris pour un autre.',
  });
  const said = [isCohort ? '1' : '0', isCohort ? '2' : '0'] as const;
  for (const [place, scaleDefinitionId] of scaleIds.entries())
    await manager.act(TryScaleDocument, {
      radiationEventId: radiationEvent.id,
      scaleDefinitionId,
      value: said[place] ?? '0',
      reason: 'Par le nombre de patients et la dose.',
    });
  if (index === 0)
    await manager.act(ShareLessonDocument, {
      radiationEventId: radiationEvent.id,
      expectedVersion: radiationEvent.version,
      text: 'Contrôler la hauteur de table après chaque intervention du constructeur.',
    });
}

/** The survey of the campaign, opened by the coordination when the first answer is due. */
const surveyOf = (stage: Stage): Promise<Survey> =>
  once(surveys, stage, async () => {
    const { survey } = await stage.coordinator.act(OpenSurveyDocument, { campaignId: stage.campaign.id });
    return survey;
  });

/** The service and both auditors say what they think of the audit, without their names. */
export async function answerSurvey(stage: Stage, audit: Case): Promise<void> {
  const { id, form } = await surveyOf(stage);
  const people = [
    { side: 'SERVICE', client: audit.service.manager },
    ...audit.team.map(({ auditor }) => ({ side: 'TEAM', client: auditor.client })),
  ];
  for (const [place, { side, client }] of people.entries()) {
    const questions = form?.sides.find((each) => each.side === side)?.questions ?? [];
    await client.act(AnswerSurveyDocument, {
      surveyId: id,
      auditId: audit.id,
      ratings: questions.map(({ code }, index) => ({
        questionCode: code,
        value: 3 + ((audit.index + index + place) % 3),
      })),
      remark: audit.index % 10 === 0 ? 'Demander moins de pièces avant la visite.' : null,
    });
  }
}

/** A service whose report states a remarkable practice shares it in its own words. */
export async function sharePractice(_stage: Stage, audit: Case): Promise<void> {
  const finding = audit.findings.find(({ kind }) => kind === 'REMARKABLE_PRACTICE');
  const practice = finding && saidOf(finding.criterion).remarkable;
  if (!practice) return;
  await audit.service.manager.act(SharePracticeDocument, {
    findingId: finding.id,
    text: practice.told,
    isNamed: false,
  });
}

/** The steering committee recommends something to a manufacturer, and shows it to all. */
export async function recommendOutside({ steering, campaign, days }: Stage): Promise<void> {
  const { outsideRecommendation: drafted } = await steering.act(DraftRecommendationDocument, {
    campaignId: campaign.id,
    body: 'MANUFACTURER',
    title: 'Alerte sur la hauteur de table',
    text: 'Prévoir une alerte quand la hauteur de table s’écarte du réglage du service.',
    dueOn: days.dateOf(120),
  });
  const { outsideRecommendation: sent } = await steering.act(SendRecommendationDocument, {
    outsideRecommendationId: drafted.id,
    expectedVersion: drafted.version,
  });
  await steering.act(PublishRecommendationDocument, {
    outsideRecommendationId: sent.id,
    expectedVersion: sent.version,
    isPublished: true,
  });
}

/** The coordination closes the survey of a closed campaign; gives its id, null when nobody was asked yet. */
export async function closeSurvey(stage: Stage, isClosed: boolean): Promise<string | null> {
  const survey = await surveys.get(stage);
  if (survey && isClosed)
    await stage.coordinator.act(CloseSurveyDocument, {
      surveyId: survey.id,
      expectedVersion: survey.version,
    });
  return survey?.id ?? null;
}
