import { Column, Entity, PrimaryColumn } from 'typeorm';
import { instantColumn } from '../../database/instant-column';
import { LOCALES, type Locale } from '../../kernel/messages';

export const MAIL_KINDS = ['DIGEST', 'AT_ONCE'] as const;
export type MailKind = (typeof MAIL_KINDS)[number];

/** A message to one person: the digest of a day, one at most, or what could not wait for it. */
@Entity({ name: 'mail' })
export class Mail {
  @PrimaryColumn({ type: 'uuid', name: 'id' })
  id!: string;

  @Column({ type: 'uuid', name: 'account_id' })
  accountId!: string;

  @Column({ type: 'text', name: 'kind', enum: MAIL_KINDS })
  kind!: MailKind;

  /** The day in Paris. */
  @Column({ type: 'date', name: 'day' })
  day!: string;

  @Column({ type: 'text', name: 'language', enum: LOCALES })
  language!: Locale;

  @Column({ type: 'timestamptz', name: 'composed_at', precision: 3, transformer: instantColumn })
  composedAt!: string;

  /** When a mail server took it. */
  @Column({
    type: 'timestamptz',
    name: 'accepted_at',
    precision: 3,
    transformer: instantColumn,
    nullable: true,
  })
  acceptedAt!: string | null;

  /** When it was given up: refused for good, or too old. */
  @Column({
    type: 'timestamptz',
    name: 'failed_at',
    precision: 3,
    transformer: instantColumn,
    nullable: true,
  })
  failedAt!: string | null;

  @Column({
    type: 'timestamptz',
    name: 'created_at',
    precision: 3,
    transformer: instantColumn,
    default: () => 'now()',
  })
  createdAt!: string;
}
