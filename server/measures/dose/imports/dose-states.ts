import type { AuditState } from '../../../audits';

/** When a service hands in doses: from the self-assessment until the report is out, that speaks of them. */
export const DOSE_STATES_OF_AUDIT: readonly AuditState[] = [
  'SELF_ASSESSMENT',
  'DOCUMENT_REVIEW',
  'ON_SITE',
  'DRAFT_REPORT',
  'CONTRADICTORY',
  'FINALISATION',
];
