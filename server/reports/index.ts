export {
  proposeAmendment,
  signAmendment,
  withdrawAmendment,
  type ReportAmendmentProposeInput,
} from './amend-report';
export { CONFIRMATIONS } from './confirmation';
export { answerContradictory, closeContradictory } from './contradictory';
export { treatmentOf, TREATMENTS, type Treatment } from './finding-treatment';
export { issueReport } from './issue-report';
export { freeze, type ReportContent } from './report-content';
export { SIGNED_DOCUMENTS, type SignedDocument } from './report-signature.entity';
export { Report } from './report.entity';
export { reportsEdges, type ReportPreview } from './reports-of-audits';
export { reportsReads } from './reports.queries';
export { signDraftReport, signReport, type ReportActInput, type ReportSignInput } from './sign-report';
export { submitDraftReport } from './submit-draft-report';
export type { TreatedFinding, TreatmentTable } from './treatment-table';
