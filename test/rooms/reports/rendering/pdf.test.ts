import fc from 'fast-check';
import {
  redact,
  renderHtml,
  renderPdf,
  REPORT_AUDIENCES,
  REPORT_LANGUAGES,
} from '../../../../server/reports';
import { reportDocuments } from '../../../support/report-documents';
import {
  emptyReport,
  FOR_SERVICE,
  findingInReport,
  largeReport,
  planOf,
  reportDocument,
  smallReport,
} from '../../../support/sample-reports';
import { readPdf } from '../../../support/read-pdf';

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
    const bytes = renderPdf(report, { ...FOR_SERVICE, plan: planOf(report), language });
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
      renderPdf(report, { ...FOR_SERVICE, language }),
    );
    expect(Buffer.compare(first ?? Buffer.alloc(0), second ?? Buffer.alloc(1))).toBe(0);
  });
});

describe('a report as PDF', () => {
  const report = largeReport();
  const bytes = renderPdf(report, FOR_SERVICE);
  const pdf = readPdf(bytes);

  it('keeps French letters, spaces that do not break, and what is meant for Typst as plain text', () => {
    const text = pdf.pages.map((page) => page.text).join('\n');
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
    expect(text).toContain(FOR_SERVICE.sha256);
  });

  it('says which character it cannot write', () => {
    const { body } = smallReport();
    const statement = 'avant 😀 après 漢字 et العربية ✓ \ue000 fin';
    const report = reportDocument({ ...body, findings: [findingInReport(1, { statement })] });
    const text = textOf(renderPdf(report, FOR_SERVICE)).replace(/\s+/g, ' ');
    expect(text).toContain('avant [U+1F600] après [U+6F22][U+5B57] et');
    expect(text).toContain('[U+E000] fin');
    expect(text).toContain('✓');
  });

  it('can be laid out whatever a report holds', () => {
    fc.assert(
      fc.property(reportDocuments, fc.constantFrom(...REPORT_AUDIENCES), (report, audience) => {
        const bytes = renderPdf(redact(report, audience), { ...FOR_SERVICE, audience });
        expect(Buffer.from(bytes.slice(0, 5)).toString()).toBe('%PDF-');
      }),
      { numRuns: 8 },
    );
  });

  it('has bookmarks in the order of the HTML', () => {
    const { outline } = pdf;
    const headings = [...renderHtml(report, FOR_SERVICE).matchAll(/<h2 id="part-\d+">(.*?)<\/h2>/g)];
    expect(headings.length).toBeGreaterThan(8);
    expect(outline.filter((title) => title !== 'Sommaire')).toEqual(headings.map(([, title]) => title));
  });

  it('keeps the summary within two pages, with the contents on the third', () => {
    const { pages } = readPdf(renderPdf(largeReport(), { ...FOR_SERVICE, plan: planOf(largeReport()) }));
    expect(pages[2]?.text).toContain('Sommaire');
    expect(pages[3]?.text).toContain('1. Champ et méthode');
  });

  it('keeps it there with the longest names, a large team, sixty findings to act on and a due date each week', () => {
    const { body } = largeReport();
    const [member] = body.team;
    if (!member) throw new Error('a report without a team');
    const long = 'Groupement interhospitalier des Œillets '.repeat(8);
    const longest = reportDocument(
      {
        ...body,
        auditedService: {
          ...body.auditedService,
          name: long,
          organisation: long,
          modalities: ['CT', 'MRI', 'RADIOGRAPHY', 'MAMMOGRAPHY', 'ANGIOGRAPHY', 'NUCLEAR_MEDICINE'],
        },
        campaign: { code: 'G4-2026', title: long },
        template: { ...body.template, title: { fr: long, en: long } },
        team: Array.from({ length: 8 }, (_, index) => ({
          ...member,
          familyName: `de La Rochefoucauld-Montmorency-Liancourt ${index}`,
          employer: long,
        })),
        findings: Array.from({ length: 60 }, (_, index) => {
          const isGrave = index % 2 === 0;
          const kind = isGrave ? 'NON_CONFORMITY' : 'RECOMMENDATION';
          const severity = isGrave ? 'MAJOR' : null;
          return findingInReport(index + 1, { kind, severity, statement: long, callsForAction: true });
        }),
      },
      { amendment: { reason: long.repeat(6), amends: { number: 1, sha256: 'c'.repeat(64) }, changes: [] } },
    );
    const weekly = planOf(longest).actions.map((action, index) => ({
      ...action,
      dueOn: new Date(Date.UTC(2027, 0, 1 + 7 * index)).toISOString().slice(0, 10),
    }));
    for (const plan of [null, { ...planOf(longest), actions: weekly }]) {
      const { pages } = readPdf(renderPdf(longest, { ...FOR_SERVICE, plan }));
      expect(pages[2]?.text).toContain('Sommaire');
    }
  });

  it('leaves nothing that announces what follows alone at the foot of a page', () => {
    const others = [smallReport(), emptyReport()].flatMap((each) =>
      REPORT_AUDIENCES.map((audience) =>
        readPdf(renderPdf(redact(each, audience), { ...FOR_SERVICE, audience, wholeSha256: 'e'.repeat(64) })),
      ),
    );
    const feet = [pdf, ...others].flatMap(({ pages }) =>
      pages.map(({ text }) => text.replace(/\s*\d+ \/ \d+\s*$/, '')).slice(0, -1),
    );
    expect(feet.length).toBeGreaterThan(50);
    for (const foot of feet) {
      expect(foot).not.toMatch(/:$/);
      expect(foot).not.toMatch(/(Phase contradictoire|Action attendue au plus tard le)[^.]{0,60}$/);
      expect(foot).not.toMatch(
        /(Sur chaque tracé|Ce que l’équipe avait écrit)[^]{0,500}(réduire encore|ne se corrige pas)\.$/,
      );
    }
  });

  it('repeats the header of a table on each page that it goes on to', () => {
    const { pages } = pdf;
    expect(pages.filter(({ text }) => text.includes('Répondu par le service')).length).toBeGreaterThan(5);
  });

  it('lets no word run off the page', () => {
    const { pages } = pdf;
    pages.forEach(({ right, width }) => expect(right).toBeLessThan(width - 40));
  });
});
