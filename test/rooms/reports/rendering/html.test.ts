import { SaxesParser } from 'saxes';
import { renderHtml, REPORT_LANGUAGES } from '../../../../server/reports';
import {
  emptyReport,
  HOSTILE_TEXTS,
  largeReport,
  planOf,
  smallReport,
} from '../../../support/sample-reports';

const SERVICE = { plan: null, language: 'fr', audience: 'SERVICE' } as const;

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
    const { elements, text } = parsed(renderHtml(report, { plan, language, audience: 'SERVICE' }));
    expect(elements[0]).toMatchObject({ name: 'html', attributes: { lang: language } });
    expect(text).not.toMatch(/undefined|\bnull\b|NaN|\[object/);
    expect(elements.filter(({ name }) => name === 'script' || name === 'img')).toEqual([]);
    expect(
      elements.flatMap(({ attributes }) => Object.keys(attributes)).filter((key) => /^on/.test(key)),
    ).toEqual([]);
  });

  it('has headings in order, a caption and scopes for each table, and words for each drawing', () => {
    const { elements } = parsed(
      renderHtml(reports.large, { plan: planOf(reports.large), language, audience: 'SERVICE' }),
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
    const { elements } = parsed(renderHtml(reports.large, { plan: null, language, audience: 'SERVICE' }));
    const ids = elements.flatMap(({ attributes }) => attributes['id'] ?? []);
    expect(new Set(ids).size).toBe(ids.length);
    const links = elements.flatMap(({ name, attributes }) =>
      name === 'a' ? [attributes['href'] ?? ''] : [],
    );
    expect(links.length).toBeGreaterThan(10);
    links.forEach((link) => expect(ids).toContain(link.slice(1)));
  });

  it('is the same twice', () => {
    const options = { plan: null, language, audience: 'SERVICE' } as const;
    expect(renderHtml(largeReport(), options)).toBe(renderHtml(largeReport(), options));
  });
});

describe('a report as HTML', () => {
  it('shows hostile texts and runs none', () => {
    const html = renderHtml(largeReport(), SERVICE);
    const { text } = parsed(html);
    expect(text).toContain(HOSTILE_TEXTS.script);
    expect(text).toContain('#import "/etc/passwd"');
    expect(text).toContain('ملاحظة');
    expect(text).toContain('👨‍👩‍👧');
    expect(html).not.toContain('<script');
    expect(html).not.toContain('<img');
  });

  it('asks for nothing from elsewhere', () => {
    const html = renderHtml(largeReport(), SERVICE);
    const { elements } = parsed(html);
    const addresses = elements.flatMap(({ attributes }) =>
      ['src', 'href', 'xlink:href', 'action', 'data'].flatMap((name) => attributes[name] ?? []),
    );
    expect(addresses.filter((address) => !address.startsWith('#'))).toEqual([]);
    expect(elements.filter(({ name }) => name === 'link' || name === 'iframe')).toEqual([]);
    expect(html).not.toMatch(/url\(|@import/);
  });

  it('puts strengths before findings, and the proof last', () => {
    const html = renderHtml(smallReport(), SERVICE);
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

  it('leaves out what the audience does not read, and says for whom it is', () => {
    const { body, signatures: _, bodySha256: __, ...report } = smallReport();
    const { auditedService, campaign, template } = body;
    const open = {
      ...report,
      body: { audit: { reference: body.audit.reference }, auditedService, campaign, template },
    };
    const { text } = parsed(renderHtml(open, { ...SERVICE, audience: 'PUBLIC' }));
    expect(text).toContain('Résumé destiné au public');
    for (const part of [
      'Constats',
      'Doses',
      'mesurés',
      'Tableau de traitement',
      'Plan d’actions',
      'Regards croisés',
    ])
      expect(text).not.toContain(part);
    expect(text).not.toMatch(/undefined|null|NaN/);
  });

  it('shows no action of a withdrawn finding, which stands in the treatment table alone', () => {
    const report = smallReport();
    const withdrawn = report.body.findings.map((finding) =>
      finding.number === 2
        ? { ...finding, state: 'WITHDRAWN' as const, treatment: 'WITHDRAWN' as const }
        : finding,
    );
    const { text } = parsed(
      renderHtml({ ...report, body: { ...report.body, findings: withdrawn } }, SERVICE),
    );
    expect(text).toContain('Aucun constat n’appelle d’action.');
    expect(text.match(/Trois protocoles sur dix/g)).toHaveLength(1);
    expect(text).toContain('Retiré.');
  });
});
