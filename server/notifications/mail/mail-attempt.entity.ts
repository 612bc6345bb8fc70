import { Column, Entity, PrimaryColumn } from 'typeorm';
import { instantColumn } from '../../database/instant-column';
import { ATTEMPT_OUTCOMES, type AttemptOutcome } from './smtp-outcome';

/** One attempt to hand a message to the mail server, and what that answered. */
@Entity({ name: 'mail_attempt' })
export class MailAttempt {
  @PrimaryColumn({ type: 'uuid', name: 'id' })
  id!: string;

  @Column({ type: 'uuid', name: 'mail_id' })
  mailId!: string;

  @Column({ type: 'integer', name: 'number' })
  number!: number;

  @Column({ type: 'text', name: 'outcome', enum: ATTEMPT_OUTCOMES })
  outcome!: AttemptOutcome;

  /** Answer code of the mail server; null when it gave none. */
  @Column({ type: 'integer', name: 'smtp_code', nullable: true })
  smtpCode!: number | null;

  @Column({ type: 'timestamptz', name: 'began_at', precision: 3, transformer: instantColumn })
  beganAt!: string;

  @Column({ type: 'timestamptz', name: 'ended_at', precision: 3, transformer: instantColumn })
  endedAt!: string;

  @Column({
    type: 'timestamptz',
    name: 'created_at',
    precision: 3,
    transformer: instantColumn,
    default: () => 'now()',
  })
  createdAt!: string;
}
