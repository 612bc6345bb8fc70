export { Assignment, SEATS, type Seat } from './assignment.entity';
export { Audit } from './audit.entity';
export { auditFacts, type AuditFactsRow } from './audit-facts';
export { AUDIT_STATES, auditStates, BEFORE_REPORT, type AuditFacts, type AuditState } from './audit.states';
export { auditsReads } from './audits.queries';
export { factsOf, moveAudit } from './move-audit';
export { requireAudit, subjectOf } from './require-audit';
