import { Column, Entity, PrimaryColumn } from 'typeorm';
import { AFFILIATION_KINDS } from './affiliation.entity';

/** What is declared: the ties that affiliations know, and those that no registry shows. */
export const INTEREST_KINDS = [
  ...AFFILIATION_KINDS,
  'FAMILY',
  'FINANCIAL',
  'LITIGATION',
  'RESEARCH',
  'OTHER',
] as const;
export type InterestKind = (typeof INTEREST_KINDS)[number];

/** One line of a declaration (intérêt déclaré). */
@Entity({ name: 'interest' })
export class Interest {
  @PrimaryColumn({ type: 'uuid', name: 'id' })
  id!: string;

  @Column({ type: 'uuid', name: 'declaration_id' })
  declarationId!: string;

  @Column({ type: 'integer', name: 'position' })
  position!: number;

  @Column({ type: 'text', name: 'kind', enum: INTEREST_KINDS })
  kind!: InterestKind;

  @Column({ type: 'uuid', name: 'organisation_id', nullable: true })
  organisationId!: string | null;

  @Column({ type: 'uuid', name: 'audited_service_id', nullable: true })
  auditedServiceId!: string | null;

  @Column({ type: 'text', name: 'description' })
  description!: string;

  /** Null when the interest has no known beginning. */
  @Column({ type: 'date', name: 'from_date', nullable: true })
  fromDate!: string | null;

  /** Last day; null while open. */
  @Column({ type: 'date', name: 'to_date', nullable: true })
  toDate!: string | null;
}
