import { Column, Entity, PrimaryColumn } from 'typeorm';
import { instantColumn } from '../database/instant-column';
import { DOCUMENTARY_FOLLOW_UP_STATES, type DocumentaryFollowUpState } from './documentary-follow-up.states';

/** What became of the actions of an audit, asked at half-cycle on paper (suivi documentaire). */
@Entity({ name: 'documentary_follow_up' })
export class DocumentaryFollowUp {
  @PrimaryColumn({ type: 'uuid', name: 'id' })
  id!: string;

  @Column({ type: 'uuid', name: 'audit_id' })
  auditId!: string;

  @Column({ type: 'uuid', name: 'audited_service_id' })
  auditedServiceId!: string;

  @Column({ type: 'uuid', name: 'campaign_id' })
  campaignId!: string;

  @Column({ type: 'text', name: 'state', enum: DOCUMENTARY_FOLLOW_UP_STATES, default: 'SCHEDULED' })
  state!: DocumentaryFollowUpState;

  /** The day on which it opens by itself. */
  @Column({ type: 'date', name: 'due_on' })
  dueOn!: string;

  /** Of the team, or named by the coordination; null once that auditor is gone. */
  @Column({ type: 'uuid', name: 'reviewer_auditor_id', nullable: true })
  reviewerAuditorId!: string | null;

  @Column({
    type: 'timestamptz',
    name: 'submitted_at',
    precision: 3,
    transformer: instantColumn,
    nullable: true,
  })
  submittedAt!: string | null;

  @Column({
    type: 'timestamptz',
    name: 'reviewed_at',
    precision: 3,
    transformer: instantColumn,
    nullable: true,
  })
  reviewedAt!: string | null;

  @Column({
    type: 'timestamptz',
    name: 'closed_at',
    precision: 3,
    transformer: instantColumn,
    nullable: true,
  })
  closedAt!: string | null;

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
