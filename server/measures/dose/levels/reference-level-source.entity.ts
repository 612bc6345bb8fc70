import { Column, Entity, PrimaryColumn } from 'typeorm';
import { instantColumn } from '../../../database/instant-column';
import { LEVEL_USES, type LevelUse } from './level-words';

/** A text or study that states reference levels (source de niveaux de référence). */
@Entity({ name: 'reference_level_source' })
export class ReferenceLevelSource {
  @PrimaryColumn({ type: 'uuid', name: 'id' })
  id!: string;

  @Column({ type: 'text', name: 'code', unique: true })
  code!: string;

  @Column({ type: 'text', name: 'use', enum: LEVEL_USES })
  use!: LevelUse;

  @Column({ type: 'text', name: 'title_fr' })
  titleFr!: string;

  @Column({ type: 'text', name: 'title_en' })
  titleEn!: string;

  /** First day; null where it is not known. */
  @Column({ type: 'date', name: 'in_force_from', nullable: true })
  inForceFrom!: string | null;

  /** Last day; null while it lasts. */
  @Column({ type: 'date', name: 'in_force_to', nullable: true })
  inForceTo!: string | null;

  @Column({ type: 'text', name: 'url' })
  url!: string;

  /** What of the source was read, and how. */
  @Column({ type: 'text', name: 'evidence_fr' })
  evidenceFr!: string;

  @Column({ type: 'text', name: 'evidence_en' })
  evidenceEn!: string;

  @Column({
    type: 'timestamptz',
    name: 'created_at',
    precision: 3,
    transformer: instantColumn,
    default: () => 'now()',
  })
  createdAt!: string;
}
