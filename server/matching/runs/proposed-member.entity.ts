import { Column, Entity, PrimaryColumn } from 'typeorm';
import { instantColumn } from '../../database/instant-column';

/** Places in a proposed team, as assignments name them. */
export const PROPOSED_SEATS = ['RADIOLOGIST', 'RADIOGRAPHER', 'MEDICAL_PHYSICIST', 'OBSERVER'] as const;
export type ProposedSeat = (typeof PROPOSED_SEATS)[number];

/** One auditor on a proposed team (membre proposé). */
@Entity({ name: 'proposed_member' })
export class ProposedMember {
  @PrimaryColumn({ type: 'uuid', name: 'id' })
  id!: string;

  @Column({ type: 'uuid', name: 'matching_run_id' })
  matchingRunId!: string;

  @Column({ type: 'uuid', name: 'proposed_team_id' })
  proposedTeamId!: string;

  @Column({ type: 'uuid', name: 'audit_id' })
  auditId!: string;

  @Column({ type: 'uuid', name: 'auditor_id' })
  auditorId!: string;

  @Column({ type: 'text', name: 'seat', enum: PROPOSED_SEATS })
  seat!: ProposedSeat;

  @Column({ type: 'boolean', name: 'is_lead' })
  isLead!: boolean;

  /** The assignment that the publication made of it; null for who was on the team already. */
  @Column({ type: 'uuid', name: 'assignment_id', nullable: true })
  assignmentId!: string | null;

  @Column({
    type: 'timestamptz',
    name: 'created_at',
    precision: 3,
    transformer: instantColumn,
    default: () => 'now()',
  })
  createdAt!: string;
}
