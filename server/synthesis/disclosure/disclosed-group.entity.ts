import { Column, Entity, PrimaryColumn } from 'typeorm';
import { instantColumn } from '../../database/instant-column';

/** Services that a figure of a campaign was told about, to whom it may be (groupe divulgué). It never changes. */
@Entity({ name: 'disclosed_group' })
export class DisclosedGroup {
  @PrimaryColumn({ type: 'uuid', name: 'id' })
  id!: string;

  @Column({ type: 'uuid', name: 'campaign_id' })
  campaignId!: string;

  /** What was told: a figure is made of the services that have one, which need not be all of a group. */
  @Column({ type: 'text', name: 'subject' })
  subject!: string;

  /** In the order of their ids. */
  @Column({ type: 'uuid', name: 'services', array: true })
  services!: string[];

  /** The service that it was told to; null for the synthesis, told to everybody. */
  @Column({ type: 'uuid', name: 'audited_service_id', nullable: true })
  auditedServiceId!: string | null;

  @Column({ type: 'uuid', name: 'asked_by_id', nullable: true })
  askedById!: string | null;

  @Column({
    type: 'timestamptz',
    name: 'created_at',
    precision: 3,
    transformer: instantColumn,
    default: () => 'now()',
  })
  createdAt!: string;
}
