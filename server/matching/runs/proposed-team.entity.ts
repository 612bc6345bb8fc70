import { Column, Entity, PrimaryColumn } from 'typeorm';
import { instantColumn } from '../../database/instant-column';

/** The team that a run proposes for one audit (équipe proposée); one for each audit that it looked at, be it empty. */
@Entity({ name: 'proposed_team' })
export class ProposedTeam {
  @PrimaryColumn({ type: 'uuid', name: 'id' })
  id!: string;

  @Column({ type: 'uuid', name: 'matching_run_id' })
  matchingRunId!: string;

  @Column({ type: 'uuid', name: 'audit_id' })
  auditId!: string;

  /** ISO week of the visit; null when the service names none or has nobody. */
  @Column({ type: 'text', name: 'week', nullable: true })
  week!: string | null;

  /** Points of its pairs. */
  @Column({ type: 'integer', name: 'value' })
  value!: number;

  @Column({
    type: 'timestamptz',
    name: 'created_at',
    precision: 3,
    transformer: instantColumn,
    default: () => 'now()',
  })
  createdAt!: string;
}
