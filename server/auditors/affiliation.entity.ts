import { Column, Entity, PrimaryColumn } from 'typeorm';
import { instantColumn } from '../database/instant-column';

/** In what way a person is tied to a place. */
export const AFFILIATION_KINDS = [
  'EMPLOYMENT',
  'LOCUM',
  'TRAINING',
  'CONSULTING',
  'TELERADIOLOGY',
  'OWNERSHIP',
] as const;
export type AffiliationKind = (typeof AFFILIATION_KINDS)[number];

/** Whether a tie was declared by the person or read from a registry. */
export const AFFILIATION_SOURCES = ['DECLARED', 'REGISTRY'] as const;
export type AffiliationSource = (typeof AFFILIATION_SOURCES)[number];

/** A dated tie of a person to an organisation or a service (rattachement). */
@Entity({ name: 'affiliation' })
export class Affiliation {
  @PrimaryColumn({ type: 'uuid', name: 'id' })
  id!: string;

  @Column({ type: 'uuid', name: 'person_id' })
  personId!: string;

  @Column({ type: 'uuid', name: 'organisation_id' })
  organisationId!: string;

  /** Null when the tie is to the organisation as a whole. */
  @Column({ type: 'uuid', name: 'audited_service_id', nullable: true })
  auditedServiceId!: string | null;

  @Column({ type: 'text', name: 'kind', enum: AFFILIATION_KINDS })
  kind!: AffiliationKind;

  @Column({ type: 'date', name: 'from_date' })
  fromDate!: string;

  /** Last day; null while open. */
  @Column({ type: 'date', name: 'to_date', nullable: true })
  toDate!: string | null;

  @Column({ type: 'text', name: 'source', enum: AFFILIATION_SOURCES })
  source!: AffiliationSource;

  @Column({
    type: 'timestamptz',
    name: 'created_at',
    precision: 3,
    transformer: instantColumn,
    default: () => 'now()',
  })
  createdAt!: string;
}
