import { Column, Entity, PrimaryColumn } from 'typeorm';
import { BASIS_KINDS, type BasisKind, type DeadlineEvent, type DeadlineKey } from './rule-shapes';

/** On which side of its event a delay runs. */
export const DEADLINE_DIRECTIONS = ['BEFORE', 'AFTER'] as const;
export type DeadlineDirection = (typeof DEADLINE_DIRECTIONS)[number];

/** A delay of the procedure, as data (règle de délai). */
@Entity({ name: 'deadline_rule' })
export class DeadlineRule {
  @PrimaryColumn({ type: 'uuid', name: 'id' })
  id!: string;

  @Column({ type: 'text', name: 'code' })
  code!: DeadlineKey;

  /** Version of the whole set of delays. */
  @Column({ type: 'integer', name: 'number' })
  number!: number;

  /** Calendar days; null when the delay counts in months. */
  @Column({ type: 'integer', name: 'days', nullable: true })
  days!: number | null;

  /** Null when the delay counts in days. */
  @Column({ type: 'integer', name: 'months', nullable: true })
  months!: number | null;

  @Column({ type: 'text', name: 'direction', enum: DEADLINE_DIRECTIONS })
  direction!: DeadlineDirection;

  /** What the delay counts from. */
  @Column({ type: 'text', name: 'event' })
  event!: DeadlineEvent;

  @Column({ type: 'text', name: 'label_fr' })
  labelFr!: string;

  @Column({ type: 'text', name: 'label_en' })
  labelEn!: string;

  /** Where the delay comes from. */
  @Column({ type: 'text', name: 'basis_kind', enum: BASIS_KINDS })
  basisKind!: BasisKind;

  @Column({ type: 'text', name: 'basis_fr' })
  basisFr!: string;

  @Column({ type: 'text', name: 'basis_en' })
  basisEn!: string;

  @Column({ type: 'text', name: 'content_hash' })
  contentHash!: string;
}
