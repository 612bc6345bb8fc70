import {
  columns,
  oneOf,
  oneOfIds,
  readModel,
  type ComputedEdge,
  type ReadModel,
} from '../database/read-model';
import type { AttemptOutcome } from './mail/smtp-outcome';

/** One attempt to hand over a message. */
export interface AttemptView {
  number: number;
  outcome: AttemptOutcome;
  smtpCode: number | null;
  beganAt: string;
  endedAt: string;
}

const attempts: ComputedEdge = {
  kind: 'computed',
  needs: ['mailId'],
  async compute(rows, { sql }) {
    const mailIds = rows.flatMap((row) => (row['mailId'] as string | null) ?? []);
    const found = await sql<AttemptView & { mailId: string }>(
      `select mail_id as "mailId", number, outcome, smtp_code as "smtpCode", began_at as "beganAt", ended_at as "endedAt"
       from mail_attempt where mail_id = any($1::uuid[]) order by mail_id, number`,
      [mailIds],
    );
    const byMail = new Map<unknown, AttemptView[]>();
    for (const { mailId, ...attempt } of found) {
      const list = byMail.get(mailId) ?? [];
      byMail.set(mailId, [...list, attempt]);
    }
    return rows.map((row) => byMail.get(row['mailId']) ?? []);
  },
};

const ofMail = (column: string): string => `(select m.${column} from mail m where m.id = t.mail_id)`;

/** How the log of what people were told is read. */
export const notificationsReads: readonly ReadModel[] = [
  readModel({
    type: 'Delivery',
    table: 'delivery',
    columns: columns(
      'topic audience step dueOn foundAt droppedAt auditId auditedServiceId accountId mailId',
      {
        composedAt: ofMail('composed_at'),
        acceptedAt: ofMail('accepted_at'),
        failedAt: ofMail('failed_at'),
        kind: ofMail('kind'),
      },
    ),
    edges: {
      audit: { kind: 'one', to: 'Audit', key: 'auditId' },
      recipient: { kind: 'one', to: 'Account', key: 'accountId' },
      attempts,
    },
    sorts: { CREATED_AT: { column: 'created_at', type: 'timestamptz' } },
    filters: {
      topics: oneOf('topic'),
      audiences: oneOf('audience'),
      auditIds: oneOfIds('Audit', (t, ids) => `${t}.audit_id = any(${ids})`),
      recipientIds: oneOfIds('Account', (t, ids) => `${t}.account_id = any(${ids})`),
    },
  }),
];

/** What this room hangs on the nouns of earlier ones. */
export const notificationsEdges: Readonly<Record<string, ReadModel['edges']>> = {
  Audit: { deliveries: { kind: 'many', to: 'Delivery', column: 'audit_id' } },
};
