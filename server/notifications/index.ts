export { AUDIENCES, type Audience } from './audiences';
export { notificationsEdges, notificationsReads, type AttemptView } from './deliveries.queries';
export { composeDigests } from './digests/compose-digests';
export { MAIL_KINDS, type MailKind } from './digests/mail.entity';
export { mailServer, type MailServer } from './mail/mail-server';
export { ATTEMPT_OUTCOMES, type AttemptOutcome } from './mail/smtp-outcome';
export { sendMailTask } from './mail/send-mail';
export { SEND_TASK } from './digests/send-task';
export { leaveOutbox } from './outbox/leave-outbox';
export { tellTask } from './outbox/tell';
export { preferencesEdge, type PreferencesView, type TopicView } from './preferences/preferences-view';
export { setPreferences } from './preferences/set-preferences';
export { unsubscribe } from './preferences/unsubscribe';
export { accountOfLink, UNSUBSCRIBE_PATH } from './preferences/unsubscribe-link';
export {
  enqueue,
  JOB_RETRY_SECONDS,
  startQueue,
  type JobHand,
  type Queue,
  type Task,
  type Tasks,
} from './queue';
export { readReminders, type Reminder } from './reminders/reminder-file';
export { remindDaily } from './reminders/remind-daily';
export { REMINDER_STEPS, type ReminderStep } from './reminders/reminder-steps';
export { remindersPreviewEdge, type RemindersPreviewRow } from './reminders/reminders-preview';
export { TOPIC_CODES, TOPICS, type TopicCode } from './topics';
