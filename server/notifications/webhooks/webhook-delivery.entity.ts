import { Column, Entity, PrimaryColumn } from 'typeorm';
import { instantColumn } from '../../database/instant-column';

/** PENDING until it arrived or was tried often enough; WITHHELD when its owner may not know of it any more. */
export const WEBHOOK_DELIVERY_STATES = ['PENDING', 'DELIVERED', 'FAILED', 'WITHHELD'] as const;
export type WebhookDeliveryState = (typeof WEBHOOK_DELIVERY_STATES)[number];

/** One message for one endpoint, and what became of it (envoi). Its id is that of the message at each attempt. */
@Entity({ name: 'webhook_delivery' })
export class WebhookDelivery {
  @PrimaryColumn({ type: 'uuid', name: 'id' })
  id!: string;

  @Column({ type: 'uuid', name: 'webhook_endpoint_id' })
  webhookEndpointId!: string;

  /** What it tells; null for a test. */
  @Column({ type: 'uuid', name: 'outbox_message_id', nullable: true })
  outboxMessageId!: string | null;

  /** Counted for its endpoint alone. */
  @Column({ type: 'integer', name: 'sequence' })
  sequence!: number;

  @Column({ type: 'text', name: 'topic' })
  topic!: string;

  /** The very text that is sent. */
  @Column({ type: 'text', name: 'body' })
  body!: string;

  @Column({ type: 'text', name: 'state', enum: WEBHOOK_DELIVERY_STATES, default: 'PENDING' })
  state!: WebhookDeliveryState;

  /** Attempts since it was first sent, or last replayed. */
  @Column({ type: 'integer', name: 'tries', default: 0 })
  tries!: number;

  /** Not before. */
  @Column({
    type: 'timestamptz',
    name: 'next_try_at',
    precision: 3,
    transformer: instantColumn,
    nullable: true,
  })
  nextTryAt!: string | null;

  @Column({ type: 'timestamptz', name: 'ended_at', precision: 3, transformer: instantColumn, nullable: true })
  endedAt!: string | null;

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
