export { amendReport, type ReportAmendInput } from './amend-report';
export { answerContradictory, closeContradictory } from './contradictory';
export { treatmentOf, type Treatment } from './finding-treatment';
export { issueReport } from './issue-report';
export { freeze, REPORT_SCHEMA_VERSION, type ReportContent } from './report-content';
export { Report } from './report.entity';
export { reportsReads } from './reports.queries';
export { signDraftReport, signReport, type ReportActInput } from './sign-report';
export { submitDraftReport } from './submit-draft-report';
