import { Column, Entity, PrimaryColumn } from 'typeorm';
import { instantColumn } from '../../database/instant-column';

/** What a service needs of its audit team in one campaign (besoin en auditeurs). It may be told before its audit is planned. */
@Entity({ name: 'staffing_need' })
export class StaffingNeed {
  @PrimaryColumn({ type: 'uuid', name: 'id' })
  id!: string;

  @Column({ type: 'uuid', name: 'campaign_id' })
  campaignId!: string;

  @Column({ type: 'uuid', name: 'audited_service_id' })
  auditedServiceId!: string;

  /** Radiologists on the team; null: as many as the campaign says. */
  @Column({ type: 'integer', name: 'radiologists', nullable: true })
  radiologists!: number | null;

  @Column({ type: 'integer', name: 'radiographers', nullable: true })
  radiographers!: number | null;

  @Column({ type: 'integer', name: 'medical_physicists', nullable: true })
  medicalPhysicists!: number | null;

  /** Whether somebody in training may come along. */
  @Column({ type: 'boolean', name: 'has_trainee_seat', default: false })
  hasTraineeSeat!: boolean;

  /** Possible ISO weeks of the visit; empty while the date is open. */
  @Column({ type: 'text', name: 'weeks', array: true, default: [] })
  weeks!: string[];

  /** Modalities that at least one full member must master. */
  @Column({ type: 'text', name: 'critical_modalities', array: true, default: [] })
  criticalModalities!: string[];

  /** Working languages (ISO 639-1): auditors speak one of them. */
  @Column({ type: 'text', name: 'languages', array: true, default: ['fr'] })
  languages!: string[];

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
