/** What is asked for at every message at once, and what retention counts by its age every day. */
export const MESSAGE_INDEXES = `
  create index mail_at_once_idx on mail (account_id, composed_at) where kind = 'AT_ONCE';
  create index webhook_attempt_answered_idx on webhook_attempt (created_at) where answer is not null;
  create index webhook_delivery_created_idx on webhook_delivery (created_at);
  create index job_created_idx on job (created_at);
  create index outbox_message_created_idx on outbox_message (created_at);
`;

/** The way back. */
export const WITHOUT_MESSAGE_INDEXES = `
  drop index mail_at_once_idx, webhook_attempt_answered_idx, webhook_delivery_created_idx, job_created_idx,
    outbox_message_created_idx;
`;
