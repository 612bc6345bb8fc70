import { Column, Entity, PrimaryColumn } from 'typeorm';
import { instantColumn } from '../database/instant-column';
import { CAMPAIGN_STATES, type CampaignState } from './campaign.states';

/** One round of audits (campagne). */
@Entity({ name: 'campaign' })
export class Campaign {
  @PrimaryColumn({ type: 'uuid', name: 'id' })
  id!: string;

  @Column({ type: 'text', name: 'code', unique: true })
  code!: string;

  @Column({ type: 'text', name: 'title' })
  title!: string;

  @Column({ type: 'text', name: 'description', nullable: true })
  description!: string | null;

  @Column({ type: 'text', name: 'state', enum: CAMPAIGN_STATES, default: 'DRAFT' })
  state!: CampaignState;

  @Column({ type: 'uuid', name: 'template_version_id' })
  templateVersionId!: string;

  /** Frozen copy of the rules in force when the call opened. */
  @Column({ type: 'jsonb', name: 'conflict_rules' })
  conflictRules!: unknown;

  /** Frozen copy of the delays. */
  @Column({ type: 'jsonb', name: 'deadlines' })
  deadlines!: unknown;

  /** Last day of the call. */
  @Column({ type: 'date', name: 'call_closes_on', nullable: true })
  callClosesOn!: string | null;

  @Column({ type: 'date', name: 'visits_from' })
  visitsFrom!: string;

  @Column({ type: 'date', name: 'visits_to' })
  visitsTo!: string;

  @Column({ type: 'text', name: 'cancel_reason', nullable: true })
  cancelReason!: string | null;

  @Column({ type: 'uuid', name: 'created_by_id', nullable: true })
  createdById!: string | null;

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
