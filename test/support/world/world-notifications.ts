import type { WorldAudit } from './world-audits';
import { worldId, type WorldRows } from './world-rows';

/** Who is told of the audits of the world, by audience: the account, and by what it was found. */
const told = ({ service, serviceId, id, lead, member, memberId }: WorldAudit) =>
  [
    ['SERVICE', `manager ${service}`, serviceId],
    ['MANAGER', `manager ${service}`, serviceId],
    ['TEAM', member, id],
    ['LEAD', lead, id],
    ['AUDITOR', member, memberId],
    ['COORDINATION', 'coordinator', serviceId],
  ] as const;

/** What people were told about an audit, once its team had been shown, in messages of their own. */
export function addDeliveries(rows: WorldRows, audit: WorldAudit): void {
  const { name, id, campaignId, serviceId } = audit;
  for (const [audience, viewer, subjectId] of told(audit)) {
    const of = `${name}/told ${audience}`;
    const account_id = worldId('account', viewer);
    const mail_id = rows.add('mail', of, {
      account_id,
      kind: 'AT_ONCE',
      day: '2027-01-10',
      language: 'fr',
      composed_at: '2027-01-10T08:00:00Z',
      accepted_at: '2027-01-10T08:00:01Z',
    });
    rows.add('mail_attempt', of, {
      mail_id,
      number: 1,
      outcome: 'ACCEPTED',
      smtp_code: 250,
      began_at: '2027-01-10T08:00:00Z',
      ended_at: '2027-01-10T08:00:01Z',
    });
    rows.add('delivery', of, {
      account_id,
      topic: 'SAFETY_ESCALATED',
      audience,
      subject_id: subjectId,
      fact: of,
      object_type: 'Audit',
      object_id: id,
      audit_id: id,
      campaign_id: campaignId,
      audited_service_id: serviceId,
      found_at: '2027-01-10T07:59:00Z',
      mail_id,
    });
  }
  rows.add('outbox_message', name, {
    sequence: rows.names('outbox_message').size + 1,
    topic: 'SAFETY_ESCALATED',
    act: 'auditEscalateSafety',
    object_type: 'Audit',
    object_id: id,
    audit_id: id,
    campaign_id: campaignId,
    audited_service_id: serviceId,
    acted_by_id: worldId('account', audit.lead),
    occurred_at: '2027-01-10T07:59:00Z',
  });
  rows.add('job', name, { task: 'tell', payload: { outboxMessageId: worldId('outbox_message', name) } });
}

/** How some people want to be told. */
export function addPreferences(rows: WorldRows): void {
  for (const viewer of ['coordinator', 'manager A', 'manager B', 'lead A', 'lead B'])
    rows.add('notification_preference', viewer, {
      account_id: worldId('account', viewer),
      language: 'en',
      topics_off: ['SELF_ASSESSMENT_SUBMITTED'],
      digest_hour: 8,
      quiet_weekdays: [6, 7],
      quiet_from: '2027-08-01',
      quiet_to: '2027-08-15',
    });
}
