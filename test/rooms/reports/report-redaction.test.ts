import fc from 'fast-check';
import { redact } from '../../../server/reports/document/redact';
import { KEPT_ITEMS, REDACTION } from '../../../server/reports/document/redaction';
import {
  REPORT_AUDIENCES,
  type ReportAudience,
  type ReportDocument,
} from '../../../server/reports/document/report-document';
import { leavesOf, reportDocuments } from '../../support/report-documents';

const rows: ReadonlyMap<string, readonly ReportAudience[]> = new Map(Object.entries(REDACTION));
const isFor = (audience: ReportAudience, path: string) => rows.get(path)?.includes(audience) ?? false;

/** What decides whether an item is kept stays as it is. */
const DECIDES = new Set(
  KEPT_ITEMS.flatMap(({ path, where }) => Object.keys(where).map((field) => `${path}.${field}`)),
);

/** The same document, with a text of its own at every place, by which it would be found wherever it went. */
function marked(report: ReportDocument): { document: ReportDocument; marks: Map<string, string> } {
  const marks = new Map<string, string>();
  const mark = (value: unknown, path: string): unknown => {
    if (value === null) return null;
    if (Array.isArray(value)) return value.map((item) => mark(item, `${path}[]`));
    if (typeof value === 'object')
      return Object.fromEntries(
        Object.entries(value).map(([key, part]) => [key, mark(part, path === '' ? key : `${path}.${key}`)]),
      );
    if (DECIDES.has(path)) return value;
    const text = `⟦${marks.size}⟧`;
    marks.set(text, path);
    return text;
  };
  return { document: mark(report, '') as ReportDocument, marks };
}

test('every value of a report has a row, and nobody but the service reads more than the programme', () => {
  fc.assert(
    fc.property(reportDocuments, (report) => {
      expect(leavesOf(report).filter(({ path }) => !rows.has(path))).toEqual([]);
    }),
  );
  for (const [path, audiences] of rows) {
    expect([path, audiences.includes('SERVICE')]).toEqual([path, true]);
    if (audiences.includes('PUBLIC')) expect([path, audiences.includes('G4')]).toEqual([path, true]);
  }
});

test.each(REPORT_AUDIENCES)('nothing that %s may not read is anywhere in its variant', (audience) => {
  fc.assert(
    fc.property(reportDocuments, (report) => {
      const { document, marks } = marked(report);
      const text = JSON.stringify(redact(document, audience));
      const shown = [...marks].flatMap(([mark, path]) => (text.includes(mark) ? [path] : []));
      const read = leavesOf(redact(report, audience)).map(({ path }) => path);
      expect([...shown, ...read].filter((path) => !isFor(audience, path))).toEqual([]);
    }),
  );
});

test('a list or an object of which an audience reads nothing is not there, empty or not', () => {
  fc.assert(
    fc.property(reportDocuments, (report) => {
      const programme = redact(report, 'G4');
      const read = programme.body ?? {};
      expect(['doses', 'coverage'].filter((key) => key in read)).toEqual([]);
      expect((read.findings ?? []).some((finding) => finding.reply && 'evidence' in finding.reply)).toBe(
        false,
      );
      const { body = {}, ...around } = redact(report, 'PUBLIC');
      expect(Object.keys(body).sort()).toEqual(
        ['audit', 'auditedService', 'campaign', 'findings', 'scope', 'template'].sort(),
      );
      expect(Object.keys(around).sort()).toEqual(['issuedAt', 'number', 'schema']);
    }),
  );
});

test('the service reads all of it; others, all that is theirs', () => {
  fc.assert(
    fc.property(reportDocuments, (report) => {
      expect(redact(report, 'SERVICE')).toEqual(report);
      const ofProgramme = leavesOf(report).filter(({ path }) => isFor('G4', path));
      expect(leavesOf(redact(report, 'G4'))).toEqual(ofProgramme);
    }),
  );
});

test('the public summary names strengths and remarkable practices that stand, and no other finding', () => {
  fc.assert(
    fc.property(reportDocuments, (report) => {
      const shown = report.body.findings.filter(
        ({ kind, state }) => state === 'FINAL' && (kind === 'STRENGTH' || kind === 'REMARKABLE_PRACTICE'),
      );
      expect(redact(report, 'PUBLIC').body?.findings).toEqual(
        shown.map(({ kind, statement }) => ({ kind, statement })),
      );
    }),
  );
});

test('what no row names is for nobody: a field that comes later, a text where a list was', () => {
  fc.assert(
    fc.property(reportDocuments, fc.constantFrom(...REPORT_AUDIENCES), (report, audience) => {
      const later = {
        ...report,
        secret: '⟦a⟧',
        signatures: '⟦b⟧',
        body: {
          ...report.body,
          verdict: { pass: '⟦c⟧' },
          campaign: '⟦d⟧',
          findings: report.body.findings.map((finding) => ({ ...finding, rank: '⟦e⟧' })),
          auditedService: { ...report.body.auditedService, name: { first: '⟦f⟧' } },
        },
      };
      expect(JSON.stringify(redact(later as unknown as ReportDocument, audience))).not.toMatch(/⟦[a-f]⟧/);
    }),
  );
});
