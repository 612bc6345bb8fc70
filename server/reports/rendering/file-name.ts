import type { ReportAudience } from '../document/report-document';
import type { ReportLanguage } from './shown-report';

/** The forms in which a report is downloaded. */
export const REPORT_FORMATS = ['PDF', 'HTML', 'JSON'] as const;
export type ReportFormat = (typeof REPORT_FORMATS)[number];

/**
 * The name of a downloaded report: rapport-AUD-2026-00004-v1-fr.pdf, with the audience where it is not the whole of it. JSON
 * has both languages in it.
 */
export function reportFileName({
  reference,
  number,
  audience,
  format,
  language,
}: {
  reference?: string | null | undefined;
  number?: number | null | undefined;
  audience: ReportAudience;
  format: ReportFormat;
  language: ReportLanguage;
}): string {
  const parts = [
    'rapport',
    // Part of a command that is there to be copied, so nothing in it may mean something to a shell.
    (reference ?? 'audit').replace(/[^A-Za-z0-9-]/g, '_'),
    `v${number ?? 1}`,
    ...(audience === 'SERVICE' ? [] : [audience.toLowerCase()]),
    ...(format === 'JSON' ? [] : [language]),
  ];
  return `${parts.join('-')}.${format.toLowerCase()}`;
}
