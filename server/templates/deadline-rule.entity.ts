import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A delay of the procedure, as data (règle de délai). */
@Entity({ name: 'deadline_rule' })
export class DeadlineRule {
  @PrimaryColumn({ type: 'uuid', name: 'id' })
  id!: string;

  @Column({ type: 'text', name: 'code' })
  code!: string;

  @Column({ type: 'integer', name: 'number' })
  number!: number;

  /** Calendar days; null when the delay counts in months. */
  @Column({ type: 'integer', name: 'days', nullable: true })
  days!: number | null;

  /** Null when the delay counts in days. */
  @Column({ type: 'integer', name: 'months', nullable: true })
  months!: number | null;

  @Column({ type: 'text', name: 'label_fr' })
  labelFr!: string;

  @Column({ type: 'text', name: 'label_en' })
  labelEn!: string;

  /** Where the delay comes from. */
  @Column({ type: 'text', name: 'basis' })
  basis!: string;

  @Column({ type: 'text', name: 'content_hash' })
  contentHash!: string;
}
