import type { Redacted } from '../document/redact';
import type { PlanDocument, ReportAudience, ReportDocument } from '../document/report-document';

/** What an audience may read of a report: any part of it can be missing, so that nothing here counts on one. */
export type ShownReport = Redacted<ReportDocument>;

/** One finding of it. */
export type ShownFinding = NonNullable<NonNullable<ShownReport['body']>['findings']>[number];

/** The languages in which reports are rendered. */
export const REPORT_LANGUAGES = ['fr', 'en'] as const;
export type ReportLanguage = (typeof REPORT_LANGUAGES)[number];

/** How a report is to be rendered. */
export interface RenderingOptions {
  /** The accepted plan, where this audience reads it and there is one. */
  plan: Redacted<PlanDocument> | null;
  language: ReportLanguage;
  audience: ReportAudience;
  /** Hexadecimal, of the canonical JSON that this audience can download. */
  sha256: string;
  /** The same of the whole report, where that is another one. */
  wholeSha256: string | null;
}

/** All that the parts of a rendering are made from. */
export interface Rendering extends RenderingOptions {
  report: ShownReport;
}
