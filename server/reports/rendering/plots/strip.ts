import type { CustomSeriesOption, EChartsOption } from 'echarts';
import { INK } from './draw';

/** A line across the strip, where a target or a level stands. */
export interface Limit {
  value: number;
  dash: readonly number[];
  /** Written above the line, to its right or to its left, so that two lines close together stay readable. */
  label?: { text: string; side: 'left' | 'right' };
}

/** A strip: one horizontal axis with something drawn above it. */
export interface Strip {
  min: number;
  max: number;
  /** Values written below the axis. */
  ticks: readonly number[];
  write: (value: number) => string;
  limits: readonly Limit[];
  /** Written at the end of the axis, where its values do not bear it. */
  unit?: string;
  /** What is drawn at the middle of the strip. */
  shapes: readonly Shape[];
}

/** In the unit of the axis. */
export type Shape =
  | { kind: 'bar'; from: number; to: number }
  | { kind: 'interval'; from: number; to: number }
  | { kind: 'point'; at: number };

type Drawn = NonNullable<ReturnType<NonNullable<CustomSeriesOption['renderItem']>>>;

/** Half the height of each shape, in pixels. */
const HALF = { bar: 6, whisker: 4, point: 3.5 } as const;

/** The options of a strip, for `draw`. */
export function strip(
  { min, max, ticks, write, limits, shapes, unit }: Strip,
  labelled: boolean,
): EChartsOption {
  return {
    grid: { left: 16, right: unit ? 58 : 16, top: labelled ? 20 : 4, bottom: 20 },
    xAxis: {
      type: 'value',
      min,
      max,
      axisLine: { show: true, lineStyle: { color: INK.soft } },
      axisTick: { show: true, customValues: [...ticks], length: 3 },
      axisLabel: { customValues: [...ticks], formatter: write, color: INK.line, fontSize: 13, margin: 5 },
      splitLine: { show: false },
      ...(unit && {
        name: unit,
        nameLocation: 'end',
        nameGap: 6,
        nameTextStyle: { color: INK.line, fontSize: 13 },
      }),
    },
    yAxis: { type: 'category', data: [''], show: false },
    series: {
      type: 'custom',
      silent: true,
      data: [[min, 0]],
      renderItem: (_params, api) => {
        const x = (value: number): number => Math.round((api.coord([value, 0])[0] ?? 0) * 10) / 10;
        const y = Math.round(api.coord([min, 0])[1] ?? 0);
        const drawn: Drawn = {
          type: 'group',
          children: [
            ...shapes.flatMap((shape) => shapeAt(shape, x, y)),
            ...limits.flatMap((limit) => limitAt(limit, x(limit.value), y)),
          ],
        };
        return drawn;
      },
    },
  };
}

function line(
  x1: number,
  y1: number,
  x2: number,
  y2: number,
  width: number,
  dash: readonly number[] = [],
): Drawn {
  return {
    type: 'line',
    shape: { x1, y1, x2, y2 },
    style: { stroke: INK.line, lineWidth: width, ...(dash.length > 0 && { lineDash: [...dash] }) },
  };
}

function shapeAt(shape: Shape, x: (value: number) => number, y: number): Drawn[] {
  if (shape.kind === 'point')
    return [{ type: 'circle', shape: { cx: x(shape.at), cy: y, r: HALF.point }, style: { fill: INK.line } }];
  const [from, to] = [x(shape.from), x(shape.to)];
  if (shape.kind === 'bar')
    return [
      {
        type: 'rect',
        shape: { x: from, y: y - HALF.bar, width: to - from, height: 2 * HALF.bar },
        style: { fill: INK.band },
      },
    ];
  return [
    line(from, y, to, y, 1.5),
    line(from, y - HALF.whisker, from, y + HALF.whisker, 1.5),
    line(to, y - HALF.whisker, to, y + HALF.whisker, 1.5),
  ];
}

function limitAt({ dash, label }: Limit, x: number, y: number): Drawn[] {
  const drawn = [line(x, y - 12, x, y + 12, 1.5, dash)];
  if (label !== undefined)
    drawn.push({
      type: 'text',
      style: {
        text: label.text,
        // Apart even where two lines are one.
        x: label.side === 'right' ? x + 1 : x - 1,
        y: y - 13,
        align: label.side === 'right' ? 'left' : 'right',
        verticalAlign: 'bottom',
        fontSize: 13,
        fill: INK.line,
      },
    });
  return drawn;
}
