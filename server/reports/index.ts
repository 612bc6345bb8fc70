export { amendReport, type ReportAmendInput } from './amend-report';
export { answerContradictory, closeContradictory } from './contradictory';
export { actionsDueOn, dueDateFrom, latestDueDate } from './document/action-due-dates';
export { freezeDocument, sha256Of, type FrozenDocument } from './document/freeze';
export { redact, variantOf, type Redacted, type VariantDocument } from './document/redact';
export { PLAN_AUDIENCES } from './document/redaction';
export { reportBody } from './document/report-body';
export {
  REPORT_AUDIENCES,
  REPORT_DOCUMENT_VERSION,
  type PlanDocument,
  type ReportAudience,
  type ReportBody,
  type ReportDocument,
} from './document/report-document';
export { treatmentOf, type Treatment } from './finding-treatment';
export { issueReport } from './issue-report';
export { freeze, REPORT_SCHEMA_VERSION, type ReportContent } from './report-content';
export { Report } from './report.entity';
export { reportsReads } from './reports.queries';
export { signDraftReport, signReport, type ReportActInput } from './sign-report';
export { submitDraftReport } from './submit-draft-report';
