import { Column, Entity, PrimaryColumn } from 'typeorm';
import { instantColumn } from '../../database/instant-column';

/** What the team makes of a piece of evidence. */
export const EVIDENCE_VERDICTS = ['ACCEPTED', 'TURNED_DOWN'] as const;
export type EvidenceVerdictValue = (typeof EVIDENCE_VERDICTS)[number];

/** The team's word on a piece of evidence; one for each piece, said anew in place of what was said before. */
@Entity({ name: 'evidence_verdict' })
export class EvidenceVerdict {
  @PrimaryColumn({ type: 'uuid', name: 'id' })
  id!: string;

  @Column({ type: 'uuid', name: 'evidence_id', unique: true })
  evidenceId!: string;

  @Column({ type: 'uuid', name: 'audit_id' })
  auditId!: string;

  @Column({ type: 'uuid', name: 'audited_service_id' })
  auditedServiceId!: string;

  @Column({ type: 'text', name: 'value', enum: EVIDENCE_VERDICTS })
  value!: EvidenceVerdictValue;

  /** Compulsory when the evidence is turned down. */
  @Column({ type: 'text', name: 'reason', nullable: true })
  reason!: string | null;

  /** Version of the evidence that was looked at: once that has changed, nothing is said of it any more. */
  @Column({ type: 'integer', name: 'evidence_version' })
  evidenceVersion!: number;

  @Column({ type: 'uuid', name: 'decided_by_auditor_id', nullable: true })
  decidedByAuditorId!: string | null;

  @Column({ type: 'timestamptz', name: 'decided_at', precision: 3, transformer: instantColumn })
  decidedAt!: string;

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
