import { Column, Entity, PrimaryColumn } from 'typeorm';
import { instantColumn } from '../database/instant-column';

/** What it means that a service says nothing of a finding within its delay. */
export const SILENCES = ['SILENCE_IS_NO_REPLY', 'SILENCE_IS_ACCEPTANCE'] as const;
export type Silence = (typeof SILENCES)[number];

/** Rules of the contradictory phase of a campaign (règles de la phase contradictoire); without a row, silence is no reply. */
@Entity({ name: 'campaign_contradictory_rule' })
export class CampaignContradictoryRule {
  @PrimaryColumn({ type: 'uuid', name: 'id' })
  id!: string;

  @Column({ type: 'uuid', name: 'campaign_id', unique: true })
  campaignId!: string;

  @Column({ type: 'text', name: 'silence', enum: SILENCES })
  silence!: Silence;

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
