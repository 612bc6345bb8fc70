import { Column, Entity, PrimaryColumn } from 'typeorm';
import { instantColumn } from '../../database/instant-column';

/** The plan of corrective actions as it was accepted, an annex of the report (plan d’action annexé). */
@Entity({ name: 'plan_document' })
export class PlanDocument {
  @PrimaryColumn({ type: 'uuid', name: 'id' })
  id!: string;

  @Column({ type: 'uuid', name: 'audit_id', unique: true })
  auditId!: string;

  @Column({ type: 'uuid', name: 'audited_service_id' })
  auditedServiceId!: string;

  /** The version of the report that it names. */
  @Column({ type: 'uuid', name: 'report_id' })
  reportId!: string;

  /** Canonical JSON (RFC 8785). */
  @Column({ type: 'text', name: 'content' })
  content!: string;

  /** Of the content, hexadecimal. */
  @Column({ type: 'text', name: 'sha256' })
  sha256!: string;

  @Column({
    type: 'timestamptz',
    name: 'created_at',
    precision: 3,
    transformer: instantColumn,
    default: () => 'now()',
  })
  createdAt!: string;
}
