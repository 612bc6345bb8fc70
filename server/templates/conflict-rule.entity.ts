import { Column, Entity, PrimaryColumn } from 'typeorm';
import {
  BASIS_KINDS,
  CONFLICT_SUBJECTS,
  type BasisKind,
  type ConflictPredicate,
  type ConflictStepFile,
  type ConflictSubject,
} from './rule-shapes';

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
  predicate!: ConflictPredicate;

  /** Whose tie it is. */
  @Column({ type: 'text', name: 'subject', enum: CONFLICT_SUBJECTS })
  subject!: ConflictSubject;

  @Column({ type: 'text', name: 'label_fr' })
  labelFr!: string;

  @Column({ type: 'text', name: 'label_en' })
  labelEn!: string;

  /** Which level holds in which window. */
  @Column({ type: 'jsonb', name: 'steps' })
  steps!: ConflictStepFile[];

  /** What the rule rests on. */
  @Column({ type: 'text', name: 'source_kind', enum: BASIS_KINDS })
  sourceKind!: BasisKind;

  @Column({ type: 'text', name: 'source_fr' })
  sourceFr!: string;

  @Column({ type: 'text', name: 'source_en' })
  sourceEn!: string;

  /** False: the rule is stated, but the platform cannot evaluate it by itself. */
  @Column({ type: 'boolean', name: 'is_evaluated' })
  isEvaluated!: boolean;

  @Column({ type: 'boolean', name: 'is_enabled_by_default' })
  isEnabledByDefault!: boolean;

  @Column({ type: 'text', name: 'content_hash' })
  contentHash!: string;
}
