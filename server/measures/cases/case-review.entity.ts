import { Column, Entity, PrimaryColumn } from 'typeorm';
import { instantColumn } from '../../database/instant-column';

/** What one auditor says of one record, on one criterion or in one field of the record grid (avis sur un dossier). */
@Entity({ name: 'case_review' })
export class CaseReview {
  @PrimaryColumn({ type: 'uuid', name: 'id' })
  id!: string;

  @Column({ type: 'uuid', name: 'case_sample_id' })
  caseSampleId!: string;

  @Column({ type: 'uuid', name: 'audit_id' })
  auditId!: string;

  @Column({ type: 'uuid', name: 'sampled_case_id' })
  sampledCaseId!: string;

  /** Null for a note in a field of the grid. */
  @Column({ type: 'uuid', name: 'criterion_id', nullable: true })
  criterionId!: string | null;

  /** Field of the grid; null for a rating. */
  @Column({ type: 'text', name: 'field_code', nullable: true })
  fieldCode!: string | null;

  @Column({ type: 'uuid', name: 'auditor_id' })
  auditorId!: string;

  /** Value of the criterion’s scale, or the words noted in the field. */
  @Column({ type: 'text', name: 'value' })
  value!: string;

  @Column({ type: 'text', name: 'remark', nullable: true })
  remark!: string | null;

  /** Time spent, in minutes. */
  @Column({ type: 'integer', name: 'minutes', nullable: true })
  minutes!: number | null;

  /** When it was noted, which may be before it reached the platform. */
  @Column({
    type: 'timestamptz',
    name: 'captured_at',
    precision: 3,
    transformer: instantColumn,
    nullable: true,
  })
  capturedAt!: string | null;

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
