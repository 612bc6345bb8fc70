import fc from 'fast-check';
import { SaxesParser } from 'saxes';
import { redact, renderHtml, REPORT_AUDIENCES, REPORT_LANGUAGES } from '../../../../server/reports';
import {
  emptyReport,
  FOR_SERVICE,
  HOSTILE_TEXTS,
  largeReport,
  planOf,
  smallReport,
} from '../../../support/sample-reports';
import { reportDocuments } from '../../../support/report-documents';

interface Element {
  name: string;
  attributes: Readonly<Record<string, string>>;
}

/** Every element and the text, as an XML parser reads them; throws where the page is not well-formed. */
function parsed(html: string): { elements: Element[]; text: string } {
  const elements: Element[] = [];
  let text = '';
  const parser = new SaxesParser({ xmlns: true });
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', ({ name, attributes }) => {
    const values = Object.entries(attributes).map(([key, { value }]) => [key, value] as const);
    elements.push({ name, attributes: Object.fromEntries(values) });
  });
  parser.on('text', (piece) => (text += piece));
  parser.write(html).close();
  return { elements, text };
}

describe.each(REPORT_LANGUAGES)('a report as HTML in %s', (language) => {
  const reports = { small: smallReport(), large: largeReport(), empty: emptyReport() };
  const cases = Object.entries(reports).flatMap(([name, report]) => [
    { name, report, plan: null },
    { name: `${name} with its plan`, report, plan: planOf(report) },
  ]);

  it.each(cases)('is well-formed, and says nothing of what is missing: $name', ({ report, plan }) => {
    const { elements, text } = parsed(renderHtml(report, { ...FOR_SERVICE, plan, language }));
    expect(elements[0]).toMatchObject({ name: 'html', attributes: { lang: language } });
    expect(text).not.toMatch(/undefined|\bnull\b|NaN|\[object/);
    expect(elements.filter(({ name }) => name === 'script' || name === 'img')).toEqual([]);
    expect(
      elements.flatMap(({ attributes }) => Object.keys(attributes)).filter((key) => /^on/.test(key)),
    ).toEqual([]);
  });

  it('has headings in order, a caption and scopes for each table, and words for each drawing', () => {
    const { elements } = parsed(
      renderHtml(reports.large, { ...FOR_SERVICE, plan: planOf(reports.large), language }),
    );
    const levels = elements.flatMap(({ name }) => (/^h[1-6]$/.test(name) ? [Number(name[1])] : []));
    expect(levels[0]).toBe(1);
    levels.forEach((level, index) => expect(level).toBeLessThanOrEqual((levels[index - 1] ?? 0) + 1));
    const number = (wanted: string): number => elements.filter(({ name }) => name === wanted).length;
    expect(number('table')).toBeGreaterThan(5);
    expect(number('caption')).toBe(number('table'));
    expect(elements.filter(({ name, attributes }) => name === 'th' && !attributes['scope'])).toEqual([]);
    const drawings = elements.filter(({ name }) => name === 'svg');
    expect(drawings.length).toBeGreaterThan(50);
    drawings.forEach(({ attributes }) => expect(attributes['aria-label']).toMatch(/\d/));
  });

  it('has no id twice, and a heading for each line of its contents', () => {
    const { elements } = parsed(renderHtml(reports.large, { ...FOR_SERVICE, language }));
    const ids = elements.flatMap(({ attributes }) => attributes['id'] ?? []);
    expect(new Set(ids).size).toBe(ids.length);
    const links = elements.flatMap(({ name, attributes }) =>
      name === 'a' ? [attributes['href'] ?? ''] : [],
    );
    expect(links.length).toBeGreaterThan(10);
    links.forEach((link) => expect(ids).toContain(link.slice(1)));
  });

  it('is the same twice', () => {
    const options = { ...FOR_SERVICE, language };
    expect(renderHtml(largeReport(), options)).toBe(renderHtml(largeReport(), options));
  });
});

describe('a report as HTML', () => {
  it('shows hostile texts and runs none', () => {
    const html = renderHtml(largeReport(), FOR_SERVICE);
    const { text } = parsed(html);
    expect(text).toContain(HOSTILE_TEXTS.script);
    expect(text).toContain('#import "/etc/passwd"');
    expect(text).toContain('ملاحظة');
    expect(text).toContain('👨‍👩‍👧');
    expect(html).not.toContain('<script');
    expect(html).not.toContain('<img');
  });

  it('asks for nothing from elsewhere', () => {
    const html = renderHtml(largeReport(), FOR_SERVICE);
    const { elements } = parsed(html);
    const addresses = elements.flatMap(({ attributes }) =>
      ['src', 'href', 'xlink:href', 'action', 'data'].flatMap((name) => attributes[name] ?? []),
    );
    expect(addresses.filter((address) => !address.startsWith('#'))).toEqual([]);
    expect(elements.filter(({ name }) => name === 'link' || name === 'iframe')).toEqual([]);
    expect(html).not.toMatch(/url\(|@import/);
  });

  it('puts strengths before findings, and the proof last', () => {
    const html = renderHtml(smallReport(), FOR_SERVICE);
    expect([...html.matchAll(/<h2 [^>]*>(.*?)<\/h2>/g)].map(([, title]) => title)).toEqual([
      'Synthèse',
      'Sommaire',
      '1. Champ et méthode',
      '2. Regards croisés, section par section',
      '3. Points forts et pratiques remarquables',
      '4. Constats',
      '5. Critères mesurés',
      '6. Doses et niveaux de référence',
      '7. Tableau de traitement de la phase contradictoire',
      '8. Plan d’actions correctives',
      '9. Textes déjà couverts par cet audit',
      '10. Signatures, empreinte et vérification',
    ]);
  });

  it('gives the G4 the view of the team, no dose and nothing of the self-assessment', () => {
    const report = largeReport();
    const { elements, text } = parsed(
      renderHtml(redact(report, 'G4'), { ...FOR_SERVICE, audience: 'G4', wholeSha256: 'e'.repeat(64) }),
    );
    expect(text).toContain('Version destinée au G4');
    expect(text).toContain('Regard de l’équipe, section par section');
    expect(text).toContain('e'.repeat(64));
    expect(text).toContain('rapport-AUD-2026-00004-v2-g4.json');
    for (const part of [
      'Auto-évaluation du service',
      'Écart',
      'niveaux de référence',
      'Textes déjà couverts',
    ])
      expect(text).not.toContain(part);
    expect(
      elements.filter(({ attributes }) => attributes['aria-label']?.includes('Auto-évaluation')),
    ).toEqual([]);
  });

  it('gives the public what was done well, and concludes nothing from what it does not show', () => {
    const { text } = parsed(
      renderHtml(redact(smallReport(), 'PUBLIC'), { ...FOR_SERVICE, audience: 'PUBLIC' }),
    );
    expect(text).toContain('Résumé destiné au public');
    expect(text).toContain('L’accueil des patients est exemplaire');
    for (const part of [
      '. Constats',
      'Non-conformité',
      'protocoles',
      'mesurés',
      'Tableau de traitement',
      'Plan d’actions',
      'annexées',
      'Lefèvre',
      'n° –',
    ])
      expect(text).not.toContain(part);
  });

  it('says nothing of what is missing, whatever a report holds and whoever reads it', () => {
    fc.assert(
      fc.property(
        reportDocuments,
        fc.constantFrom(...REPORT_AUDIENCES),
        fc.constantFrom(...REPORT_LANGUAGES),
        (report, audience, language) => {
          const html = renderHtml(redact(report, audience), { ...FOR_SERVICE, audience, language });
          parsed(html);
          expect(html).not.toMatch(/>[^<]*\b(undefined|NaN|Infinity|\[object)/);
        },
      ),
      { numRuns: 60 },
    );
  });

  it('says how many criteria of a section were judged, of those that it has', () => {
    const report = smallReport();
    const [first, ...others] = report.body.sections;
    if (!first) throw new Error('a report without sections');
    const consensus = { score: 1, gradedCount: 7, applicableCount: 5 };
    const sections = [{ ...first, consensus }, ...others];
    const { text } = parsed(renderHtml({ ...report, body: { ...report.body, sections } }, FOR_SERVICE));
    expect(text).toContain('5 sur 7');
  });

  it('shows no interval that ends on a target when it ends before', () => {
    const report = smallReport();
    const [first, ...others] = report.body.measures;
    if (!first) throw new Error('a report without measures');
    const rate = { source: 'COUNTS', x: 22, n: 24, estimate: 22 / 24, low: 0.7415, high: 0.9768 } as const;
    const target = { operator: '>=', value: 0.98 } as const;
    const measures = [{ ...first, ...rate, target, decision: 'NOT_MET' as const }, ...others];
    const { text } = parsed(renderHtml({ ...report, body: { ...report.body, measures } }, FOR_SERVICE));
    expect(text).toMatch(/intervalle de 74,2\s%\sà\s97,7\s%/);
  });

  it('names criteria without a sample by their codes, and gives them no row', () => {
    const report = smallReport();
    const [first] = report.body.measures;
    if (!first) throw new Error('a report without measures');
    const nothing = { x: null, n: null, estimate: null, low: null, high: null, decision: null } as const;
    const measures = ['C-1', 'C-2'].map((criterion) => ({
      ...first,
      ...nothing,
      criterion,
      source: 'COUNTS' as const,
    }));
    const { text } = parsed(renderHtml({ ...report, body: { ...report.body, measures } }, FOR_SERVICE));
    expect(text).toContain('Cotés sans mesure, faute d’échantillon\u00a0: C-1, C-2.');
    expect(text).not.toContain('Sur chaque tracé, le point est la valeur mesurée');
  });

  it('says of a new version why there is one, which it replaces, and what reads otherwise', () => {
    const { text } = parsed(renderHtml(largeReport(), FOR_SERVICE));
    const part = text.slice(
      text.indexOf('8. Ce que cette version change', text.indexOf('7. Tableau de traitement')),
    );
    for (const words of [
      'Une date de visite était fausse.',
      'c'.repeat(64),
      'La visite a eu lieu le 2 octobre.',
    ])
      expect(part).toContain(words);
    expect(parsed(renderHtml(smallReport(), FOR_SERVICE)).text).not.toContain('Ce que cette version change');
    const forAll = { ...FOR_SERVICE, audience: 'PUBLIC' } as const;
    expect(renderHtml(redact(largeReport(), 'PUBLIC'), forAll)).not.toContain('était fausse');
  });

  it('counts one as one', () => {
    const report = smallReport();
    const [dose] = report.body.doses;
    const [measure] = report.body.measures;
    if (!dose || !measure) throw new Error('a report without doses or measures');
    const doses = [{ ...dose, n: 1, low: null, high: null, position: 'INSUFFICIENT' as const }];
    const body = { ...report.body, doses, measures: [{ ...measure, notAssessable: 1 }] };
    const { text } = parsed(renderHtml({ ...report, body }, FOR_SERVICE));
    expect(text).toMatch(/\s1\srelevé\n/);
    expect(text).toMatch(/à part\s: 1\snon évaluable\n?/);
    expect(text).not.toMatch(/1\s(relevés|non évaluables)|1 pour lesquels/);
  });

  it('gives tiny doses and their levels the digits that tell them apart', () => {
    const report = smallReport();
    const [dose] = report.body.doses;
    if (!dose?.level) throw new Error('a report without a level');
    const tiny = { ...dose, median: 0.0123, level: { ...dose.level, nrd: 0.012, vgd: 0.0119 } };
    const { text } = parsed(renderHtml({ ...report, body: { ...report.body, doses: [tiny] } }, FOR_SERVICE));
    for (const words of [/médiane 0,0123\smGy/, /NRD 0,012\smGy/, /VGD 0,0119\smGy/])
      expect(text).toMatch(words);
  });

  it('shows no action of a withdrawn finding, which stands in the treatment table alone', () => {
    const report = smallReport();
    const withdrawn = report.body.findings.map((finding) =>
      finding.number === 2
        ? { ...finding, state: 'WITHDRAWN' as const, treatment: 'WITHDRAWN' as const }
        : finding,
    );
    const { text } = parsed(
      renderHtml({ ...report, body: { ...report.body, findings: withdrawn } }, FOR_SERVICE),
    );
    expect(text).toContain('Aucun constat n’appelle d’action.');
    expect(text.match(/Trois protocoles sur dix/g)).toHaveLength(1);
    expect(text).toContain('Retiré.');
  });
});
