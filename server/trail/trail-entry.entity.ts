import { Column, Entity, PrimaryColumn } from 'typeorm';
import { instantColumn } from '../database/instant-column';

/** Who did what and when (entrée du journal). */
@Entity({ name: 'trail_entry' })
export class TrailEntry {
  @PrimaryColumn({ type: 'uuid', name: 'id' })
  id!: string;

  /** Null for acts that belong to no campaign. */
  @Column({ type: 'uuid', name: 'campaign_id', nullable: true })
  campaignId!: string | null;

  /** Null when the platform acted by itself. */
  @Column({ type: 'uuid', name: 'account_id', nullable: true })
  accountId!: string | null;

  /** Name of the mutation. */
  @Column({ type: 'text', name: 'act' })
  act!: string;

  @Column({ type: 'text', name: 'object_type' })
  objectType!: string;

  @Column({ type: 'uuid', name: 'object_id' })
  objectId!: string;

  @Column({ type: 'text', name: 'request_id' })
  requestId!: string;

  @Column({ type: 'jsonb', name: 'detail', default: {} })
  detail!: Record<string, unknown>;

  @Column({
    type: 'timestamptz',
    name: 'created_at',
    precision: 3,
    transformer: instantColumn,
    default: () => 'now()',
  })
  createdAt!: string;
}
