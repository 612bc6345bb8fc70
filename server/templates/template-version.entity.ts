import { Column, Entity, PrimaryColumn } from 'typeorm';
import { instantColumn } from '../database/instant-column';
import { TEMPLATE_STATUSES, type TemplateStatus } from './template-shapes';

/** One version of a template, immutable once published (version du référentiel). */
@Entity({ name: 'template_version' })
export class TemplateVersion {
  @PrimaryColumn({ type: 'uuid', name: 'id' })
  id!: string;

  @Column({ type: 'uuid', name: 'audit_template_id' })
  auditTemplateId!: string;

  @Column({ type: 'integer', name: 'number' })
  number!: number;

  @Column({ type: 'text', name: 'state', enum: TEMPLATE_STATUSES, default: 'DRAFT' })
  state!: TemplateStatus;

  /** Version that the authors of the template give it. */
  @Column({ type: 'text', name: 'source_version', nullable: true })
  sourceVersion!: string | null;

  @Column({ type: 'text', name: 'title_fr' })
  titleFr!: string;

  @Column({ type: 'text', name: 'title_en' })
  titleEn!: string;

  @Column({ type: 'text', name: 'modality' })
  modality!: string;

  /** What one audit covers. */
  @Column({ type: 'text', name: 'audit_unit_fr' })
  auditUnitFr!: string;

  @Column({ type: 'text', name: 'audit_unit_en' })
  auditUnitEn!: string;

  @Column({ type: 'jsonb', name: 'sampling', default: {} })
  sampling!: Record<string, unknown>;

  /** What is noted of each sampled record. */
  @Column({ type: 'jsonb', name: 'record_grid', default: [] })
  recordGrid!: unknown[];

  /** Other content under the same number is refused. */
  @Column({ type: 'text', name: 'content_hash' })
  contentHash!: string;

  @Column({
    type: 'timestamptz',
    name: 'published_at',
    precision: 3,
    transformer: instantColumn,
    nullable: true,
  })
  publishedAt!: string | null;

  @Column({
    type: 'timestamptz',
    name: 'created_at',
    precision: 3,
    transformer: instantColumn,
    default: () => 'now()',
  })
  createdAt!: string;
}
