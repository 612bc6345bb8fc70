import { Column, Entity, PrimaryColumn } from 'typeorm';
import { PRINCIPLES, type EvidenceNeedFile, type Principle, type TargetFile } from './template-shapes';

/** One thing that an audit judges (critère). */
@Entity({ name: 'criterion' })
export class Criterion {
  @PrimaryColumn({ type: 'uuid', name: 'id' })
  id!: string;

  @Column({ type: 'uuid', name: 'template_version_id' })
  templateVersionId!: string;

  @Column({ type: 'uuid', name: 'section_id' })
  sectionId!: string;

  @Column({ type: 'text', name: 'code' })
  code!: string;

  /** Place within the whole version, the first being 1. */
  @Column({ type: 'integer', name: 'position' })
  position!: number;

  @Column({ type: 'text', name: 'principle', enum: PRINCIPLES })
  principle!: Principle;

  @Column({ type: 'boolean', name: 'is_critical' })
  isCritical!: boolean;

  @Column({ type: 'numeric', name: 'weight', precision: 6, scale: 2 })
  weight!: number;

  @Column({ type: 'text', name: 'scale_code' })
  scaleCode!: string;

  @Column({ type: 'text', name: 'text_fr' })
  textFr!: string;

  @Column({ type: 'text', name: 'text_en' })
  textEn!: string;

  @Column({ type: 'jsonb', name: 'target', nullable: true })
  target!: TargetFile | null;

  /** The evidence asked for. */
  @Column({ type: 'jsonb', name: 'evidence', default: [] })
  evidence!: EvidenceNeedFile[];
}
