import { reportHtml } from './html';
import { reportPdf } from './pdf';
import { printable } from './report-parts';
import type { RenderingOptions, ShownReport } from './shown-report';

/**
 * A report as one HTML file. The same report gives the same text, character by character.
 * @param report as the audience may read it
 */
export function renderHtml(report: ShownReport, options: RenderingOptions): string {
  return reportHtml(printable({ report, ...options }));
}

/**
 * A report as PDF, from the same parts in the same order. The same report gives the same bytes.
 * @param report as the audience may read it
 * @throws Error when Typst cannot lay it out
 */
export function renderPdf(report: ShownReport, options: RenderingOptions): Uint8Array {
  return reportPdf(printable({ report, ...options }), report.issuedAt ?? '1970-01-01T00:00:00Z');
}
