import { paragraph, table, type Cell, type Part } from '../blocks';
import { intervalPlot } from '../plots/interval-plot';
import type { Rendering, ShownReport } from '../shown-report';
import { counted, decimal, percent, range } from '../typography';
import { DECISION, POSITION, SOURCE } from '../words';
import { capital, criterionName } from './naming';

type ShownMeasure = NonNullable<NonNullable<ShownReport['body']>['measures']>[number];

const WORDS = {
  fr: {
    title: 'Critères mesurés',
    intro:
      'Sur chaque tracé, le point est la valeur mesurée, le trait horizontal son intervalle à 95 %, le trait vertical tireté la cible. Les parts vont de 0 à 100 %.',
    caption: 'Valeurs mesurées, intervalles et cibles',
    criterion: 'Critère',
    plot: 'Tracé',
    value: 'Valeur et intervalle à 95 %',
    target: 'Cible',
    reading: 'Lecture',
    outOf: (x: string, n: string) => `${x} sur ${n}`,
    interval: (text: string) => `intervalle de ${text}`,
    targetIs: (text: string) => `cible ${text}`,
    beside: (n: number) => `à part : ${counted(n, 'fr', 'non évaluable', 'non évaluables')}`,
    doses: 'voir les doses',
    none: (codes: string) => `Cotés sans mesure, faute d’échantillon : ${codes}.`,
  },
  en: {
    title: 'Measured criteria',
    intro:
      'On each plot the point is the value measured, the horizontal line its interval at 95%, the dashed vertical line the target. Shares go from 0 to 100%.',
    caption: 'Values measured, intervals and targets',
    criterion: 'Criterion',
    plot: 'Plot',
    value: 'Value and interval at 95%',
    target: 'Target',
    reading: 'Reading',
    outOf: (x: string, n: string) => `${x} of ${n}`,
    interval: (text: string) => `interval from ${text}`,
    targetIs: (text: string) => `target ${text}`,
    beside: (n: number) => `beside: ${counted(n, 'en', 'not assessable', 'not assessable')}`,
    doses: 'see the doses',
    none: (codes: string) => `Graded without a measure, for want of a sample: ${codes}.`,
  },
} as const;

const OPERATOR: ReadonlyMap<string, string> = new Map([
  ['>=', '≥'],
  ['<=', '≤'],
  ['==', '='],
]);

/** Whether there is a value, or doses that tell it: of many a criterion there is no sample. */
export function isMeasured({ estimate, source, dosePosition }: ShownMeasure): boolean {
  return typeof estimate === 'number' || (source === 'DOSE' && Boolean(dosePosition));
}

/** Each measured criterion as a small plot with its numbers beside it; the others by their codes. */
export function measures(rendering: Rendering): Part | null {
  const { report, language } = rendering;
  const all = report.body?.measures ?? [];
  if (all.length === 0) return null;
  const words = WORDS[language];
  const measured = all.filter(isMeasured);
  const others = all.flatMap((measure) => (isMeasured(measure) ? [] : (measure.criterion ?? [])));
  return {
    title: words.title,
    blocks: [
      ...(measured.length > 0 ? [paragraph(words.intro)] : []),
      ...table(
        words.caption,
        [
          { title: words.criterion, share: 10 },
          { title: words.plot, share: 8 },
          { title: words.value, share: 5 },
          { title: words.target, share: 3 },
          { title: words.reading, share: 5 },
        ],
        measured.map((measure) => row(measure, rendering)),
      ),
      ...(others.length > 0 ? [paragraph(words.none(others.join(', ')))] : []),
    ],
  };
}

function row(measure: ShownMeasure, rendering: Rendering): Cell[] {
  const { language } = rendering;
  const words = WORDS[language];
  const { criterion, source, x, n, estimate, low, high, notAssessable, target, decision, dosePosition } =
    measure;
  // An agreement is a coefficient; all else that is measured is a share.
  const isFraction = source !== 'AGREEMENT';
  // One more digit where rounding would put the end of the interval on a target that it does not reach.
  const isClose = [low, high].some(
    (end) =>
      typeof end === 'number' &&
      typeof target?.value === 'number' &&
      end !== target.value &&
      percent(end, language) === percent(target.value, language),
  );
  const write = (value: number): string =>
    isFraction ? percent(value, language, isClose ? 1 : 0) : decimal(value, language);
  const interval = typeof low === 'number' && typeof high === 'number' ? { low, high } : null;
  const between = interval && words.interval(range(write(interval.low), write(interval.high), language));
  const aim =
    typeof target?.value === 'number'
      ? `${OPERATOR.get(target.operator ?? '') ?? ''} ${write(target.value)}`.trim()
      : null;
  const isKnown = typeof estimate === 'number';
  const value = isKnown ? write(estimate) : words.doses;
  const count =
    typeof x === 'number' && typeof n === 'number'
      ? words.outOf(decimal(x, language), decimal(n, language))
      : null;
  const reading = decision
    ? DECISION[decision][language]
    : dosePosition
      ? POSITION[dosePosition][language]
      : null;
  const beside = notAssessable ? words.beside(notAssessable) : null;
  const told = [count, between, beside, aim && words.targetIs(aim), reading].filter(Boolean).join(', ');
  return [
    [criterionName(rendering, criterion), source && `(${SOURCE[source][language]})`]
      .filter(Boolean)
      .join(' '),
    isKnown
      ? intervalPlot(
          { estimate, interval, target: target?.value ?? null, isFraction },
          language,
          `${criterion ?? ''}${language === 'fr' ? ' :' : ':'} ${[value, told].filter(Boolean).join(', ')}.`,
        )
      : '–',
    [value, count, between, beside].filter(Boolean).join('\n'),
    aim ?? '–',
    reading ? capital(reading) : '–',
  ];
}
