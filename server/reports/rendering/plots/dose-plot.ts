import type { Plot } from '../blocks';
import type { ReportLanguage } from '../shown-report';
import { decimal } from '../typography';
import { draw } from './draw';
import { strip, type Limit, type Shape } from './strip';

/** The middle of a sample of doses and the level that it is held against, all in one unit. */
export interface DoseSpread {
  median: number;
  q1: number;
  q3: number;
  interval: { low: number; high: number } | null;
  nrd: number | null;
  vgd: number | null;
}

/** What the lines are called in the language of the report, and the unit as it is printed. */
export interface DoseNames {
  nrd: string;
  vgd: string;
  unit: string;
}

const SIZE = { width: 300, height: 64 };

/** In any unit: below it there is nothing to see. */
const SHORTEST_AXIS = 1e-4;

/** Steps between written values: 1, 2 or 5 times a power of ten. */
const STEPS = [1, 2, 5, 10];

/**
 * The middle half of the doses as a bar, the median as a point with its interval, the level as a full line and the guide
 * value as a dotted one. The axis starts at 0, since half a dose has to look like half.
 */
export function dosePlot(
  { median, q1, q3, interval, nrd, vgd }: DoseSpread,
  names: DoseNames,
  language: ReportLanguage,
  alt: string,
): Plot {
  const furthest = 1.08 * Math.max(SHORTEST_AXIS, median, q3, interval?.high ?? 0, nrd ?? 0, vgd ?? 0);
  const ticks = ticksUpTo(furthest);
  const shapes: Shape[] = [{ kind: 'bar', from: q1, to: q3 }];
  if (interval) shapes.push({ kind: 'interval', from: interval.low, to: interval.high });
  shapes.push({ kind: 'point', at: median });
  const limits: Limit[] = [];
  if (nrd !== null) limits.push({ value: nrd, dash: [], label: { text: names.nrd, side: 'right' } });
  if (vgd !== null) limits.push({ value: vgd, dash: [2, 2], label: { text: names.vgd, side: 'left' } });
  const write = (value: number): string => decimal(value, language, 4);
  const svg = draw(
    strip({ min: 0, max: furthest, ticks, write, limits, shapes, unit: names.unit }, true),
    SIZE,
  );
  return { svg, alt, ...SIZE };
}

/** Four to nine round values from 0. */
function ticksUpTo(most: number): number[] {
  const power = 10 ** Math.floor(Math.log10(most / 4));
  const step = (STEPS.find((factor) => factor * power * 5 >= most) ?? 10) * power;
  return Array.from({ length: Math.floor(most / step) + 1 }, (_, index) =>
    Number((index * step).toPrecision(6)),
  );
}
