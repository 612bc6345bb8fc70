import type { GraphicComponentOption } from 'echarts';
import type { Plot } from '../blocks';
import { draw, FONT, INK } from './draw';

/** One view of all axes, as fractions from 0 to 1. */
export interface RadarLine {
  name: string;
  values: readonly number[];
}

const SIZE = { width: 460, height: 320 };

/** Fewer axes enclose nothing. */
export const FEWEST_AXES = 3;

/** How lines are told apart: by stroke and mark, not by colour. */
const LOOKS = [
  { stroke: INK.line, width: 2, dash: [], symbol: 'circle', size: 6, isFilled: true },
  { stroke: INK.soft, width: 1.5, dash: [5, 4], symbol: 'emptyRect', size: 7, isFilled: false },
] as const;

/**
 * One or two views, section by section.
 * @param axes names of at least three axes
 * @param lines at most two, the first one filled
 */
export function radarPlot(axes: readonly string[], lines: readonly RadarLine[], alt: string): Plot {
  const drawn = LOOKS.flatMap((look, index) => {
    const line = lines[index];
    return line ? [{ look, line }] : [];
  });
  const svg = draw(
    {
      graphic: drawn.flatMap(({ look, line }, index) => legend(line.name, look, index)),
      radar: {
        center: ['50%', '46%'],
        radius: '70%',
        indicator: axes.map((name) => ({ name, min: 0, max: 1 })),
        splitNumber: 4,
        axisName: { color: INK.line, fontSize: 13 },
        axisLine: { lineStyle: { color: INK.grid } },
        splitLine: { lineStyle: { color: INK.grid } },
        splitArea: { show: false },
      },
      series: [
        {
          type: 'radar',
          data: drawn.map(({ look, line }) => ({
            name: line.name,
            value: [...line.values],
            symbol: look.symbol,
            symbolSize: look.size,
            itemStyle: { color: look.stroke },
            lineStyle: {
              color: look.stroke,
              width: look.width,
              type: look.isFilled ? 'solid' : [...look.dash],
            },
            ...(look.isFilled && { areaStyle: { color: INK.band, opacity: 0.4 } }),
          })),
        },
      ],
    },
    SIZE,
  );
  return { svg, alt, ...SIZE };
}

/** A line and its mark with what they stand for, side by side below the radar; ECharts' own legend shows neither. */
function legend(text: string, look: (typeof LOOKS)[number], place: number): GraphicComponentOption[] {
  const [x, y] = [place * 230 + 20, SIZE.height - 12];
  const mark: GraphicComponentOption = look.isFilled
    ? { type: 'circle', shape: { cx: x + 16, cy: y, r: 3 }, style: { fill: look.stroke } }
    : {
        type: 'rect',
        shape: { x: x + 12.5, y: y - 3.5, width: look.size, height: look.size },
        style: { fill: '#ffffff', stroke: look.stroke, lineWidth: 2 },
      };
  return [
    {
      type: 'line',
      shape: { x1: x, y1: y, x2: x + 32, y2: y },
      style: { stroke: look.stroke, lineWidth: look.width, lineDash: [...look.dash] },
    },
    mark,
    {
      type: 'text',
      style: { text, x: x + 40, y, fill: INK.line, fontSize: 13, fontFamily: FONT, verticalAlign: 'middle' },
    },
  ];
}
