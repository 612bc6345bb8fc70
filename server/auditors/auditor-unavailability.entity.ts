import { Column, Entity, PrimaryColumn } from 'typeorm';
import { instantColumn } from '../database/instant-column';

/** Days on which an auditor cannot be called on (indisponibilité). */
@Entity({ name: 'auditor_unavailability' })
export class AuditorUnavailability {
  @PrimaryColumn({ type: 'uuid', name: 'id' })
  id!: string;

  @Column({ type: 'uuid', name: 'auditor_id' })
  auditorId!: string;

  @Column({ type: 'date', name: 'from_date' })
  fromDate!: string;

  /** Last day. */
  @Column({ type: 'date', name: 'to_date' })
  toDate!: string;

  @Column({
    type: 'timestamptz',
    name: 'created_at',
    precision: 3,
    transformer: instantColumn,
    default: () => 'now()',
  })
  createdAt!: string;
}
