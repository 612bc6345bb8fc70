import { Column, Entity, PrimaryColumn } from 'typeorm';
import { instantColumn } from '../../database/instant-column';

/** What the deliveries of an endpoint are signed with, encrypted; two are good while one takes over from the other. */
@Entity({ name: 'webhook_secret' })
export class WebhookSecret {
  @PrimaryColumn({ type: 'uuid', name: 'id' })
  id!: string;

  @Column({ type: 'uuid', name: 'webhook_endpoint_id' })
  webhookEndpointId!: string;

  @Column({ type: 'text', name: 'sealed' })
  sealed!: string;

  /** Set when another secret takes over. */
  @Column({ type: 'timestamptz', name: 'ends_at', precision: 3, transformer: instantColumn, nullable: true })
  endsAt!: string | null;

  @Column({
    type: 'timestamptz',
    name: 'created_at',
    precision: 3,
    transformer: instantColumn,
    default: () => 'now()',
  })
  createdAt!: string;
}
