import { Column, Entity, PrimaryColumn } from 'typeorm';
import { instantColumn } from '../../database/instant-column';

/** That an audit took place, without any result, signed (attestation). */
@Entity({ name: 'attestation' })
export class Attestation {
  @PrimaryColumn({ type: 'uuid', name: 'id' })
  id!: string;

  @Column({ type: 'uuid', name: 'audit_id' })
  auditId!: string;

  @Column({ type: 'uuid', name: 'audited_service_id' })
  auditedServiceId!: string;

  /** The signed note, which says it all. */
  @Column({ type: 'text', name: 'note' })
  note!: string;

  @Column({ type: 'uuid', name: 'issued_by_id', nullable: true })
  issuedById!: string | null;

  @Column({
    type: 'timestamptz',
    name: 'created_at',
    precision: 3,
    transformer: instantColumn,
    default: () => 'now()',
  })
  createdAt!: string;
}
