import { Column, Entity, PrimaryColumn } from 'typeorm';
import { instantColumn } from '../database/instant-column';
import { SHARED_PRACTICE_STATES, type SharedPracticeState } from './shared-practice.states';

/** A remarkable practice as its service shares it (pratique remarquable partagée). */
@Entity({ name: 'shared_practice' })
export class SharedPractice {
  @PrimaryColumn({ type: 'uuid', name: 'id' })
  id!: string;

  @Column({ type: 'uuid', name: 'finding_id', unique: true })
  findingId!: string;

  @Column({ type: 'uuid', name: 'audit_id' })
  auditId!: string;

  @Column({ type: 'uuid', name: 'campaign_id' })
  campaignId!: string;

  @Column({ type: 'uuid', name: 'audited_service_id' })
  auditedServiceId!: string;

  @Column({ type: 'uuid', name: 'criterion_id', nullable: true })
  criterionId!: string | null;

  @Column({ type: 'text', name: 'state', default: 'SHARED', enum: SHARED_PRACTICE_STATES })
  state!: SharedPracticeState;

  @Column({ type: 'text', name: 'text' })
  text!: string;

  /** The service wants to be named. */
  @Column({ type: 'boolean', name: 'is_named', default: false })
  isNamed!: boolean;

  @Column({ type: 'uuid', name: 'shared_by_id', nullable: true })
  sharedById!: string | null;

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
