import type { RowPolicies } from '../../row-level-security';
import { ofMyAudits, ofMyService, programmeFree } from '../second-wall/conditions';

const SERVICE = ofMyService('audited_service_id');
const TEAM = ofMyAudits('audit_id');
const STAFF = programmeFree('audited_service_id');

/**
 * The whole report is for the service and its team, what is left of it for the programme as well; the plan and attestations
 * are for all who see the audit. Nothing of it is changed or deleted.
 */
export const REPORT_DOCUMENT_POLICIES: Readonly<Record<string, RowPolicies>> = {
  report_variant: {
    select: `${SERVICE} or ${TEAM} or (audience <> 'SERVICE' and ${STAFF})`,
    insert: TEAM,
  },
  plan_document: {
    select: `${SERVICE} or ${TEAM} or ${STAFF}`,
    insert: TEAM,
  },
  attestation: {
    select: `${SERVICE} or ${TEAM} or ${STAFF}`,
    insert: SERVICE,
  },
};
