import { Column, Entity, PrimaryColumn } from 'typeorm';
import { instantColumn } from '../../database/instant-column';
import { WEBHOOK_ENDPOINT_STATES, type WebhookEndpointState } from './webhook-endpoint.states';

/** Why an endpoint is switched off. */
export const DISABLED_BECAUSE = ['OWNER', 'GONE', 'FAILING'] as const;
export type DisabledBecause = (typeof DISABLED_BECAUSE)[number];

/** Where a program is told of what happens (point d’accès). */
@Entity({ name: 'webhook_endpoint' })
export class WebhookEndpoint {
  @PrimaryColumn({ type: 'uuid', name: 'id' })
  id!: string;

  /** The service whose endpoint it is; null for one of the programme. */
  @Column({ type: 'uuid', name: 'audited_service_id', nullable: true })
  auditedServiceId!: string | null;

  /** The coordinator whose endpoint it is, and whose sight it has; null for one of a service. */
  @Column({ type: 'uuid', name: 'account_id', nullable: true })
  accountId!: string | null;

  @Column({ type: 'text', name: 'url' })
  url!: string;

  @Column({ type: 'text', name: 'description', nullable: true })
  description!: string | null;

  /** What it is told of; empty for all. */
  @Column({ type: 'text', name: 'topics', array: true, default: [] })
  topics!: string[];

  @Column({ type: 'text', name: 'state', enum: WEBHOOK_ENDPOINT_STATES, default: 'ENABLED' })
  state!: WebhookEndpointState;

  /** Since when nothing has arrived. */
  @Column({
    type: 'timestamptz',
    name: 'failing_since',
    precision: 3,
    transformer: instantColumn,
    nullable: true,
  })
  failingSince!: string | null;

  /** Why it is switched off; null when it is not. */
  @Column({ type: 'text', name: 'disabled_because', enum: DISABLED_BECAUSE, nullable: true })
  disabledBecause!: DisabledBecause | null;

  /** How many deliveries it has had: numbers are its own, so that gaps tell nothing of others. */
  @Column({ type: 'integer', name: 'last_sequence', default: 0 })
  lastSequence!: number;

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
