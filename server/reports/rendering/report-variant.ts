import type { PlanDocument, ReportAudience, ReportDocument } from '../document/report-document';

/** What redaction may leave of a value: any part of an object can be missing, so that nothing here counts on one. */
export type Redacted<T> = T extends readonly (infer Item)[]
  ? readonly Redacted<Item>[]
  : T extends object
    ? { readonly [Key in keyof T]?: Redacted<T[Key]> | null }
    : T;

/** A report as one audience may read it. */
export type ReportVariant = Redacted<ReportDocument>;

/** One finding of it. */
export type VariantFinding = NonNullable<NonNullable<ReportVariant['body']>['findings']>[number];

/** The languages in which reports are rendered. */
export const REPORT_LANGUAGES = ['fr', 'en'] as const;
export type ReportLanguage = (typeof REPORT_LANGUAGES)[number];

/** How a report is to be rendered. */
export interface RenderingOptions {
  /** The accepted plan, where it is shown to this audience and there is one. */
  plan: Redacted<PlanDocument> | null;
  language: ReportLanguage;
  audience: ReportAudience;
}

/** All that the parts of a rendering are made from. */
export interface Rendering extends RenderingOptions {
  report: ReportVariant;
  /** Of the canonical JSON of this variant, hexadecimal. */
  sha256: string;
}
