import type { GradeValue } from '../../../audits';
import type { DosePosition, TargetDecision } from '../../../measures';
import type { Rendering, ReportLanguage } from '../shown-report';
import { counted, decimal } from '../typography';
import { DECISION_OF_MANY, GRADES, POSITION_OF_MANY } from '../words';

/**
 * What the figures say, one sentence each, and no sum of unlike things: there is no total score. Sentences on what the
 * audience does not read are left out, as are counts of nothing.
 */
export function figuresInWords(rendering: Rendering): string[] {
  return [grades(rendering), agreement(rendering), measures(rendering), doses(rendering)].filter(
    (sentence) => sentence !== null,
  );
}

const COLON = { fr: ' : ', en: ': ' } as const;

/** What was counted, and how much of it is which: 3 critères jugés : 2 conformes, 1 non conforme. */
function tally<Value extends string>(
  what: string,
  values: readonly Value[],
  order: readonly Value[],
  write: (value: Value, n: number) => string,
  language: ReportLanguage,
): string {
  const counts = order.flatMap((value) => {
    const n = values.filter((each) => each === value).length;
    return n > 0 ? [write(value, n)] : [];
  });
  return `${what}${COLON[language]}${counts.join(', ')}.`;
}

const JUDGED = ['CONFORM', 'PARTIAL', 'NON_CONFORM'] as const satisfies readonly GradeValue[];

function grades({ report, language }: Rendering): string | null {
  const values = JUDGED.flatMap((value) =>
    (report.body?.criteria ?? []).flatMap(({ consensus }) => (consensus === value ? [value] : [])),
  );
  if (values.length === 0) return null;
  const what =
    language === 'fr'
      ? counted(values.length, 'fr', 'critère jugé par l’équipe', 'critères jugés par l’équipe')
      : counted(values.length, 'en', 'criterion judged by the team', 'criteria judged by the team');
  const write = (value: (typeof JUDGED)[number], n: number): string => {
    const { one, many } = GRADES[value][language];
    return counted(n, language, one, many);
  };
  return tally(what, values, JUDGED, write, language);
}

const HEIGHT: Partial<Record<GradeValue, number>> = { CONFORM: 2, PARTIAL: 1, NON_CONFORM: 0 };

function agreement({ report, language }: Rendering): string | null {
  const differences = (report.body?.criteria ?? []).flatMap(({ consensus, selfAssessment }) => {
    const team = HEIGHT[consensus ?? 'NOT_EVALUATED'];
    const service = HEIGHT[selfAssessment ?? 'NOT_EVALUATED'];
    return team === undefined || service === undefined ? [] : [service - team];
  });
  if (differences.length === 0) return null;
  const same = differences.filter((difference) => difference === 0).length;
  const higher = differences.filter((difference) => difference > 0).length;
  const write = (n: number): string => decimal(n, language, 0);
  const [all, lower] = [write(differences.length), write(differences.length - same - higher)];
  return language === 'fr'
    ? `Critères jugés par le service et par l’équipe : ${all}. Les deux concordent sur ${write(same)} ; le service s’était vu plus conforme sur ${write(higher)}, moins conforme sur ${lower}.`
    : `Criteria judged by both the service and the team: ${all}. The two agree on ${write(same)}; the service had seen itself as more conforming on ${write(higher)}, as less conforming on ${lower}.`;
}

const DECISIONS = ['MET', 'NOT_MET', 'INCONCLUSIVE'] as const satisfies readonly TargetDecision[];

function measures({ report, language }: Rendering): string | null {
  const decided = (report.body?.measures ?? []).flatMap(({ decision }) => decision ?? []);
  if (decided.length === 0) return null;
  const what =
    language === 'fr'
      ? counted(decided.length, 'fr', 'critère mesuré avec une cible', 'critères mesurés avec une cible')
      : counted(decided.length, 'en', 'criterion measured with a target', 'criteria measured with a target');
  const write = (decision: TargetDecision, n: number): string =>
    `${decimal(n, language, 0)} ${DECISION_OF_MANY[decision][language]}`;
  return tally(what, decided, DECISIONS, write, language);
}

const POSITIONS = [
  'AT_OR_BELOW_VGD',
  'BETWEEN',
  'ABOVE_NRD',
  'INSUFFICIENT',
  'NO_LEVEL',
] as const satisfies readonly DosePosition[];

function doses({ report, language }: Rendering): string | null {
  const positions = (report.body?.doses ?? []).flatMap(({ position }) => position ?? []);
  if (positions.length === 0) return null;
  const what =
    language === 'fr'
      ? counted(positions.length, 'fr', 'médiane de dose', 'médianes de dose')
      : counted(positions.length, 'en', 'median dose', 'median doses');
  const write = (position: DosePosition, n: number): string =>
    `${decimal(n, language, 0)} ${POSITION_OF_MANY[position][language]}`;
  return tally(what, positions, POSITIONS, write, language);
}
