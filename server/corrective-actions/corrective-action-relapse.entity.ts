import { Column, Entity, PrimaryColumn } from 'typeorm';
import { instantColumn } from '../database/instant-column';

/** A later audit found again what an action had put right (récidive). The audit is the later one. */
@Entity({ name: 'corrective_action_relapse' })
export class CorrectiveActionRelapse {
  @PrimaryColumn({ type: 'uuid', name: 'id' })
  id!: string;

  @Column({ type: 'uuid', name: 'corrective_action_id' })
  correctiveActionId!: string;

  @Column({ type: 'uuid', name: 'finding_id' })
  findingId!: string;

  @Column({ type: 'uuid', name: 'audit_id' })
  auditId!: string;

  @Column({ type: 'uuid', name: 'audited_service_id' })
  auditedServiceId!: string;

  /** The day on which the later report was issued. */
  @Column({ type: 'date', name: 'relapsed_on' })
  relapsedOn!: string;

  @Column({
    type: 'timestamptz',
    name: 'created_at',
    precision: 3,
    transformer: instantColumn,
    default: () => 'now()',
  })
  createdAt!: string;
}
