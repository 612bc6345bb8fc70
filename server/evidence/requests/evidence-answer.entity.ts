import { Column, Entity, PrimaryColumn } from 'typeorm';
import { instantColumn } from '../../database/instant-column';

/** What the team makes of an answer. */
export const ANSWER_VERDICTS = ['ACCEPTED', 'REJECTED'] as const;
export type AnswerVerdict = (typeof ANSWER_VERDICTS)[number];

/** What the service gives to a request, and what was made of it (réponse à une demande de preuve). */
@Entity({ name: 'evidence_answer' })
export class EvidenceAnswer {
  @PrimaryColumn({ type: 'uuid', name: 'id' })
  id!: string;

  @Column({ type: 'uuid', name: 'evidence_request_id' })
  evidenceRequestId!: string;

  @Column({ type: 'uuid', name: 'audit_id' })
  auditId!: string;

  @Column({ type: 'uuid', name: 'audited_service_id' })
  auditedServiceId!: string;

  /** Counts from 1 within the request; the last one counts. */
  @Column({ type: 'integer', name: 'number' })
  number!: number;

  @Column({ type: 'text', name: 'remark', nullable: true })
  remark!: string | null;

  /** What the service cannot give yet: the answer is partial. */
  @Column({ type: 'text', name: 'missing', nullable: true })
  missing!: string | null;

  /** Null until the team has decided. */
  @Column({ type: 'text', name: 'verdict', enum: ANSWER_VERDICTS, nullable: true })
  verdict!: AnswerVerdict | null;

  @Column({ type: 'text', name: 'verdict_reason', nullable: true })
  verdictReason!: string | null;

  @Column({ type: 'uuid', name: 'decided_by_auditor_id', nullable: true })
  decidedByAuditorId!: string | null;

  @Column({
    type: 'timestamptz',
    name: 'decided_at',
    precision: 3,
    transformer: instantColumn,
    nullable: true,
  })
  decidedAt!: string | null;

  @Column({ type: 'uuid', name: 'answered_by_id', nullable: true })
  answeredById!: string | null;

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
