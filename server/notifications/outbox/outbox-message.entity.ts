import { Column, Entity, PrimaryColumn } from 'typeorm';
import { instantColumn } from '../../database/instant-column';
import type { TopicCode } from '../topics';

/** Something was done that people are told of; it says no more of it than that. */
@Entity({ name: 'outbox_message' })
export class OutboxMessage {
  @PrimaryColumn({ type: 'uuid', name: 'id' })
  id!: string;

  /** In the order in which they were written, which is not always that in which they became visible. */
  @Column({ type: 'bigint', name: 'sequence', generated: 'identity', generatedIdentity: 'BY DEFAULT' })
  sequence!: number;

  @Column({ type: 'text', name: 'topic' })
  topic!: TopicCode;

  /** Name of the mutation, or of what the platform did. */
  @Column({ type: 'text', name: 'act' })
  act!: string;

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

  /** Whoever did it is not told of it. */
  @Column({ type: 'uuid', name: 'acted_by_id', nullable: true })
  actedById!: string | null;

  /** By the application’s clock. */
  @Column({ type: 'timestamptz', name: 'occurred_at', precision: 3, transformer: instantColumn })
  occurredAt!: string;

  @Column({
    type: 'timestamptz',
    name: 'created_at',
    precision: 3,
    transformer: instantColumn,
    default: () => 'now()',
  })
  createdAt!: string;
}
