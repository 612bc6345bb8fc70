import { createHash } from 'node:crypto';
import canonicalize from 'canonicalize';
import { reportHtml } from './html';
import { reportPdf } from './pdf';
import { printable } from './report-parts';
import type { RenderingOptions, ReportVariant } from './report-variant';

/**
 * A report as one HTML file. The same report gives the same text, character by character.
 * @param report as the audience may read it; its hash is computed from it
 */
export function renderHtml(report: ReportVariant, options: RenderingOptions): string {
  return reportHtml(printable({ report, ...options, sha256: hashOf(report) }));
}

/**
 * A report as PDF, from the same parts in the same order. The same report gives the same bytes.
 * @param report as the audience may read it; its hash is computed from it
 * @throws Error when Typst cannot lay it out
 */
export function renderPdf(report: ReportVariant, options: RenderingOptions): Uint8Array {
  const pages = printable({ report, ...options, sha256: hashOf(report) });
  return reportPdf(pages, report.issuedAt ?? '1970-01-01T00:00:00Z');
}

function hashOf(report: ReportVariant): string {
  return createHash('sha256')
    .update(canonicalize(report) ?? '', 'utf8')
    .digest('hex');
}
