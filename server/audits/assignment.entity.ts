import { Column, Entity, PrimaryColumn } from 'typeorm';
import { instantColumn } from '../database/instant-column';
import { ASSIGNMENT_STATES, type AssignmentState } from './assignment.states';

/** Places in a team: one per profession, and observers. */
export const SEATS = ['RADIOLOGIST', 'RADIOGRAPHER', 'MEDICAL_PHYSICIST', 'OBSERVER'] as const;
export type Seat = (typeof SEATS)[number];

/** One auditor on one audit (affectation). */
@Entity({ name: 'assignment' })
export class Assignment {
  @PrimaryColumn({ type: 'uuid', name: 'id' })
  id!: string;

  @Column({ type: 'uuid', name: 'audit_id' })
  auditId!: string;

  @Column({ type: 'uuid', name: 'auditor_id' })
  auditorId!: string;

  @Column({ type: 'text', name: 'seat', enum: SEATS })
  seat!: Seat;

  @Column({ type: 'boolean', name: 'is_lead', default: false })
  isLead!: boolean;

  @Column({ type: 'text', name: 'state', enum: ASSIGNMENT_STATES, default: 'PROPOSED' })
  state!: AssignmentState;

  @Column({ type: 'text', name: 'reason', nullable: true })
  reason!: string | null;

  /** Last day to accept or decline. */
  @Column({ type: 'date', name: 'respond_by', nullable: true })
  respondBy!: string | null;

  /** When the auditor attested to have no conflict on this audit. */
  @Column({
    type: 'timestamptz',
    name: 'attested_at',
    precision: 3,
    transformer: instantColumn,
    nullable: true,
  })
  attestedAt!: string | null;

  @Column({
    type: 'timestamptz',
    name: 'responded_at',
    precision: 3,
    transformer: instantColumn,
    nullable: true,
  })
  respondedAt!: string | null;

  @Column({
    type: 'timestamptz',
    name: 'draft_signed_at',
    precision: 3,
    transformer: instantColumn,
    nullable: true,
  })
  draftSignedAt!: string | null;

  @Column({
    type: 'timestamptz',
    name: 'report_signed_at',
    precision: 3,
    transformer: instantColumn,
    nullable: true,
  })
  reportSignedAt!: string | null;

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
