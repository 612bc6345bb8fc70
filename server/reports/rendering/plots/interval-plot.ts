import type { Plot } from '../blocks';
import type { ReportLanguage } from '../shown-report';
import { decimal, percent } from '../typography';
import { draw } from './draw';
import { strip, type Shape } from './strip';

/** A figure with its interval, and the target that it is held against. */
export interface Estimate {
  estimate: number;
  interval: { low: number; high: number } | null;
  target: number | null;
  /** A share of something, from 0 to 1; else a coefficient that can be as low as −1. */
  isFraction: boolean;
}

const SIZE = { width: 210, height: 46 };

/** A point, its interval, and the target as a dashed line; fractions all on the same axis, from 0 to 100 %. */
export function intervalPlot(
  { estimate, interval, target, isFraction }: Estimate,
  language: ReportLanguage,
  alt: string,
): Plot {
  const values = [estimate, interval?.low ?? estimate, target ?? estimate];
  const min = isFraction || Math.min(...values) >= 0 ? 0 : -1;
  const shapes: Shape[] = [{ kind: 'point', at: estimate }];
  if (interval) shapes.unshift({ kind: 'interval', from: interval.low, to: interval.high });
  const svg = draw(
    strip(
      {
        min,
        max: 1,
        ticks: isFraction ? [0, 0.5, 1] : min < 0 ? [-1, 0, 1] : [0, 0.5, 1],
        write: (value) => (isFraction ? percent(value, language) : decimal(value, language)),
        limits: target === null ? [] : [{ value: target, dash: [4, 2] }],
        shapes,
      },
      false,
    ),
    SIZE,
  );
  return { svg, alt, ...SIZE };
}
