import type { JudgedRecords } from './judged-records';
import type { Told } from './acts/synthesis';
import type { MeasuredDoses } from './measured-doses';
import type { SharedFacts } from './shared-facts';

type Row = [name: string, value: string];

const percent = (share: number | null | undefined): string =>
  share === null || share === undefined ? '–' : `${Math.round(share * 100)} %`;

/** A word of the API as people say it: NON_CONFORMITY, non conformity; what people abbreviate stays. */
export const spoken = (word: string): string =>
  /^[A-Z_]{4,}$/.test(word)
    ? word
        .toLowerCase()
        .replaceAll('_', ' ')
        .replace(/\b(nrd|vgd)\b/g, upper)
    : word;

const upper = (word: string): string => word.toUpperCase();

const FILES: readonly string[] = ['broken off', 'refused', 'released', 'fetched'];

/** What became of files that did not simply go through. */
export function fileRows(files: Readonly<Record<string, string>>): Row[] {
  return FILES.flatMap((what): Row[] => (files[what] ? [[`a file ${what}`, files[what]]] : []));
}

/** The doses of one service, one line for each examination. */
export function doseRows(doses: MeasuredDoses | null): Row[] {
  if (!doses) return [];
  return [
    ['doses of one service', 'each examination beside the national levels in force'],
    ...doses.exams.map(({ exam, n, unit, median, interval, position, level }): Row => {
      const between = interval ? ` [${rounded(interval.low)}; ${rounded(interval.high)}]` : '';
      const held = level ? ` (NRD ${level.nrd}${level.vgd === null ? '' : `, VGD ${level.vgd}`})` : '';
      const where = spoken(position);
      return [`  ${exam}`, `${n} records, median ${rounded(median)} ${unit}${between}: ${where}${held}`];
    }),
  ];
}

/** The records of one service that two auditors judged. */
export function judgedRows(judged: JudgedRecords | null): Row[] {
  if (!judged) return [];
  const { rate, shortfall, target, ac1 } = judged;
  const aim = target ? `, target ${target.op} ${percent(target.value)}` : '';
  return [
    ['requests of one service', 'judged by two auditors, blind to each other'],
    [
      '  drawn',
      `${judged.drawn} of ${judged.listed}, seed ${judged.seed.slice(0, 16)}…, made again by the list`,
    ],
    [
      `  ${judged.criterion}`,
      `${rate.x} of ${rate.n}, ${percent(rate.estimate)} [${percent(rate.low)}; ${percent(rate.high)}]${aim}: ${spoken(judged.decision ?? 'undecided')}`,
    ],
    ['  not to be judged', `${shortfall.x} of ${shortfall.n}`],
    ['  agreement (AC1)', `${decimal(ac1.estimate)} [${decimal(ac1.low)}; ${decimal(ac1.high)}]`],
    [
      '  grade',
      `${spoken(judged.proposed ?? 'none')} proposed by the measure, ${spoken(judged.graded ?? 'none')} given`,
    ],
  ];
}

/** What services share of events and practices, and what people answered without their names. */
export function sharedRows({ scales, survey, remarks, practices }: SharedFacts): Row[] {
  const cells = scales.map(({ from, to, count }) => `${count} from level ${from} to ${to}`).join(', ');
  return [
    ['events on two scales', cells || 'not told: fewer than five services'],
    ...survey.map(({ side, answers, question, favourable, low, high }): Row => [
      `survey of the ${side === 'TEAM' ? 'teams' : 'services'}`,
      `${answers} answers, ${spoken(question)}: ${percent(favourable)} [${percent(low)}; ${percent(high)}] favourable`,
    ]),
    ['remarks of the survey', String(remarks)],
    ['practices shared', `${practices}, in the words of their services`],
  ];
}

/** What the campaign told the country, and one service. */
export function toldRows(told: Told | null): Row[] {
  if (!told) return [];
  const { comparison } = told;
  return [
    ['national synthesis', `${told.services} services, none of them named; scores of the sections:`],
    ...told.sections.map(({ code, title, median, low, high }): Row => {
      const between = low === null ? '' : ` [${percent(low)}; ${percent(high)}]`;
      return [`  ${code}. ${title}`, `median ${percent(median)}${between}`];
    }),
    [
      '  conformity',
      `told of ${told.conformityTold} of ${told.criteria} criteria; of the others it would tell on few services`,
    ],
    [
      'one service compared',
      `shown to itself alone: ${comparison.others} others, alike in ${comparison.traits.map(spoken).join(', ') || 'nothing but the campaign'}`,
    ],
    ...comparison.sections.map(({ code, own, median }): Row => [
      `  section ${code}`,
      `${percent(own)}, the others' median ${percent(median)}`,
    ]),
  ];
}

function rounded(value: number): string {
  return value >= 100 ? value.toFixed(0) : value.toPrecision(3);
}

function decimal(value: number | null | undefined): string {
  return value === null || value === undefined ? '–' : value.toFixed(2);
}
