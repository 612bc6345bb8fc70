import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A rule on conflicts of interest, as data (règle de conflit d'intérêts). */
@Entity({ name: 'conflict_rule' })
export class ConflictRule {
  @PrimaryColumn({ type: 'uuid', name: 'id' })
  id!: string;

  @Column({ type: 'text', name: 'code' })
  code!: string;

  @Column({ type: 'integer', name: 'number' })
  number!: number;

  @Column({ type: 'text', name: 'predicate' })
  predicate!: string;

  @Column({ type: 'text', name: 'label_fr' })
  labelFr!: string;

  @Column({ type: 'text', name: 'label_en' })
  labelEn!: string;

  /** Which level holds for how long. */
  @Column({ type: 'jsonb', name: 'windows' })
  windows!: unknown[];

  /** False: the rule is stated, but the platform cannot evaluate it by itself. */
  @Column({ type: 'boolean', name: 'is_evaluated' })
  isEvaluated!: boolean;

  @Column({ type: 'boolean', name: 'is_enabled_by_default' })
  isEnabledByDefault!: boolean;

  @Column({ type: 'text', name: 'content_hash' })
  contentHash!: string;
}
