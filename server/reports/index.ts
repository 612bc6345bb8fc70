export {
  proposeAmendment,
  signAmendment,
  withdrawAmendment,
  type ReportAmendmentProposeInput,
} from './amend-report';
export { CONFIRMATIONS } from './confirmation';
export { answerContradictory, closeContradictory } from './contradictory';
export {
  attestationNote,
  openAttestation,
  type AttestationContent,
  type OpenedAttestation,
} from './attestation/attestation-note';
export { issueAttestation, type AttestationIssueInput } from './attestation/issue-attestation';
export { PlanDocument as FrozenPlan } from './document/plan-document.entity';
export { actionsDueOn, dueDateFrom, latestDueDate } from './document/action-due-dates';
export { freezeDocument, sha256Of, type FrozenDocument } from './document/freeze';
export { documentsReads, documentsEdges } from './document/documents.queries';
export { freezeVariants } from './document/freeze-variants';
export { redact, variantOf, type Redacted, type VariantDocument } from './document/redact';
export { PLAN_AUDIENCES } from './document/redaction';
export { reportBodies, reportBody } from './document/report-body';
export {
  REPORT_AUDIENCES,
  REPORT_DOCUMENT_VERSION,
  type DoseInReport,
  type FindingInReport,
  type MeasureInReport,
  type PlanDocument,
  type ReportAudience,
  type ReportBody,
  type ReportDocument,
} from './document/report-document';
export { type Check } from './verification/read-document';
export { verifyDocument, type Held } from './verification/verify-documents';
export { treatmentOf, TREATMENTS, type Treatment } from './finding-treatment';
export { issueReport } from './issue-report';
export { SIGNED_DOCUMENTS, type SignedDocument } from './report-signature.entity';
export { Report } from './report.entity';
export { reportsEdges, type ReportPreview } from './reports-of-audits';
export { reportsReads } from './reports.queries';
export { signDraftReport, signReport, type ReportActInput, type ReportSignInput } from './sign-report';
export { submitDraftReport } from './submit-draft-report';
export {
  downloadReport,
  forgetReportTickets,
  REPORT_DOWNLOADS_PATH,
  type ReportDownloadInput,
} from './download/download-report';
export { fetchReport, ReportDamaged, type ServedReport } from './download/fetch-report';
export { ReportDownload } from './download/report-download.entity';
export { REPORT_FORMATS, reportFileName, type ReportFormat } from './rendering/file-name';
export { RenderingBusy, RenderingFailure } from './rendering/render-apart';
export { renderHtml, renderPdf } from './rendering/render-report';
export {
  REPORT_LANGUAGES,
  type RenderingOptions,
  type ReportLanguage,
  type ShownReport,
} from './rendering/shown-report';
export type { TreatedFinding, TreatmentTable } from './treatment-table';
