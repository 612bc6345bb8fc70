import { Column, Entity, PrimaryColumn } from 'typeorm';
import { instantColumn } from '../../database/instant-column';
import { EVIDENCE_REQUEST_STATES, type EvidenceRequestState } from './evidence-request.states';

/** What the team asks the service to show (demande de preuve). */
@Entity({ name: 'evidence_request' })
export class EvidenceRequest {
  @PrimaryColumn({ type: 'uuid', name: 'id' })
  id!: string;

  @Column({ type: 'uuid', name: 'audit_id' })
  auditId!: string;

  @Column({ type: 'uuid', name: 'audited_service_id' })
  auditedServiceId!: string;

  /** What of the catalogue is asked for. */
  @Column({ type: 'text', name: 'evidence_kind_code', nullable: true })
  evidenceKindCode!: string | null;

  /** What acts made of it; `standingState` says what counts while evidence can be lost. */
  @Column({ type: 'text', name: 'state', enum: EVIDENCE_REQUEST_STATES, default: 'OPEN' })
  state!: EvidenceRequestState;

  /** Made at once with others from what the template's criteria ask for. */
  @Column({ type: 'boolean', name: 'is_from_template', default: false })
  isFromTemplate!: boolean;

  /** What exactly is asked. */
  @Column({ type: 'text', name: 'text' })
  text!: string;

  /** Last day to answer. */
  @Column({ type: 'date', name: 'due_on' })
  dueOn!: string;

  /** Why it was withdrawn. */
  @Column({ type: 'text', name: 'withdrawal_reason', nullable: true })
  withdrawalReason!: string | null;

  @Column({ type: 'uuid', name: 'asked_by_auditor_id', nullable: true })
  askedByAuditorId!: string | null;

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
