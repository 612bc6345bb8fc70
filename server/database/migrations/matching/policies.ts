import type { RowPolicies } from '../../row-level-security';
import {
  COORDINATOR,
  coordinatorFree,
  ofAudit,
  ofMyService,
  PLATFORM,
  PROGRAMME,
  programmeFree,
} from '../second-wall/conditions';

const ofFreeAudit = ofAudit('audit_id', programmeFree('a.audited_service_id'));
const ofCoordinatedAudit = ofAudit('audit_id', coordinatorFree('a.audited_service_id'));

/** Acts read it, and what they make of it for the viewer leaves out what a tie hides from him. */
const FOR_ACTS = 'false';

/** Needs belong to a service and the programme; runs to the programme, and what they say of an audit to those without a tie. */
export const MATCHING_POLICIES: Readonly<Record<string, RowPolicies>> = {
  matching_settings: {
    select: PROGRAMME,
    insert: COORDINATOR,
    update: COORDINATOR,
    fixed: ['campaign_id'],
  },
  staffing_need: {
    select: `${programmeFree('audited_service_id')} or ${ofMyService('audited_service_id')}`,
    insert: `${coordinatorFree('audited_service_id')} or ${ofMyService('audited_service_id')}`,
    update: `${coordinatorFree('audited_service_id')} or ${ofMyService('audited_service_id')}`,
    fixed: ['campaign_id', 'audited_service_id'],
  },
  matching_decision: {
    select: ofFreeAudit,
    insert: ofCoordinatedAudit,
    update: ofCoordinatedAudit,
    fixed: ['audit_id', 'auditor_id', 'kind', 'reason', 'decided_by_id'],
  },
  matching_run: {
    select: PROGRAMME,
    insert: COORDINATOR,
    update: `${COORDINATOR} or ${PLATFORM}`,
    fixed: [
      'campaign_id',
      'operation_id',
      'base_run_id',
      'is_dry_run',
      'seed',
      'seconds',
      'memory_megabytes',
      'rules_hash',
      'solver_version',
      'settings',
      'started_by_id',
    ],
  },
  matching_snapshot: { select: FOR_ACTS, insert: PLATFORM },
  matching_result: { select: FOR_ACTS, insert: PLATFORM },
  proposed_team: { select: ofFreeAudit, insert: PLATFORM },
  proposed_member: {
    select: ofFreeAudit,
    insert: PLATFORM,
    update: ofCoordinatedAudit,
    fixed: ['matching_run_id', 'proposed_team_id', 'audit_id', 'auditor_id', 'seat', 'is_lead'],
  },
};
