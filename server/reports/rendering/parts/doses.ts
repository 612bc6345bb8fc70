import { paragraph, table, type Cell, type Part } from '../blocks';
import { dosePlot } from '../plots/dose-plot';
import type { Rendering, ReportLanguage, ShownReport } from '../shown-report';
import { counted, dose as printed, quantity, range, unit } from '../typography';
import { POSITION, QUANTITY, USE } from '../words';
import { capital } from './naming';

type ShownDose = NonNullable<NonNullable<ShownReport['body']>['doses']>[number];

const WORDS = {
  fr: {
    title: 'Doses et niveaux de référence',
    intro:
      'Sur chaque tracé, la barre grise va du premier au troisième quartile, le point est la médiane, le trait horizontal son intervalle à 95 % ; le trait vertical plein est le niveau de référence diagnostique (NRD), le trait pointillé la valeur guide (VGD). Une médiane au-dessus du NRD appelle une analyse ; au plus à la VGD, la qualité d’image se vérifie avant de réduire encore.',
    caption: 'Médianes de dose, niveaux et valeurs guides',
    exam: 'Examen, population, grandeur',
    plot: 'Tracé',
    numbers: 'Valeurs',
    reading: 'Position et niveau',
    nrd: 'NRD',
    vgd: 'VGD',
    median: (text: string) => `médiane ${text}`,
    interval: (text: string) => `intervalle de ${text}`,
    noInterval: 'moins de six relevés : pas d’intervalle',
    quartiles: (text: string) => `quartiles de ${text}`,
    records: (n: number) => counted(n, 'fr', 'relevé', 'relevés'),
    borderline: 'l’intervalle chevauche une limite : la position n’est pas sûre',
    source: 'Source',
    colon: ' : ',
  },
  en: {
    title: 'Doses and reference levels',
    intro:
      'On each plot the grey bar goes from the first to the third quartile, the point is the median, the horizontal line its interval at 95%; the full vertical line is the diagnostic reference level (NRD), the dotted one the guide value (VGD). A median above the NRD calls for an analysis; at or below the VGD, image quality is checked before reducing any further.',
    caption: 'Median doses, levels and guide values',
    exam: 'Examination, population, quantity',
    plot: 'Plot',
    numbers: 'Values',
    reading: 'Position and level',
    nrd: 'NRD',
    vgd: 'VGD',
    median: (text: string) => `median ${text}`,
    interval: (text: string) => `interval from ${text}`,
    noInterval: 'fewer than six records: no interval',
    quartiles: (text: string) => `quartiles from ${text}`,
    records: (n: number) => counted(n, 'en', 'record', 'records'),
    borderline: 'the interval straddles a limit: the position is not certain',
    source: 'Source',
    colon: ': ',
  },
} as const;

/** The median of each examination against its level, as a plot with its numbers, and where the level comes from. */
export function doses(rendering: Rendering): Part | null {
  const { report, language } = rendering;
  const all = report.body?.doses ?? [];
  if (all.length === 0) return null;
  const words = WORDS[language];
  return {
    title: words.title,
    blocks: [
      paragraph(words.intro),
      ...table(
        words.caption,
        [
          { title: words.exam, share: 5 },
          { title: words.plot, share: 9 },
          { title: words.numbers, share: 5 },
          { title: words.reading, share: 5 },
        ],
        all.map((dose) => row(dose, language)),
      ),
    ],
  };
}

function row(dose: ShownDose, language: ReportLanguage): Cell[] {
  const words = WORDS[language];
  const { exam, examTitle, population, populationTitle, quantity: of, position, isBorderline, level } = dose;
  const name = [
    examTitle?.[language] ?? exam,
    populationTitle?.[language] ?? population,
    of && QUANTITY[of][language],
  ];
  const values = valuesOf(dose, language);
  const limits = limitsOf(dose, language);
  const reading = position ? POSITION[position][language] : null;
  return [
    name.filter(Boolean).join('\n'),
    plotOf(dose, language, `${[...name, ...values, ...limits, reading].filter(Boolean).join(', ')}.`) ?? '–',
    [...values, ...limits].join('\n'),
    [
      reading && capital(reading),
      isBorderline ? capital(words.borderline) : null,
      level?.use && capital(USE[level.use][language]),
      level?.sourceTitle?.[language] && `${words.source}${words.colon}${level.sourceTitle[language]}`,
    ]
      .filter(Boolean)
      .join('\n'),
  ];
}

function valuesOf(
  { n, median, q1, q3, low, high, unit: code }: ShownDose,
  language: ReportLanguage,
): string[] {
  const words = WORDS[language];
  if (typeof median !== 'number' || !code) return [];
  const write = (value: number): string => printed(value, language);
  const between = (from: number, to: number): string =>
    `${range(write(from), write(to), language)}\u00a0${unit(code)}`;
  return [
    words.median(`${write(median)}\u00a0${unit(code)}`),
    typeof low === 'number' && typeof high === 'number'
      ? words.interval(between(low, high))
      : words.noInterval,
    ...(typeof q1 === 'number' && typeof q3 === 'number' ? [words.quartiles(between(q1, q3))] : []),
    ...(typeof n === 'number' ? [words.records(n)] : []),
  ];
}

function limitsOf({ level, unit: code }: ShownDose, language: ReportLanguage): string[] {
  const words = WORDS[language];
  if (!code) return [];
  return [
    ...(typeof level?.nrd === 'number' ? [`${words.nrd} ${quantity(level.nrd, code, language)}`] : []),
    ...(typeof level?.vgd === 'number' ? [`${words.vgd} ${quantity(level.vgd, code, language)}`] : []),
  ];
}

function plotOf(dose: ShownDose, language: ReportLanguage, alt: string): Cell | null {
  const { median, q1, q3, low, high, level, unit: code } = dose;
  if (typeof median !== 'number' || typeof q1 !== 'number' || typeof q3 !== 'number') return null;
  const interval = typeof low === 'number' && typeof high === 'number' ? { low, high } : null;
  const spread = { median, q1, q3, interval, nrd: level?.nrd ?? null, vgd: level?.vgd ?? null };
  return dosePlot(spread, { ...WORDS[language], unit: unit(code ?? '') }, language, alt);
}
