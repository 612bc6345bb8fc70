import type { GraphicComponentOption } from 'echarts';
import type { Plot } from '../blocks';
import { draw, FONT, INK } from './draw';

/** One axis of a radar. */
export interface RadarAxis {
  name: string;
  /** Fractions from 0 to 1. */
  consensus: number;
  selfAssessment: number;
}

/** What the two lines are called. */
export interface RadarNames {
  consensus: string;
  selfAssessment: string;
}

const SIZE = { width: 460, height: 320 };

/** Fewer axes enclose nothing. */
export const FEWEST_AXES = 3;

/**
 * The view of the team against that of the service, section by section: told apart by line and mark, not by colour.
 * @param axes at least three
 */
export function radarPlot(axes: readonly RadarAxis[], names: RadarNames, alt: string): Plot {
  const svg = draw(
    {
      graphic: [...legend(names.consensus, 0, true), ...legend(names.selfAssessment, 1, false)],
      radar: {
        center: ['50%', '46%'],
        radius: '70%',
        indicator: axes.map(({ name }) => ({ name, min: 0, max: 1 })),
        splitNumber: 4,
        axisName: { color: INK.line, fontSize: 13 },
        axisLine: { lineStyle: { color: INK.grid } },
        splitLine: { lineStyle: { color: INK.grid } },
        splitArea: { show: false },
      },
      series: [
        {
          type: 'radar',
          data: [
            {
              name: names.consensus,
              value: axes.map(({ consensus }) => consensus),
              symbol: 'circle',
              symbolSize: 6,
              itemStyle: { color: INK.line },
              lineStyle: { color: INK.line, width: 2 },
              areaStyle: { color: INK.band, opacity: 0.4 },
            },
            {
              name: names.selfAssessment,
              value: axes.map(({ selfAssessment }) => selfAssessment),
              symbol: 'emptyRect',
              symbolSize: 7,
              itemStyle: { color: INK.soft },
              lineStyle: { color: INK.soft, width: 1.5, type: [5, 4] },
            },
          ],
        },
      ],
    },
    SIZE,
  );
  return { svg, alt, ...SIZE };
}

/** One line and its mark with what they stand for, side by side below the radar; ECharts' own shows neither. */
function legend(text: string, place: 0 | 1, isFull: boolean): GraphicComponentOption[] {
  const [x, y] = [place * 230 + 20, SIZE.height - 12];
  const stroke = isFull ? INK.line : INK.soft;
  const mark: GraphicComponentOption = isFull
    ? { type: 'circle', shape: { cx: x + 16, cy: y, r: 3 }, style: { fill: stroke } }
    : {
        type: 'rect',
        shape: { x: x + 12.5, y: y - 3.5, width: 7, height: 7 },
        style: { fill: '#ffffff', stroke, lineWidth: 2 },
      };
  return [
    {
      type: 'line',
      shape: { x1: x, y1: y, x2: x + 32, y2: y },
      style: { stroke, lineWidth: isFull ? 2 : 1.5, ...(!isFull && { lineDash: [5, 4] }) },
    },
    mark,
    {
      type: 'text',
      style: { text, x: x + 40, y, fill: INK.line, fontSize: 13, fontFamily: FONT, verticalAlign: 'middle' },
    },
  ];
}
