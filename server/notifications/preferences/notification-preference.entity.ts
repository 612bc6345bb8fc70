import { Column, Entity, PrimaryColumn } from 'typeorm';
import { instantColumn } from '../../database/instant-column';
import { LOCALES, type Locale } from '../../kernel/messages';
import type { TopicCode } from '../topics';

/** How a person wants to be told (préférences de notification). Without a row, the defaults hold. */
@Entity({ name: 'notification_preference' })
export class NotificationPreference {
  @PrimaryColumn({ type: 'uuid', name: 'id' })
  id!: string;

  @Column({ type: 'uuid', name: 'account_id', unique: true })
  accountId!: string;

  @Column({ type: 'text', name: 'language', enum: LOCALES, default: 'fr' })
  language!: Locale;

  /** Topics that he does not want; those that are compulsory come all the same. */
  @Column({ type: 'text', name: 'topics_off', array: true, default: [] })
  topicsOff!: TopicCode[];

  /** Hour in Paris from which the digest of the morning may leave. */
  @Column({ type: 'integer', name: 'digest_hour', default: 7 })
  digestHour!: number;

  /** Days of the week without messages, 1 for Monday. */
  @Column({ type: 'integer', name: 'quiet_weekdays', array: true, default: [] })
  quietWeekdays!: number[];

  /** First day without messages. */
  @Column({ type: 'date', name: 'quiet_from', nullable: true })
  quietFrom!: string | null;

  /** Last day without messages. */
  @Column({ type: 'date', name: 'quiet_to', nullable: true })
  quietTo!: string | null;

  @Column({ type: 'integer', name: 'version', default: 1 })
  version!: number;

  @Column({
    type: 'timestamptz',
    name: 'created_at',
    precision: 3,
    transformer: instantColumn,
    default: () => 'now()',
  })
  createdAt!: string;

  @Column({
    type: 'timestamptz',
    name: 'updated_at',
    precision: 3,
    transformer: instantColumn,
    default: () => 'now()',
  })
  updatedAt!: string;
}
