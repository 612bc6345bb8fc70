import { Column, Entity, PrimaryColumn } from 'typeorm';
import { instantColumn } from '../../database/instant-column';
import type { CalendarDate } from '../../kernel/working-days';

export const CONFLICT_FACT_KINDS = [
  'TELERADIOLOGY_CONTRACT',
  'PERSONAL_TIE',
  'FINANCIAL_INTEREST',
  'EXTERNAL_INSPECTION',
  'JOINT_RESEARCH',
  'VENDOR_FUNDING',
  'PATIENT_BASIN',
] as const;
export type ConflictFactKind = (typeof CONFLICT_FACT_KINDS)[number];

export const FACT_SOURCES = ['DECLARED', 'REGISTRY'] as const;

/**
 * A dated fact between two sides on which conflicts of interest rest (fait daté), beside affiliations, links of
 * organisations and declared interests. One side each is named; the other side may be outside the platform.
 */
@Entity({ name: 'conflict_fact' })
export class ConflictFact {
  @PrimaryColumn({ type: 'uuid', name: 'id' })
  id!: string;

  @Column({ type: 'text', name: 'kind', enum: CONFLICT_FACT_KINDS })
  kind!: ConflictFactKind;

  @Column({ type: 'uuid', name: 'person_id', nullable: true })
  personId!: string | null;

  @Column({ type: 'uuid', name: 'organisation_id', nullable: true })
  organisationId!: string | null;

  @Column({ type: 'uuid', name: 'audited_service_id', nullable: true })
  auditedServiceId!: string | null;

  @Column({ type: 'uuid', name: 'other_person_id', nullable: true })
  otherPersonId!: string | null;

  @Column({ type: 'uuid', name: 'other_organisation_id', nullable: true })
  otherOrganisationId!: string | null;

  @Column({ type: 'uuid', name: 'other_audited_service_id', nullable: true })
  otherAuditedServiceId!: string | null;

  /** Who is outside the platform: a vendor. */
  @Column({ type: 'text', name: 'other_party', nullable: true })
  otherParty!: string | null;

  /** What it is, in a few words: the subject of a contract, which inspection. */
  @Column({ type: 'text', name: 'description' })
  description!: string;

  @Column({ type: 'date', name: 'from_date' })
  fromDate!: CalendarDate;

  /** Last day; null while it lasts. */
  @Column({ type: 'date', name: 'to_date', nullable: true })
  toDate!: CalendarDate | null;

  @Column({ type: 'text', name: 'source', enum: FACT_SOURCES })
  source!: (typeof FACT_SOURCES)[number];

  @Column({ type: 'uuid', name: 'declared_by_id', nullable: true })
  declaredById!: string | null;

  @Column({
    type: 'timestamptz',
    name: 'created_at',
    precision: 3,
    transformer: instantColumn,
    default: () => 'now()',
  })
  createdAt!: string;
}
