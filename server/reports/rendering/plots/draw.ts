import * as echarts from 'echarts';

/** Colours that stay apart in grey, and for all kinds of sight, since they differ in lightness. */
export const INK = { line: '#111111', soft: '#595959', grid: '#b5b5b5', band: '#d0d0d0' } as const;

/** The first is in Typst; browsers that lack it take another with serifs. */
export const FONT = "'Libertinus Serif', Georgia, 'Times New Roman', serif";

/** Marks of interaction and of one chart among several: none of it means anything on paper. */
const LIVE_PARTS = [
  /<style[\s\S]*?<\/style>\s*/g,
  / (?:class|ecmeta_[a-z_]+|pointer-events|baseProfile|xml:space)="[^"]*"/g,
  / xmlns:xlink="[^"]*"/g,
];

/**
 * Draws a chart as SVG. The same options give the same bytes, and nothing in it has a name, so that many can stand in one
 * page.
 * @param width CSS pixels, as is `height`
 * @throws Error when the chart uses a name all the same (a gradient, a clipped part)
 */
export function draw(
  options: echarts.EChartsOption,
  { width, height }: { width: number; height: number },
): string {
  const chart = echarts.init(null, null, { renderer: 'svg', ssr: true, width, height });
  try {
    chart.setOption({ animation: false, textStyle: { fontFamily: FONT, color: INK.line }, ...options });
    const svg = LIVE_PARTS.reduce((text, part) => text.replace(part, ''), chart.renderToSVGString());
    if (/\sid=|url\(#/.test(svg)) throw new Error('a plot with a name in it could meet its like in one page');
    return svg.replace(/\n/g, '');
  } finally {
    // Charts are kept in a list until then.
    chart.dispose();
  }
}
