import { Column, Entity, PrimaryColumn } from 'typeorm';
import { instantColumn } from '../database/instant-column';
import { AUDIT_STATES, type AuditState } from './audit.states';

/** The audit of one service in one campaign (audit). */
@Entity({ name: 'audit' })
export class Audit {
  @PrimaryColumn({ type: 'uuid', name: 'id' })
  id!: string;

  /** What people call the audit by; unique. */
  @Column({ type: 'text', name: 'reference', unique: true })
  reference!: string;

  @Column({ type: 'uuid', name: 'campaign_id' })
  campaignId!: string;

  @Column({ type: 'uuid', name: 'audited_service_id' })
  auditedServiceId!: string;

  @Column({ type: 'uuid', name: 'template_version_id' })
  templateVersionId!: string;

  @Column({ type: 'text', name: 'state', enum: AUDIT_STATES, default: 'PLANNED' })
  state!: AuditState;

  /** The state to come back to. */
  @Column({ type: 'text', name: 'suspended_from_state', nullable: true })
  suspendedFromState!: AuditState | null;

  @Column({ type: 'text', name: 'state_reason', nullable: true })
  stateReason!: string | null;

  @Column({ type: 'date', name: 'visit_on', nullable: true })
  visitOn!: string | null;

  @Column({
    type: 'timestamptz',
    name: 'team_shown_at',
    precision: 3,
    transformer: instantColumn,
    nullable: true,
  })
  teamShownAt!: string | null;

  /** Last day on which the service may object to an auditor. */
  @Column({ type: 'date', name: 'recusal_until', nullable: true })
  recusalUntil!: string | null;

  @Column({ type: 'boolean', name: 'is_team_agreed', default: false })
  isTeamAgreed!: boolean;

  @Column({ type: 'date', name: 'self_assessment_due_on', nullable: true })
  selfAssessmentDueOn!: string | null;

  @Column({
    type: 'timestamptz',
    name: 'self_assessment_submitted_at',
    precision: 3,
    transformer: instantColumn,
    nullable: true,
  })
  selfAssessmentSubmittedAt!: string | null;

  @Column({
    type: 'timestamptz',
    name: 'visit_closed_at',
    precision: 3,
    transformer: instantColumn,
    nullable: true,
  })
  visitClosedAt!: string | null;

  @Column({ type: 'date', name: 'draft_due_on', nullable: true })
  draftDueOn!: string | null;

  @Column({
    type: 'timestamptz',
    name: 'draft_shared_at',
    precision: 3,
    transformer: instantColumn,
    nullable: true,
  })
  draftSharedAt!: string | null;

  /** Last day on which the service may reply to the draft. */
  @Column({ type: 'date', name: 'contradictory_until', nullable: true })
  contradictoryUntil!: string | null;

  @Column({ type: 'boolean', name: 'is_contradictory_answered', default: false })
  isContradictoryAnswered!: boolean;

  @Column({ type: 'date', name: 'report_due_on', nullable: true })
  reportDueOn!: string | null;

  @Column({
    type: 'timestamptz',
    name: 'report_issued_at',
    precision: 3,
    transformer: instantColumn,
    nullable: true,
  })
  reportIssuedAt!: string | null;

  @Column({ type: 'date', name: 'plan_due_on', nullable: true })
  planDueOn!: string | null;

  @Column({
    type: 'timestamptz',
    name: 'plan_submitted_at',
    precision: 3,
    transformer: instantColumn,
    nullable: true,
  })
  planSubmittedAt!: string | null;

  /** A flag, not a state: when the safety of people made the team speak up outside the procedure. */
  @Column({
    type: 'timestamptz',
    name: 'safety_escalated_at',
    precision: 3,
    transformer: instantColumn,
    nullable: true,
  })
  safetyEscalatedAt!: string | null;

  @Column({ type: 'text', name: 'safety_note', nullable: true })
  safetyNote!: string | null;

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
