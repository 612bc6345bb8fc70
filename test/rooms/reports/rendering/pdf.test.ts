import { renderHtml, renderPdf, REPORT_LANGUAGES } from '../../../../server/reports';
import {
  emptyReport,
  findingInReport,
  largeReport,
  planOf,
  reportDocument,
  smallReport,
} from '../../../support/sample-reports';
import { readPdf } from '../../../support/read-pdf';

const SERVICE = { plan: null, language: 'fr', audience: 'SERVICE' } as const;

const textOf = (bytes: Uint8Array): string =>
  readPdf(bytes)
    .pages.map(({ text }) => text)
    .join('\n');

describe.each(REPORT_LANGUAGES)('a report as PDF in %s', (language) => {
  it.each([
    ['small', smallReport()],
    ['large', largeReport()],
    ['empty', emptyReport()],
  ] as const)('is tagged, in its language, with its title: %s', (_name, report) => {
    const bytes = renderPdf(report, { plan: planOf(report), language, audience: 'SERVICE' });
    const source = Buffer.from(bytes).toString('latin1');
    expect(source).toContain('/StructTreeRoot');
    expect(source).toContain('<pdfuaid:part>1</pdfuaid:part>');
    expect(source).toMatch(new RegExp(`/Lang ?\\(${language}`));
    const { title, pages } = readPdf(bytes);
    expect(title).toContain('AUD-2026-00004');
    pages.forEach(({ text }, index) => expect(text).toContain(`${index + 1} / ${pages.length}`));
    expect(pages.map(({ text }) => text).join('')).not.toMatch(/undefined|\bnull\b|NaN|\[object/);
  });

  it('has the same bytes twice', () => {
    const [first, second] = [largeReport(), largeReport()].map((report) =>
      renderPdf(report, { plan: null, language, audience: 'SERVICE' }),
    );
    expect(Buffer.compare(first ?? Buffer.alloc(0), second ?? Buffer.alloc(1))).toBe(0);
  });
});

describe('a report as PDF', () => {
  it('keeps French letters, spaces that do not break, and what is meant for Typst as plain text', () => {
    const text = textOf(renderPdf(largeReport(), SERVICE));
    for (const words of [
      'Lefèvre-Œuvrard',
      'N’Guessan',
      'Synthèse',
      '#import "/etc/passwd"',
      '#{ panic("x") }',
    ])
      expect(text).toContain(words);
    expect(text).toMatch(/1er\sdécembre\s2026/);
    expect(text).toMatch(/12\s345/);
  });

  it('says which character it cannot write', () => {
    const { body } = smallReport();
    const statement = 'avant 😀 après 漢字 et العربية ✓ \ue000 fin';
    const report = reportDocument({ ...body, findings: [findingInReport(1, { statement })] });
    const text = textOf(renderPdf(report, SERVICE)).replace(/\s+/g, ' ');
    expect(text).toContain('avant [U+1F600] après [U+6F22][U+5B57] et');
    expect(text).toContain('[U+E000] fin');
    expect(text).toContain('✓');
  });

  it('has bookmarks in the order of the HTML', () => {
    const report = largeReport();
    const { outline } = readPdf(renderPdf(report, SERVICE));
    const headings = [...renderHtml(report, SERVICE).matchAll(/<h2 id="part-\d+">(.*?)<\/h2>/g)];
    expect(headings.length).toBeGreaterThan(8);
    expect(outline.filter((title) => title !== 'Sommaire')).toEqual(headings.map(([, title]) => title));
  });

  it('keeps the summary within two pages, with the contents on the third', () => {
    const { pages } = readPdf(renderPdf(largeReport(), { ...SERVICE, plan: planOf(largeReport()) }));
    expect(pages[2]?.text).toContain('Sommaire');
    expect(pages[3]?.text).toContain('1. Champ et méthode');
  });

  it('repeats the header of a table on each page that it goes on to', () => {
    const { pages } = readPdf(renderPdf(largeReport(), SERVICE));
    expect(pages.filter(({ text }) => text.includes('Répondu par le service')).length).toBeGreaterThan(5);
  });

  it('lets no word run off the page', () => {
    const { pages } = readPdf(renderPdf(largeReport(), SERVICE));
    pages.forEach(({ right, width }) => expect(right).toBeLessThan(width - 40));
  });
});
