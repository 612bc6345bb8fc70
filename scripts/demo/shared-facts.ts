import {
  CompareScalesDocument,
  EventsSeenDocument,
  SharedPracticesDocument,
  SurveyResultsDocument,
} from './generated/operations';
import { eventWords } from './acts/sharing';
import type { Stage } from './stage';

/** What the programme reads of events, surveys and practices; nothing of it names a service. */
export interface SharedFacts {
  /** Values on the scale of 2008 and on the radiology scale, with how many events. */
  scales: { from: string; to: string; count: number }[];
  survey: {
    side: string;
    answers: number;
    question: string;
    favourable: number;
    low: number;
    high: number;
  }[];
  remarks: number;
  practices: number;
}

/** Reads it back as the coordination, and looks that nobody reads more. */
export async function readShared(stage: Stage, surveyId: string | null): Promise<SharedFacts> {
  const { coordinator, steering, observer, checks } = stage;
  const [fromScaleId, toScaleId] = (await eventWords(stage)).scaleIds;
  const [compared, answered, practices, seen, observed] = await Promise.all([
    steering.query(CompareScalesDocument, { fromScaleId, toScaleId }),
    surveyId ? coordinator.query(SurveyResultsDocument, { id: surveyId }) : null,
    coordinator.query(SharedPracticesDocument, {}),
    coordinator.query(EventsSeenDocument, {}),
    observer.query(EventsSeenDocument, {}),
  ]);
  checks.hold('the coordination reads no event of a service', seen.radiationEvents?.totalCount === 0);
  checks.hold('an observer reads no lesson', observed.eventLessons?.nodes.length === 0);
  checks.hold(
    'an observer reads what is recommended outside',
    observed.outsideRecommendations?.nodes.length !== 0,
  );
  checks.hold(
    'no practice that is shared without a name has one',
    practices.sharedPractices?.nodes.every(({ auditedService }) => auditedService === null) ?? false,
  );
  return {
    scales: (compared.scaleComparison?.cells ?? []).map(({ fromValue, toValue, count }) => ({
      from: fromValue,
      to: toValue,
      count,
    })),
    survey: (answered?.survey?.results ?? []).flatMap(({ side, answerCount, questions: [first] }) =>
      first ? [{ side, answers: answerCount, question: first.code, ...interval(first) }] : [],
    ),
    remarks: answered?.survey?.remarks?.length ?? 0,
    practices: practices.sharedPractices?.nodes.length ?? 0,
  };
}

const interval = ({ favourable, low, high }: { favourable: number; low: number; high: number }) => ({
  favourable,
  low,
  high,
});
