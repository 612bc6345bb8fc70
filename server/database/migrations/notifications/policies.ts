import type { RowPolicies } from '../../row-level-security';
import {
  COORDINATOR,
  coordinatorFree,
  ME,
  ofMyAudits,
  ofMyService,
  PLATFORM,
} from '../second-wall/conditions';

/** The team was shown to the service, and this came afterwards. */
const SHOWN = `exists (select 1 from audit a where a.id = delivery.audit_id and a.team_shown_at <= delivery.found_at)`;

/**
 * The log is proof for both sides: everybody sees what he was told; the coordination what was told about the audits that it
 * sees; a service what its own people were told, and that its team was; the team what those were told who work on the audit
 * for the service.
 */
export const DELIVERY_SEEN = `account_id = ${ME}
  or ${coordinatorFree('audited_service_id')}
  or (audited_service_id is null and ${COORDINATOR})
  or (${ofMyService('audited_service_id')} and (audience in ('SERVICE', 'MANAGER') or (audience in ('TEAM', 'LEAD') and ${SHOWN})))
  or (${ofMyAudits('audit_id')} and audience in ('SERVICE', 'TEAM', 'LEAD'))`;

/** Seen with what it tells. */
const MAIL_SEEN = `account_id = ${ME} or exists (select 1 from delivery d where d.mail_id = mail.id)`;

const OWN = `account_id = ${ME}`;

export const NOTIFICATION_POLICIES: Readonly<Record<string, RowPolicies>> = {
  job: {
    select: PLATFORM,
    update: PLATFORM,
    delete: PLATFORM,
    fixed: ['task', 'payload', 'key'],
  },
  outbox_message: { select: PLATFORM },
  notification_preference: {
    select: OWN,
    insert: `${OWN} or ${PLATFORM}`,
    update: `${OWN} or ${PLATFORM}`,
    fixed: ['account_id'],
  },
  mail: {
    select: MAIL_SEEN,
    insert: PLATFORM,
    update: PLATFORM,
    fixed: ['account_id', 'kind', 'day', 'language', 'composed_at'],
  },
  mail_attempt: {
    select: 'exists (select 1 from mail m where m.id = mail_attempt.mail_id)',
    insert: PLATFORM,
  },
  delivery: {
    select: DELIVERY_SEEN,
    insert: PLATFORM,
    update: PLATFORM,
    fixed: [
      'account_id',
      'topic',
      'audience',
      'subject_id',
      'fact',
      'object_type',
      'object_id',
      'audit_id',
      'campaign_id',
      'audited_service_id',
      'step',
      'due_on',
      'found_at',
    ],
  },
};
