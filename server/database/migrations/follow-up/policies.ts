import type { RowPolicies } from '../../row-level-security';
import {
  coordinatorFree,
  MY_AUDITOR,
  ofMyAudits,
  ofMyService,
  PLATFORM,
  programmeFree,
} from '../second-wall/conditions';

const ofAction = (condition: string): string =>
  `exists (select 1 from corrective_action c where c.id = corrective_action_id and ${condition})`;
/** The same for what is one with its action. */
const ofOwnAction = (table: string, condition: string): string =>
  `exists (select 1 from corrective_action c where c.id = ${table}.id and ${condition})`;

const SERVICE = ofMyService('c.audited_service_id');
const TEAM = ofMyAudits('c.audit_id');
const ACTION_SEEN = `(${programmeFree('c.audited_service_id')} or ${SERVICE} or ${TEAM})`;
const CHECKER = `(${coordinatorFree('c.audited_service_id')} or ${TEAM})`;

const ofFollowUp = (condition: string): string =>
  `exists (select 1 from documentary_follow_up d where d.id = documentary_follow_up_id and ${condition})`;

/** Whoever concludes need not be of the team: he sees what the service says of its actions, and nothing else of the audit. */
const reviewedBy = (column: string): string => `${column} = ${MY_AUDITOR}`;

/**
 * What belongs to an action is seen with it; its service says who owns it and what it waits for, and whoever may verify
 * judges its effect. A relapse is of the later audit: the team of the earlier one has no part in that.
 */
export const FOLLOW_UP_POLICIES: Readonly<Record<string, RowPolicies>> = {
  corrective_action_owner: {
    select: ofOwnAction('corrective_action_owner', ACTION_SEEN),
    insert: ofOwnAction('corrective_action_owner', SERVICE),
    delete: ofOwnAction('corrective_action_owner', SERVICE),
  },
  corrective_action_dependency: {
    select: ofAction(ACTION_SEEN),
    insert: ofAction(SERVICE),
    delete: ofAction(SERVICE),
  },
  waiver_extension: {
    select: ofOwnAction('waiver_extension', ACTION_SEEN),
    insert: ofOwnAction('waiver_extension', SERVICE),
    delete: ofOwnAction('waiver_extension', `(${SERVICE} or ${CHECKER})`),
  },
  effectiveness_check: {
    select: ofAction(ACTION_SEEN),
    insert: ofAction(CHECKER),
    update: ofAction(CHECKER),
    fixed: ['corrective_action_id', 'round', 'due_on'],
  },
  corrective_action_relapse: {
    select: `${programmeFree('audited_service_id')} or ${ofMyService('audited_service_id')} or ${ofMyAudits('audit_id')}`,
    insert: ofMyAudits('audit_id'),
  },
  documentary_follow_up: {
    select: `${programmeFree('audited_service_id')} or ${ofMyService('audited_service_id')} or ${ofMyAudits('audit_id')}
      or ${reviewedBy('reviewer_auditor_id')}`,
    insert: ofMyAudits('audit_id'),
    update: `${coordinatorFree('audited_service_id')} or ${ofMyService('audited_service_id')} or ${ofMyAudits('audit_id')}
      or ${reviewedBy('reviewer_auditor_id')} or ${PLATFORM}`,
    fixed: ['audit_id', 'audited_service_id', 'campaign_id', 'due_on'],
  },
  follow_up_item: {
    select: ofFollowUp(
      `(${programmeFree('d.audited_service_id')} or ${ofMyService('d.audited_service_id')}
        or ${ofMyAudits('d.audit_id')} or ${reviewedBy('d.reviewer_auditor_id')})`,
    ),
    insert: ofFollowUp(ofMyService('d.audited_service_id')),
    update: ofFollowUp(`(${ofMyService('d.audited_service_id')} or ${reviewedBy('d.reviewer_auditor_id')})`),
    fixed: ['documentary_follow_up_id', 'corrective_action_id'],
  },
};
