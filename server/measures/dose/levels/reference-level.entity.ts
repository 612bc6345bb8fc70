import { Column, Entity, PrimaryColumn } from 'typeorm';
import { instantColumn } from '../../../database/instant-column';
import {
  DOSE_QUANTITIES,
  LEVEL_SCOPES,
  LEVEL_VERIFICATIONS,
  SAMPLE_BASES,
  type DoseQuantity,
  type DoseUnit,
  type LevelScope,
  type LevelVerification,
  type SampleBasis,
} from './level-words';

/** A diagnostic reference level of an examination (niveau de référence diagnostique); no row of it ever changes. */
@Entity({ name: 'reference_level' })
export class ReferenceLevel {
  @PrimaryColumn({ type: 'uuid', name: 'id' })
  id!: string;

  @Column({ type: 'text', name: 'source_code' })
  sourceCode!: string;

  @Column({ type: 'text', name: 'exam_code' })
  examCode!: string;

  @Column({ type: 'text', name: 'population' })
  population!: string;

  @Column({ type: 'text', name: 'quantity', enum: DOSE_QUANTITIES })
  quantity!: DoseQuantity;

  @Column({ type: 'text', name: 'scope', enum: LEVEL_SCOPES })
  scope!: LevelScope;

  @Column({ type: 'text', name: 'unit' })
  unit!: DoseUnit;

  /** Niveau de référence diagnostique. */
  @Column({ type: 'double precision', name: 'nrd' })
  nrd!: number;

  /** Valeur guide diagnostique, an aim of optimisation; null where the source has none. */
  @Column({ type: 'double precision', name: 'vgd', nullable: true })
  vgd!: number | null;

  /** Fewest patients; null: that of the population. */
  @Column({ type: 'integer', name: 'min_sample_size', nullable: true })
  minSampleSize!: number | null;

  @Column({ type: 'text', name: 'min_sample_basis', nullable: true, enum: SAMPLE_BASES })
  minSampleBasis!: SampleBasis | null;

  @Column({ type: 'integer', name: 'phantom_cm', nullable: true })
  phantomCm!: number | null;

  @Column({ type: 'text', name: 'verification', enum: LEVEL_VERIFICATIONS })
  verification!: LevelVerification;

  /** First day; null: that of the source. */
  @Column({ type: 'date', name: 'valid_from', nullable: true })
  validFrom!: string | null;

  /** Last day; null: until another takes its place. */
  @Column({ type: 'date', name: 'valid_to', nullable: true })
  validTo!: string | null;

  /** Where an imported level was read; null: where its source says. */
  @Column({ type: 'text', name: 'url', nullable: true })
  url!: string | null;

  /** How whoever imported it has checked it. */
  @Column({ type: 'text', name: 'statement', nullable: true })
  statement!: string | null;

  /** Who imported it; null of a level of the shipped file. */
  @Column({ type: 'uuid', name: 'added_by_id', nullable: true })
  addedById!: string | null;

  @Column({
    type: 'timestamptz',
    name: 'created_at',
    precision: 3,
    transformer: instantColumn,
    default: () => 'now()',
  })
  createdAt!: string;
}
