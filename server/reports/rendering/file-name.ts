import type { ReportAudience } from '../document/report-document';

/** The forms in which a report is downloaded. */
export const REPORT_FORMATS = ['PDF', 'HTML', 'JSON'] as const;
export type ReportFormat = (typeof REPORT_FORMATS)[number];

/** The name of a downloaded report: rapport-AUD-2026-00004-v1.pdf, with the audience where it is not the whole of it. */
export function reportFileName({
  reference,
  number,
  audience,
  format,
}: {
  reference?: string | null | undefined;
  number?: number | null | undefined;
  audience: ReportAudience;
  format: ReportFormat;
}): string {
  const parts = [
    'rapport',
    // Part of a command that is there to be copied, so nothing in it may mean something to a shell.
    (reference ?? 'audit').replace(/[^A-Za-z0-9-]/g, '_'),
    `v${number ?? 1}`,
    ...(audience === 'SERVICE' ? [] : [audience.toLowerCase()]),
  ];
  return `${parts.join('-')}.${format.toLowerCase()}`;
}
