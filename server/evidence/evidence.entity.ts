import { Column, Entity, PrimaryColumn } from 'typeorm';
import { instantColumn } from '../database/instant-column';

/** What a piece of evidence consists of. */
export const EVIDENCE_FORMS = ['FILE', 'LINK', 'NOTE'] as const;
export type EvidenceForm = (typeof EVIDENCE_FORMS)[number];

/** States of a piece of evidence. */
export const EVIDENCE_STATES = ['UPLOADING', 'QUARANTINED', 'CLEAN', 'REJECTED'] as const;
export type EvidenceState = (typeof EVIDENCE_STATES)[number];

/** A file, link or note that shows something (preuve). */
@Entity({ name: 'evidence' })
export class Evidence {
  @PrimaryColumn({ type: 'uuid', name: 'id' })
  id!: string;

  @Column({ type: 'uuid', name: 'audit_id' })
  auditId!: string;

  @Column({ type: 'uuid', name: 'audited_service_id' })
  auditedServiceId!: string;

  @Column({ type: 'text', name: 'kind', enum: EVIDENCE_FORMS })
  kind!: EvidenceForm;

  /** What of the catalogue it is. */
  @Column({ type: 'text', name: 'evidence_kind_code', nullable: true })
  evidenceKindCode!: string | null;

  @Column({ type: 'text', name: 'state', enum: EVIDENCE_STATES })
  state!: EvidenceState;

  @Column({ type: 'text', name: 'title' })
  title!: string;

  @Column({ type: 'text', name: 'url', nullable: true })
  url!: string | null;

  @Column({ type: 'text', name: 'note', nullable: true })
  note!: string | null;

  @Column({ type: 'text', name: 'media_type', nullable: true })
  mediaType!: string | null;

  /** Bytes. */
  @Column({ type: 'bigint', name: 'size_bytes', nullable: true })
  sizeBytes!: number | null;

  /** Hexadecimal. */
  @Column({ type: 'text', name: 'sha256', nullable: true })
  sha256!: string | null;

  /** First day that the evidence covers. */
  @Column({ type: 'date', name: 'period_from', nullable: true })
  periodFrom!: string | null;

  /** Last day that it covers. */
  @Column({ type: 'date', name: 'period_to', nullable: true })
  periodTo!: string | null;

  @Column({ type: 'uuid', name: 'created_by_id', nullable: true })
  createdById!: string | null;

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
