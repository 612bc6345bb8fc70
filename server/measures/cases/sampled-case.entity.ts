import { Column, Entity, PrimaryColumn } from 'typeorm';
import { instantColumn } from '../../database/instant-column';

/** A record that was drawn (dossier tiré). */
@Entity({ name: 'sampled_case' })
export class SampledCase {
  @PrimaryColumn({ type: 'uuid', name: 'id' })
  id!: string;

  @Column({ type: 'uuid', name: 'case_sample_id' })
  caseSampleId!: string;

  @Column({ type: 'uuid', name: 'audit_id' })
  auditId!: string;

  /** Place in the draw, from 1; those that stand in for others come after. */
  @Column({ type: 'integer', name: 'position' })
  position!: number;

  @Column({ type: 'text', name: 'record_number' })
  recordNumber!: string;

  @Column({ type: 'text', name: 'strata', array: true, default: [] })
  strata!: string[];

  /** The record that it stands in for. */
  @Column({ type: 'uuid', name: 'replaces_id', nullable: true })
  replacesId!: string | null;

  /** Why it was replaced: it no longer counts. */
  @Column({ type: 'text', name: 'unavailable_reason', nullable: true })
  unavailableReason!: string | null;

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
