export { auditAsOfEdge, type AuditAsOf } from './audit-as-of';
