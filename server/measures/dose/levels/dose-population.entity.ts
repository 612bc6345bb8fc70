import { Column, Entity, PrimaryColumn } from 'typeorm';
import { POPULATION_BASES, SAMPLE_BASES, type PopulationBasis, type SampleBasis } from './level-words';

/** Whom a level is for (population d’un niveau de référence). */
@Entity({ name: 'dose_population' })
export class DosePopulation {
  @PrimaryColumn({ type: 'uuid', name: 'id' })
  id!: string;

  @Column({ type: 'text', name: 'code', unique: true })
  code!: string;

  @Column({ type: 'text', name: 'basis', enum: POPULATION_BASES })
  basis!: PopulationBasis;

  /** Years or kg, included; null of a nominal population. */
  @Column({ type: 'double precision', name: 'from_value', nullable: true })
  fromValue!: number | null;

  /** Years or kg, excluded; null without an upper bound. */
  @Column({ type: 'double precision', name: 'below_value', nullable: true })
  belowValue!: number | null;

  /** Fewest patients where the level itself names none. */
  @Column({ type: 'integer', name: 'min_sample_size', nullable: true })
  minSampleSize!: number | null;

  @Column({ type: 'text', name: 'min_sample_basis', nullable: true, enum: SAMPLE_BASES })
  minSampleBasis!: SampleBasis | null;

  @Column({ type: 'text', name: 'label_fr' })
  labelFr!: string;

  @Column({ type: 'text', name: 'label_en' })
  labelEn!: string;
}
