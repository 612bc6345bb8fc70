import { Column, Entity, PrimaryColumn } from 'typeorm';
import { instantColumn } from '../../database/instant-column';
import { REPORT_AUDIENCES, type ReportAudience } from './report-document';

/** What one audience may read of a version of a report, frozen with it (variante du rapport). */
@Entity({ name: 'report_variant' })
export class ReportVariant {
  @PrimaryColumn({ type: 'uuid', name: 'id' })
  id!: string;

  @Column({ type: 'uuid', name: 'report_id' })
  reportId!: string;

  @Column({ type: 'uuid', name: 'audit_id' })
  auditId!: string;

  @Column({ type: 'uuid', name: 'audited_service_id' })
  auditedServiceId!: string;

  @Column({ type: 'text', name: 'audience', enum: REPORT_AUDIENCES })
  audience!: ReportAudience;

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
