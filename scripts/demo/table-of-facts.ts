import type { JudgedRecords } from './judged-records';
import type { Told } from './acts/synthesis';
import type { MeasuredDoses } from './measured-doses';
import type { SharedFacts } from './shared-facts';

type Row = [name: string, value: string];

const percent = (share: number | null | undefined): string =>
  share === null || share === undefined ? '–' : `${Math.round(share * 100)} %`;

const FILES: readonly string[] = ['broken off', 'refused', 'released', 'fetched'];

/** What became of files that did not simply go through. */
export function fileRows(files: Readonly<Record<string, string>>): Row[] {
  return FILES.flatMap((what): Row[] => (files[what] ? [[`a file ${what}`, files[what]]] : []));
}

/** The doses of one service, one line for each examination. */
export function doseRows(doses: MeasuredDoses | null): Row[] {
  if (!doses) return [];
  return [
    ['doses of', doses.service],
    ...doses.exams.map(({ exam, n, unit, median, interval, position, level }): Row => {
      const between = interval ? ` [${rounded(interval.low)}; ${rounded(interval.high)}]` : '';
      const held = level ? ` (NRD ${level.nrd}${level.vgd === null ? '' : `, VGD ${level.vgd}`})` : '';
      return [`  ${exam}`, `${n} records, median ${rounded(median)} ${unit}${between}: ${position}${held}`];
    }),
  ];
}

/** The records of one service that two auditors judged. */
export function judgedRows(judged: JudgedRecords | null): Row[] {
  if (!judged) return [];
  const { rate, shortfall, target, ac1 } = judged;
  const aim = target ? `, target ${target.op} ${percent(target.value)}` : '';
  return [
    ['records judged at', judged.service],
    [
      '  drawn',
      `${judged.drawn} of ${judged.listed}, seed ${judged.seed.slice(0, 16)}…, made again by the list`,
    ],
    [
      `  ${judged.criterion}`,
      `${rate.x} of ${rate.n}, ${percent(rate.estimate)} [${percent(rate.low)}; ${percent(rate.high)}]${aim}: ${judged.decision ?? 'undecided'}`,
    ],
    ['  not to be judged', `${shortfall.x} of ${shortfall.n}`],
    ['  agreement (AC1)', `${decimal(ac1.estimate)} [${decimal(ac1.low)}; ${decimal(ac1.high)}]`],
    ['  grade', `${judged.proposed ?? 'none'} proposed, ${judged.graded ?? 'none'} given`],
  ];
}

/** What services share of events and practices, and what people answered without their names. */
export function sharedRows({ scales, survey, remarks, practices }: SharedFacts): Row[] {
  const cells = scales.map(({ from, to, count }) => `${count} from level ${from} to ${to}`).join(', ');
  return [
    ['two scales side by side', cells || 'below five services'],
    ...survey.map(({ side, answers, question, favourable, low, high }): Row => [
      `survey, ${side.toLowerCase()}`,
      `${answers} answers, ${question}: ${percent(favourable)} [${percent(low)}; ${percent(high)}] favourable`,
    ]),
    ['remarks of surveys', String(remarks)],
    ['practices shared', String(practices)],
  ];
}

/** What the campaign told the country, and one service. */
export function toldRows(told: Told | null): Row[] {
  if (!told) return [];
  const { comparison } = told;
  return [
    ['told to the country', `${told.services} services, none of them named`],
    ...told.sections.map(({ code, median, low, high }): Row => {
      const between = low === null ? '' : ` [${percent(low)}; ${percent(high)}]`;
      return [`  ${code}`, `median ${percent(median)}${between}`];
    }),
    [
      '  conformity',
      `of ${told.conformityTold} of ${told.criteria} criteria; of the others it would tell on few`,
    ],
    ['compared for itself', comparison.service],
    [
      '  with',
      `${comparison.others} others alike in ${comparison.traits.join(', ') || 'nothing but the campaign'}`,
    ],
    ...comparison.sections.map(({ code, own, median }): Row => [
      `  ${code}`,
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
