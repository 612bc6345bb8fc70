import { dosePlot } from '../../../../server/reports/rendering/plots/dose-plot';
import { intervalPlot } from '../../../../server/reports/rendering/plots/interval-plot';
import { radarPlot } from '../../../../server/reports/rendering/plots/radar';

/** The places of circles and of vertical lines, in pixels from the left. */
const circles = (svg: string): number[] =>
  [...svg.matchAll(/<circle[^>]* cx="([\d.]+)"/g)].map(([, x]) => Number(x));

describe('plots', () => {
  const spread = { median: 9.6, q1: 8, q3: 11, interval: { low: 9, high: 10 }, nrd: 12, vgd: 8 };
  const names = { nrd: 'NRD', vgd: 'VGD', unit: 'mGy' };
  const dose = (given: Partial<typeof spread> = {}): string =>
    dosePlot({ ...spread, ...given }, names, 'fr', '').svg;

  it('have no id, class or style of their own, and are the same twice', () => {
    const draw = (): string[] => [
      radarPlot(
        ['A', 'B', 'C'],
        [
          { name: 'x', values: [0.5, 0.5, 0.5] },
          { name: 'y', values: [1, 1, 1] },
        ],
        '',
      ).svg,
      intervalPlot({ estimate: 0.5, interval: null, target: null, isFraction: true }, 'fr', '').svg,
      dose(),
    ];
    const drawn = draw();
    expect(draw()).toEqual(drawn);
    for (const svg of drawn) expect(svg).not.toMatch(/ id=| class=|<style|ecmeta|NaN|undefined/);
  });

  it('put the point where the value is: twice the share, twice as far from 0', () => {
    const [at0, at25, at50] = [0, 0.25, 0.5].map(
      (estimate) =>
        circles(intervalPlot({ estimate, interval: null, target: null, isFraction: true }, 'fr', '').svg)[0],
    );
    expect((at50 ?? 0) - (at0 ?? 0)).toBeCloseTo(2 * ((at25 ?? 0) - (at0 ?? 0)), 0);
    expect(at25).toBeGreaterThan(at0 ?? 0);
  });

  it('name the level and the guide value only where there is one', () => {
    expect(dose()).toMatch(/NRD.*VGD|VGD.*NRD/);
    const { svg } = dosePlot({ ...spread, nrd: null, vgd: null, interval: null }, names, 'fr', '');
    expect(svg).not.toMatch(/NRD|VGD/);
  });

  it('bear the unit of what they measure', () => {
    expect(dose()).toContain('>mGy<');
    const share = { estimate: 0.5, interval: null, target: null, isFraction: true };
    expect(intervalPlot(share, 'fr', '').svg).toContain('100\u00a0%');
  });

  it('hold doses of every size, zero included', () => {
    for (const size of [0, Number.MIN_VALUE, 0.001, 1, 1e6]) {
      const scaled = { ...spread, median: 9.6 * size, q1: 8 * size, q3: 11 * size, interval: null };
      const { svg } = dosePlot({ ...scaled, nrd: 12 * size, vgd: null }, names, 'en', '');
      expect(svg).not.toMatch(/NaN|Infinity/);
      expect(svg.match(/<text/g)?.length).toBeLessThan(12);
    }
  });

  it('show an agreement below 0 as well', () => {
    const plot = (estimate: number): string =>
      intervalPlot(
        { estimate, interval: { low: estimate - 0.1, high: estimate + 0.1 }, target: 0.6, isFraction: false },
        'fr',
        '',
      ).svg;
    expect(plot(-0.2)).toContain('>\u22121<');
    expect(plot(0.7)).not.toContain('\u22121');
  });
});
