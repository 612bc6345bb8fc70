import { Column, Entity, PrimaryColumn } from 'typeorm';
import { instantColumn } from '../../database/instant-column';
import { AUDIENCES, type Audience } from '../audiences';
import { REMINDER_STEPS, type ReminderStep } from '../reminders/reminder-steps';
import type { TopicCode } from '../topics';

/** That one person is told of one thing (notification): proof for both sides. */
@Entity({ name: 'delivery' })
export class Delivery {
  @PrimaryColumn({ type: 'uuid', name: 'id' })
  id!: string;

  /** Who is told. */
  @Column({ type: 'uuid', name: 'account_id' })
  accountId!: string;

  @Column({ type: 'text', name: 'topic' })
  topic!: TopicCode;

  /** As what he is told. */
  @Column({ type: 'text', name: 'audience', enum: AUDIENCES })
  audience!: Audience;

  /** The service, audit or auditor by which he was found. */
  @Column({ type: 'uuid', name: 'subject_id' })
  subjectId!: string;

  /** Names the thing: nobody is told of one twice. */
  @Column({ type: 'text', name: 'fact' })
  fact!: string;

  @Column({ type: 'text', name: 'object_type' })
  objectType!: string;

  @Column({ type: 'uuid', name: 'object_id' })
  objectId!: string;

  @Column({ type: 'uuid', name: 'audit_id', nullable: true })
  auditId!: string | null;

  @Column({ type: 'uuid', name: 'campaign_id', nullable: true })
  campaignId!: string | null;

  @Column({ type: 'uuid', name: 'audited_service_id', nullable: true })
  auditedServiceId!: string | null;

  /** Which reminder it is; null for what an act brought. */
  @Column({ type: 'text', name: 'step', enum: REMINDER_STEPS, nullable: true })
  step!: ReminderStep | null;

  @Column({ type: 'date', name: 'due_on', nullable: true })
  dueOn!: string | null;

  @Column({ type: 'timestamptz', name: 'found_at', precision: 3, transformer: instantColumn })
  foundAt!: string;

  /** The message in which it left, or is about to. */
  @Column({ type: 'uuid', name: 'mail_id', nullable: true })
  mailId!: string | null;

  /** When it was settled before any message left. */
  @Column({
    type: 'timestamptz',
    name: 'dropped_at',
    precision: 3,
    transformer: instantColumn,
    nullable: true,
  })
  droppedAt!: string | null;

  @Column({
    type: 'timestamptz',
    name: 'created_at',
    precision: 3,
    transformer: instantColumn,
    default: () => 'now()',
  })
  createdAt!: string;
}
