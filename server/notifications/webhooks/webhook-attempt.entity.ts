import { Column, Entity, PrimaryColumn } from 'typeorm';
import { instantColumn } from '../../database/instant-column';
import { WEBHOOK_OUTCOMES, type WebhookOutcome } from './post-webhook';

/** One attempt of a delivery (tentative). */
@Entity({ name: 'webhook_attempt' })
export class WebhookAttempt {
  @PrimaryColumn({ type: 'uuid', name: 'id' })
  id!: string;

  @Column({ type: 'uuid', name: 'webhook_delivery_id' })
  webhookDeliveryId!: string;

  @Column({ type: 'integer', name: 'number' })
  number!: number;

  @Column({ type: 'text', name: 'outcome', enum: WEBHOOK_OUTCOMES })
  outcome!: WebhookOutcome;

  @Column({ type: 'integer', name: 'status_code', nullable: true })
  statusCode!: number | null;

  /** The beginning of what the receiver answered. */
  @Column({ type: 'text', name: 'answer', nullable: true })
  answer!: string | null;

  @Column({ type: 'timestamptz', name: 'began_at', precision: 3, transformer: instantColumn })
  beganAt!: string;

  /** Milliseconds. */
  @Column({ type: 'integer', name: 'duration_ms' })
  durationMs!: number;

  @Column({
    type: 'timestamptz',
    name: 'created_at',
    precision: 3,
    transformer: instantColumn,
    default: () => 'now()',
  })
  createdAt!: string;
}
